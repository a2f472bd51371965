import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { preferenceOf } from './contact-preference.ts';
import { findContactPreference, findPerson, registerHouseholds } from './index.ts';
import type { ContactWay } from './person.ts';
import { aFamily, aPerson } from './testing.ts';

const mobile: ContactWay = { kind: 'phone', value: '+32470000021', isPreferred: false };
const landline: ContactWay = { kind: 'phone', value: '+3220000021', isPreferred: false };
const mail: ContactWay = { kind: 'email', value: 'rima@example.org', isPreferred: false };
const letter: ContactWay = { kind: 'post', value: '', isPreferred: false };
const neighbour: ContactWay = { kind: 'through', value: '+32470000022', through: 'buurvrouw', isPreferred: false };
const home = ['Kerkstraat 12', '1500 Voorbeeldgem'];

describe('the best way to tell a person something', () => {
  const best = (ways: ContactWay[], at: string[] = home) => {
    const found = preferenceOf({ contactWays: ways, contactLanguages: ['ar', 'fr'] }, at);
    return found && [found.channel, found.value, found.through];
  };

  it('is the way that the person prefers', () => {
    expect(best([mobile, { ...mail, isPreferred: true }])).toEqual(['mail', 'rima@example.org', null]);
    expect(best([mobile, { ...letter, isPreferred: true }])).toEqual(['post', 'Kerkstraat 12\n1500 Voorbeeldgem', null]);
    expect(best([mobile, { ...letter, value: 'p/a OCMW\nMarkt 1', isPreferred: true }])).toEqual(['post', 'p/a OCMW\nMarkt 1', null]);
    expect(best([mobile, { ...neighbour, isPreferred: true }])).toEqual(['through', '+32470000022', 'buurvrouw']);
  });

  it('is a text message before mail, and mail before a letter, when none was chosen', () => {
    expect(best([neighbour, letter, mail, mobile])).toEqual(['sms', '+32470000021', null]);
    expect(best([neighbour, letter, mail])).toEqual(['mail', 'rima@example.org', null]);
    expect(best([neighbour])).toEqual(['through', '+32470000022', 'buurvrouw']);
    expect(best([{ kind: 'other', value: 'via de school', isPreferred: false }])).toEqual(['through', '', 'via de school']);
    expect(best([])).toEqual(['post', 'Kerkstraat 12\n1500 Voorbeeldgem', null]);
  });

  it('is never a text message to a telephone that takes none', () => {
    expect(best([{ ...landline, isPreferred: true }, mail])).toEqual(['mail', 'rima@example.org', null]);
    expect(best([{ ...mobile, takesTexts: false }], [])).toBeUndefined();
    expect(best([{ ...landline, takesTexts: true }])).toEqual(['sms', '+3220000021', null]);
    expect(best([{ ...mobile, value: '+380440000021' }])).toEqual(['sms', '+380440000021', null]);
  });

  it('is nothing for who has no way and no home', () => {
    expect(best([], [])).toBeUndefined();
    expect(best([letter], [])).toBeUndefined();
  });
});

describe('ways of contact in the register', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('come back as they were told, with the language to write in', async () => {
    const ways: ContactWay[] = [{ ...neighbour, isPreferred: true }, { ...mobile, takesTexts: false }, letter];
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson('Rima Aziz').speaking('ar', 'fr')).livingIn('Voorbeeldgem').with('child', { ...aPerson('Sami Aziz'), asPerson: { ...aPerson('Sami Aziz').asPerson, contactWays: ways } }).asHousehold]));
    const [rima, sami] = family!.personIds;
    expect((await world.read((read) => findPerson(read, sami!)))!.contactWays).toEqual(ways);
    const preference = (id: string) => world.read((read) => findContactPreference(read, id));
    expect(await preference(sami!)).toEqual({ channel: 'through', value: '+32470000022', through: 'buurvrouw', language: null });
    expect(await preference(rima!)).toEqual({ channel: 'post', value: 'Kerkstraat 12\n1500 Voorbeeldgem', through: null, language: 'ar' });
    expect(await preference('01a20b0d-7869-7499-a46b-045d89c9fec7')).toBeUndefined();
  });
});
