import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findContactPreference, getPerson, registerHouseholds } from '../index.ts';
import { aFamily, aPerson } from '../testing.ts';

describe('by which ways a person is reached', () => {
  let world: World;
  let desk: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());
  const register = async (name: string) => (await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson(name).reachedAt('+32470000031')).livingIn('Voorbeeldgem').asHousehold])))[0]!.personIds[0]!;
  const ways = async (id: string) => (await world.read((read) => getPerson(read, id))).contactWays;

  it('is written down with through whom, whether a text message may come, and what the person likes best', async () => {
    const id = await register('Amira Bereikbaar');
    const form = await desk.get(`/people/${id}/contact`);
    for (const words of ['value="0470 00 00 31"', 'Kerkstraat 12, 1500 Voorbeeldgem']) expect(form.body).toContain(words);
    const done = await desk.post(`/people/${id}/contact`, {
      version: 1,
      'ways.0.kind': 'phone', 'ways.0.value': '0470 00 00 31', 'ways.0.texts': 'no',
      'ways.1.kind': '', 'ways.1.value': 'amira@example.org',
      'ways.2.kind': 'through', 'ways.2.value': '0470 00 00 32', 'ways.2.through': 'OCMW',
      'ways.3.kind': '', 'ways.3.value': '',
      preferred: '2',
    });
    expect([done.status, done.location]).toEqual([303, `/people/${id}`]);
    expect(await ways(id)).toEqual([
      { kind: 'through', value: '0470 00 00 32', through: 'OCMW', isPreferred: true },
      { kind: 'phone', value: '+32470000031', takesTexts: false, isPreferred: false },
      { kind: 'email', value: 'amira@example.org', isPreferred: false },
    ]);
    expect(await world.read((read) => findContactPreference(read, id))).toMatchObject({ channel: 'through', value: '0470 00 00 32', through: 'OCMW' });
    const page = await desk.get(`/people/${id}`);
    for (const words of ['Via OCMW', '0470 00 00 31', 'geen sms', 'liefst zo']) expect(page.body).toContain(words);
  });

  it('says beside the line what is wrong, with all that was typed still there', async () => {
    const id = await register('Bilal Fout');
    const page = await desk.post(`/people/${id}/contact`, { version: 1, 'ways.0.kind': 'phone', 'ways.0.value': 'bel mij', 'ways.1.kind': 'email', 'ways.1.value': 'geen adres', 'ways.2.kind': 'through', 'ways.2.through': '' });
    expect(page.status).toBe(422);
    for (const words of ['telefoonnummer met cijfers', 'Dit is geen e-mailadres', 'Schrijf via wie', 'value="bel mij"', 'value="geen adres"']) expect(page.body).toContain(words);
    expect(await ways(id)).toHaveLength(1);
  });

  it('shows both versions to the second of two who change it', async () => {
    const id = await register('Carla Tegelijk');
    await desk.post(`/people/${id}/contact`, { version: 1, 'ways.0.kind': 'post' });
    const second = await desk.post(`/people/${id}/contact`, { version: 1, 'ways.0.value': 'carla@example.org' });
    expect(second.status).toBe(409);
    for (const words of ['Iemand anders bewaarde intussen', 'Met de post', 'value="carla@example.org"']) expect(second.body).toContain(words);
    expect(await ways(id)).toEqual([{ kind: 'post', value: '', isPreferred: false }]);
  });

  it('speaks JSON, and is not for who may only read', async () => {
    const id = await register('Dunya Koppeling');
    expect((await desk.json(`/api/v1/people/${id}/contact`, { version: 1, ways: [{ kind: 'email', value: 'dunya@example.org' }], preferred: 0 })).status).toBe(200);
    expect(await ways(id)).toEqual([{ kind: 'email', value: 'dunya@example.org', isPreferred: true }]);
    expect((await (await world.signIn('policy')).get(`/people/${id}/contact`)).status).toBe(403);
  });
});
