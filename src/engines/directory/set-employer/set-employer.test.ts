import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../../../../tests/world.ts';
import { newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { addOrganisations, employ, findColleagues, findEmployer } from '../index.ts';

describe('who works for whom', () => {
  let world: World;
  let coordinator: Client & SignedIn;
  let guide: Client & SignedIn;
  let welfare: string, school: string;
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const employerOn = async (iso: string) => (await world.read((read) => findEmployer(read, guide.accountId, day(iso))))?.name;
  beforeAll(async () => {
    world = await createWorld();
    coordinator = await world.signIn('coordinator');
    guide = await world.signIn('guide', { name: 'Amal Gids' });
    [welfare, school] = (await world.write((tx) => addOrganisations(tx, [{ name: 'Welzijnshuis' }, { name: 'Brugschool' }]))) as [string, string];
  });
  afterAll(() => world.close());
  const set = (organisation: string, from: string) => coordinator.post(`/directory/colleagues/${guide.accountId}/employer`, { organisation, from });

  it('is said by the coordinator from a day on, and not known before', async () => {
    expect((await coordinator.get('/directory/colleagues')).body).toContain('Nog niet gezegd');
    expect((await set(welfare, '2026-01-05')).status).toBe(303);
    expect([await employerOn('2026-01-04'), await employerOn('2026-01-05'), await employerOn('2027-01-01')]).toEqual([undefined, 'Welzijnshuis', 'Welzijnshuis']);
  });

  it('changes over time, and what came before stays as it was', async () => {
    await set(school, '2026-02-01');
    expect([await employerOn('2026-01-31'), await employerOn('2026-02-01')]).toEqual(['Welzijnshuis', 'Brugschool']);
    const page = (await coordinator.get(`/directory/colleagues/${guide.accountId}`)).body;
    expect(page).toContain('Werkt voor Brugschool sinds 1 feb 2026');
    expect(page).toContain('31 jan 2026');
  });

  it('replaces what was said for that day and later, and says nothing twice', async () => {
    await set(welfare, '2026-01-20');
    expect([await employerOn('2026-01-10'), await employerOn('2026-03-01')]).toEqual(['Welzijnshuis', 'Welzijnshuis']);
    const page = (await coordinator.get(`/directory/colleagues/${guide.accountId}`)).body;
    expect(page).toContain('Werkt voor Welzijnshuis sinds 5 jan 2026');
    await set(school, '2026-02-01');
  });

  it('lists the colleagues of one organisation', async () => {
    const list = (await coordinator.get(`/directory/colleagues?organisation=${school}`)).body;
    expect([list.includes('Amal Gids'), list.includes('1 collega')]).toEqual([true, true]);
    expect(await world.read((read) => findColleagues(read, { on: day('2026-01-10'), organisationId: welfare }))).toMatchObject([{ name: 'Amal Gids' }]);
    const { value } = await coordinator.json(`/api/v1/directory/colleagues?organisation=${school}`);
    expect(value.colleagues).toEqual([{ accountId: guide.accountId, name: 'Amal Gids', organisationId: school, organisation: 'Brugschool', since: '2026-02-01' }]);
  });

  it('ends on a last day, which still counts', async () => {
    const wrong = await coordinator.post(`/directory/colleagues/${guide.accountId}/no-employer`, { lastDay: '2025-06-01' });
    expect([wrong.status, wrong.body.includes('Op die dag werkte deze collega voor geen organisatie')]).toEqual([422, true]);
    await coordinator.post(`/directory/colleagues/${guide.accountId}/no-employer`, { lastDay: '2026-03-31' });
    expect([await employerOn('2026-03-31'), await employerOn('2026-04-01')]).toEqual(['Brugschool', undefined]);
  });

  it('is never two at once, also when two colleagues say it at the same moment', async () => {
    const other = await world.signIn('guide');
    await Promise.all([welfare, school, welfare, school].map((organisationId, at) => world.write((tx) => employ(tx, { accountId: other.accountId, organisationId, from: day(`2026-01-0${at + 1}`) }))));
    const found = await world.read((read) => findEmployer(read, other.accountId, day('2026-06-01')));
    expect([welfare, school]).toContain(found?.organisationId);
  });

  it('asks for an organisation of the map and a day, and keeps what was typed', async () => {
    const unknown = await set(newId(), '2026-05-05');
    expect([unknown.status, unknown.body.includes('Deze organisatie vinden we niet'), unknown.body.includes('value="2026-05-05"')]).toEqual([422, true, true]);
  });

  it('is for coordinators and administrators', async () => {
    expect((await guide.get('/directory/colleagues')).status).toBe(403);
    expect((await (await world.signIn('administrator')).get('/directory/colleagues')).status).toBe(200);
  });
});
