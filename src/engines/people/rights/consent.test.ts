import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findConsent, giveConsent, registerPersons, withdrawConsent } from '../index.ts';
import { aPerson } from '../testing.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const school = newId();

let world: World;
let personId: string;
beforeAll(async () => {
  world = await createWorld();
  [personId] = (await world.write((tx) => registerPersons(tx, [aPerson('Amira Haddad').asPerson]))) as [string];
});
afterAll(() => world.close());

const consent = { recipientId: school, recipientName: 'Basisschool De Voorbeeldboom', basis: 'consent', way: 'spoken', shares: ['phone'], from: day('2026-03-01'), until: day('2026-05-31') } as const;
const holds = (purpose: string, on: string, recipientId: string = school) => world.read((read) => findConsent(read, { personId, recipientId, purpose, on: day(on) }));

describe('consent to tell an organisation', () => {
  it('holds from its first day up to and including its last', async () => {
    const id = await world.write((tx) => giveConsent(tx, { ...consent, personId, purpose: 'enrolment' }));
    expect((await holds('enrolment', '2026-03-01'))?.id).toBe(id);
    expect((await holds('enrolment', '2026-05-31'))?.id).toBe(id);
    expect(await holds('enrolment', '2026-02-28')).toBeUndefined();
    expect(await holds('enrolment', '2026-06-01')).toBeUndefined();
  });

  it('is for one organisation and one purpose', async () => {
    expect(await holds('referral', '2026-03-10')).toBeUndefined();
    expect(await holds('enrolment', '2026-03-10', newId())).toBeUndefined();
  });

  it('holds no more from the day on which it is withdrawn, and held before', async () => {
    const id = await world.write((tx) => giveConsent(tx, { ...consent, personId, purpose: 'buddy' }));
    expect(await world.write((tx) => withdrawConsent(tx, { id, on: day('2026-03-10') }))).toBe(true);
    expect(await holds('buddy', '2026-03-10')).toBeUndefined();
    expect((await holds('buddy', '2026-03-09'))?.id).toBe(id);
    expect(await world.write((tx) => withdrawConsent(tx, { id, on: day('2026-03-11') })), 'a second time').toBe(false);
  });

  it('needs to have been said in some way, where it is the ground', async () => {
    await expect(world.write((tx) => giveConsent(tx, { ...consent, personId, purpose: 'buddy', way: null }))).rejects.toThrow('consent_was_given_in_some_way');
    expect(await world.write((tx) => giveConsent(tx, { ...consent, personId, purpose: 'joint-support', basis: 'legal-duty', way: null }))).toBeTruthy();
  });
});
