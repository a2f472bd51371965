import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { registerPersons } from '../index.ts';
import { aPerson } from '../testing.ts';

const partners = '/settings/partners';

describe('two authorities that agreed to find duplicates', () => {
  let world: World;
  let there: World;
  let here: Client;
  let other: Client;
  let youssef: string;
  beforeAll(async () => {
    world = await createWorld({ name: 'Rivierdorp' });
    there = world.inside(await world.anotherTenant('Overstad'));
    here = await world.signIn(['administrator', 'coordinator'], { name: 'Rik Rivier' });
    other = await there.signIn(['administrator', 'coordinator'], { tenantId: there.tenantId, name: 'Odette Over' });
    [youssef] = (await world.write((tx) => registerPersons(tx, [aPerson('Youssef Nazari').born('1985-06-14').asPerson, aPerson('Marta Kowal').born('1990-02-03').asPerson]))) as [string, string];
    await there.write((tx) => registerPersons(tx, [aPerson('نظري يوسف').born('1985-06-14').asPerson, aPerson('Zainab Geheim').born('1971-09-08').asPerson]), there.tenantId);
    const { body } = await here.post(`${partners}/offer`, { purposes: 'duplicates', until: '' });
    const code = /value="([\w-]{46})"/.exec(body)![1]!;
    expect((await other.post(`${partners}/join`, { code, sure: 'yes' })).status).toBe(303);
    await world.runJobs();
  });
  afterAll(() => world.close());

  const pairs = async (client: Client, state = 'open') => (await client.json(`/api/v1/people/elsewhere?state=${state}`)).value.pairs as { id: string; number: string; personId: string; partnerSays: string | null; version: number }[];
  const say = async (client: Client, says: string) => {
    const [pair] = [...(await pairs(client)), ...(await pairs(client, 'same')), ...(await pairs(client, 'different'))];
    const reply = await client.post(`/people/elsewhere/${pair!.id}/say`, { version: String(pair!.version), says });
    await world.runJobs();
    return reply;
  };

  it('each see their own person, under the same number, and nothing of the other’s', async () => {
    const [own, theirs] = [await pairs(here), await pairs(other)];
    expect(own.map(({ personId }) => personId)).toEqual([youssef]);
    expect(theirs.map(({ number }) => number)).toEqual(own.map(({ number }) => number));
    const page = await here.get('/people/elsewhere');
    expect(page.body).toContain('Youssef Nazari');
    expect(page.body).toContain('Overstad');
    for (const secret of ['نظري', 'Zainab', 'Marta', theirs[0]!.personId]) expect(page.body).not.toContain(secret);
    expect((await here.get('/')).body).toContain('1 persoon is wellicht ook bij een ander bestuur bekend');
  });

  it('keep nothing of the keys by which they were compared', async () => {
    const { rows } = await world.read((read) => sql<{ n: number }>`select count(*)::int as n from kernel.job where job = 'send-to-partner' and payload::text ~ '[a-z]:[0-9a-f]{32}'`.execute(read.on<never>()));
    expect(rows[0]!.n).toBe(0);
  });

  it('know it once both say so, and the person is told', async () => {
    expect((await say(here, 'same')).notice).toContain('dezelfde persoon');
    expect((await pairs(other))[0]!.partnerSays).toBe('same');
    expect(await pairs(here, 'same')).toEqual([]);
    await say(other, 'same');
    expect((await pairs(here, 'same')).map(({ personId }) => personId)).toEqual([youssef]);
    const told = await world.read((read) => Promise.all(world.services.holdings.filter(({ subject, told: tell }) => subject === 'person' && tell).map(({ told: tell }) => tell!(read, youssef, 'nl'))));
    expect(told.flat()).toContainEqual(expect.objectContaining({ recipient: 'Overstad', what: 'dat je ook hier bekend bent' }));
  });

  it('never see a refused pair proposed again', async () => {
    await say(other, 'different');
    expect(await pairs(here)).toEqual([]);
    world.clock.set('2026-03-20T09:00');
    await world.sweep();
    await world.runJobs();
    expect([await pairs(here), await pairs(other)]).toEqual([[], []]);
    expect(await pairs(here, 'different')).toHaveLength(1);
  });

  it('refuse the second of two who speak at once', async () => {
    const [pair] = await pairs(here, 'different');
    const reply = await here.post(`/people/elsewhere/${pair!.id}/say`, { version: String(pair!.version - 1), says: 'same' });
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('Iemand zei hier intussen al iets van');
  });

  it('find who came since, and forget all when one of them stops', async () => {
    await there.write((tx) => registerPersons(tx, [aPerson('Kowal Marta').born('1990-02-03').asPerson]), there.tenantId);
    world.clock.set('2026-03-21T09:00');
    await world.sweep();
    await world.runJobs();
    expect(await pairs(here)).toHaveLength(1);
    const path = /action="(\/settings\/partners\/[\w-]+\/end)"/.exec((await here.get(partners)).body)![1]!;
    await here.post(path);
    await world.runJobs();
    for (const client of [here, other]) for (const state of ['open', 'same', 'different']) expect(await pairs(client, state)).toEqual([]);
  });
});
