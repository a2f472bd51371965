import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../../../../tests/world.ts';
import { answer, aService, refer, type SentReferral } from '../testing.ts';

describe('the list of referrals', () => {
  let world: World;
  let coordinator: Client & SignedIn;
  let guide: Client & SignedIn;
  let homes: string;
  let declined: SentReferral;
  let done: SentReferral;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    coordinator = await world.signIn('coordinator');
    guide = await world.signIn('guide');
    const [home, work] = await world.write(async (tx) => [await aService(tx, { name: 'Woonloket' }), await aService(tx, { name: '=Arbeid("x")' })]);
    homes = home!;
    await refer(world, { client: guide, serviceId: homes, question: { name: 'Wachtende Persoon' } });
    world.clock.advance({ days: 1 });
    declined = await refer(world, { client: coordinator, serviceId: work!, question: { name: 'Geweigerde Persoon' } });
    done = await refer(world, { client: coordinator, serviceId: homes, question: { name: 'Geholpen Persoon' } });
    await answer(world, declined, { answer: 'decline', reason: 'full' });
    await answer(world, done, { answer: 'accept' });
    await answer(world, done, { answer: 'finish' });
  });
  afterAll(() => world.close());

  const names = (body: string) => ['Wachtende', 'Geweigerde', 'Geholpen'].filter((name) => body.includes(`${name} Persoon`)).sort((a, b) => body.indexOf(a) - body.indexOf(b));
  const list = async (query = '') => names((await coordinator.get(`/referrals${query}`)).body);

  it('holds what is under way, the longest waiting first', async () => {
    expect(await list()).toEqual(['Wachtende', 'Geweigerde']);
  });

  it.each([
    ['?state=done', ['Geholpen']],
    ['?state=back', ['Geweigerde']],
    ['?waits=sender', ['Geweigerde']],
    ['?waits=receiver', ['Wachtende']],
    ['?mine=on', ['Geweigerde']],
    ['?state=all', ['Geweigerde', 'Geholpen', 'Wachtende']],
    ['?state=all&sort=sent&order=asc', ['Wachtende', 'Geweigerde', 'Geholpen']],
    ['?sort=service', ['Geweigerde', 'Wachtende']],
    ['?sort=service&order=desc', ['Wachtende', 'Geweigerde']],
    ['?theme=work', []],
  ])('filters and sorts by its address: %s', async (query, expected) => {
    const found = await list(query);
    expect(query === '?state=all' ? found.toSorted() : found).toEqual(query === '?state=all' ? expected.toSorted() : expected);
  });

  it('filters by service and says for whom each waits', async () => {
    expect(await list(`?state=all&service=${homes}`)).toEqual(['Geholpen', 'Wachtende']);
    const { body } = await coordinator.get('/referrals');
    expect(body).toContain('nog 29 dagen');
    expect(body).toContain('Beweegt er 30 dagen niets');
  });

  it('leaves as a file without names, with nothing that a spreadsheet would run', async () => {
    const { body, headers } = await coordinator.get('/referrals/export?state=all');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body.split('\r\n')).toHaveLength(5);
    expect(body).not.toContain('Persoon');
    expect(body).not.toContain('helpen zoeken');
    expect(body).not.toMatch(/(^|;|")=Arbeid/m);
    expect((await guide.get('/referrals/export')).status).toBe(403);
  });

  it('goes on where the page before ended, in every order, and misses nobody', async () => {
    // Many that were sent at the same moment to a few services: only their ids tell them apart.
    await world.write((tx) => sql`
      insert into referrals.referral (tenant_id, id, question_id, person_id, service_id, service_name, organisation_name, theme, state, request, shares, prepared_at, sent_at, state_since)
      select tenant_id, gen_random_uuid(), question_id, person_id, service_id, 'Dienst ' || n % 3, organisation_name, theme, 'sent', request, shares, prepared_at, sent_at, state_since
      from referrals.referral cross join generate_series(1, 120) as n where tenant_id = ${world.tenantId} and id = ${done.id}`.execute(tx.on<never>()));
    const api = await world.token(['referrals:list']);
    for (const query of ['state=all', 'state=all&order=asc', 'state=all&sort=service', 'state=all&sort=sent']) {
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const { value } = (await api.json(`/api/v1/referrals?${query}&after=${encodeURIComponent(next)}`)) as { value: { referrals: { id: string }[]; next: string | null } };
        seen.push(...value.referrals.map(({ id }) => id));
        next = value.next;
      }
      expect([seen.length, new Set(seen).size], query).toEqual([123, 123]);
    }
  });
});
