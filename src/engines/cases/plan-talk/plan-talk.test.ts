import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findAppointmentsOf, findTalkAhead } from '../appointment.store.ts';
import { findCase, findPlan } from '../case.store.ts';
import { aGuide, anArrival, plan, welcomed, wordsOf, type Guide } from '../testing.ts';

describe('planning a talk', () => {
  let world: World;
  let coordinator: Guide;
  let amal: Guide, tigist: Guide;
  let caseId: string, otherCaseId: string;
  let families = 0;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
    amal = await aGuide(world, 'Amal Saïdi', ['ar', 'fr']);
    tigist = await aGuide(world, 'Tigist Bekele', ['ti', 'am']);
    await aGuide(world, 'Wim Peeters', ['nl']);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    families += 1;
    const [one, other] = await welcomed(world, anArrival(`Gezin ${families}a`), anArrival(`Gezin ${families}b`).speaking('ti'));
    [caseId, otherCaseId] = [one!.caseId, other!.caseId];
    world.clock.advance({ days: 1 });
  });

  const ahead = (id = caseId) => world.read((read) => findTalkAhead(read, id));
  /** Days follow the clock, which goes on with each test. */
  const inDays = (days: number) => world.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().add({ days }).toString();

  test('proposes who speaks the language of the family first, with what they have ahead', async () => {
    await plan(world, coordinator, otherCaseId, { guide: amal.accountId, day: inDays(2) });
    const { body } = await coordinator.get(`/cases/${caseId}/plan`);
    const names = [...body.matchAll(/(Amal Saïdi|Tigist Bekele|Wim Peeters)<\/span>/g)].map((match) => match[1]);
    expect(names.slice(0, 3)).toEqual(['Amal Saïdi', 'Tigist Bekele', 'Wim Peeters']);
    expect(wordsOf(body)).toContain('spreekt Arabisch · 1 gesprek gepland');
    expect(wordsOf(body)).toContain('spreekt geen taal van het gezin · 0 gesprekken gepland');
  });

  test('gives the family a guide, a moment and a place, and tells the plan', async () => {
    const reply = await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(3), time: '9.30', minutes: 45 });
    expect(reply).toMatchObject({ status: 303, location: `/cases/${caseId}` });
    const talk = (await ahead())!;
    expect(talk).toMatchObject({ workerId: amal.accountId, placeKind: 'desk', place: 'Markt 1, zaal 2', state: 'planned', sequence: 0 });
    expect(talk.startsAt.toZonedDateTimeISO('Europe/Brussels').toPlainTime().toString()).toBe('09:30:00');
    expect(talk.startsAt.until(talk.endsAt).total('minutes')).toBe(45);
    expect((await world.read((read) => findCase(read, caseId)))!.guideId).toBe(amal.accountId);
    expect(await world.read((read) => findPlan(read, caseId))).toMatchObject({ appointment: 'completed', letter: 'active', invite: 'completed' });
    const words = wordsOf((await coordinator.get(`/cases/${caseId}`)).body);
    expect(words).toContain('om 09:30 (45 minuten)');
    expect(words).toContain('Aan de balie, Markt 1, zaal 2');
    expect(words).toContain('Gesprek gepland');
  });

  test('never books a guide twice, and says what is in the way', async () => {
    await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(4), time: '14:00' });
    const reply = await plan(world, coordinator, otherCaseId, { guide: amal.accountId, day: inDays(4), time: '14:45', placeKind: 'home', place: 'wat ik typte' });
    expect(reply.status).toBe(422);
    expect(wordsOf(reply.body)).toContain('Deze toeleider heeft al een gesprek op');
    expect(reply.body).toContain('value="14:45"');
    expect(reply.body).toContain('value="wat ik typte"');
    expect(await ahead(otherCaseId)).toBeUndefined();
    // One after the other is no double booking.
    expect((await plan(world, coordinator, otherCaseId, { guide: amal.accountId, day: inDays(4), time: '15:00' })).status).toBe(303);
  });

  test('books one of two that are planned at the same moment for the same guide', async () => {
    const moment = { guide: tigist.accountId, day: inDays(5), time: '10:00' };
    const replies = await Promise.all([plan(world, coordinator, caseId, moment), plan(world, coordinator, otherCaseId, moment)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect([await ahead(caseId), await ahead(otherCaseId)].filter(Boolean)).toHaveLength(1);
  });

  test('moves a talk: the same entry for calendars, one version on, and the family has to confirm anew', async () => {
    await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(6) });
    const before = (await ahead())!;
    const reply = await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(7), time: '11:00' });
    expect(reply.notice).toContain('Maak een nieuwe brief.');
    expect(await ahead()).toMatchObject({ id: before.id, sequence: 1, confirmedAt: null });
  });

  test('gives it to another guide: off for the first, new for the second', async () => {
    await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(8) });
    await plan(world, coordinator, caseId, { guide: tigist.accountId, day: inDays(8) });
    const all = await world.read((read) => findAppointmentsOf(read, caseId));
    expect(all.map(({ workerId, state, reason }) => ({ workerId, state, reason }))).toEqual(
      expect.arrayContaining([
        { workerId: amal.accountId, state: 'called-off', reason: 'other-guide' },
        { workerId: tigist.accountId, state: 'planned', reason: null },
      ]),
    );
    expect((await amal.get(`/cases/${caseId}`)).status).toBe(404);
  });

  test('shows the second of two planners what the first did, and keeps what was filled in', async () => {
    await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(9) });
    const seen = (await ahead())!.version;
    await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(10), time: '16:00' });
    const reply = await coordinator.post(`/cases/${caseId}/plan`, { version: seen, guide: tigist.accountId, day: inDays(11), time: '08:15', minutes: 60, placeKind: 'home' });
    expect(reply.status).toBe(409);
    expect(wordsOf(reply.body)).toContain('Iemand anders wijzigde dit gesprek intussen');
    expect(wordsOf(reply.body)).toMatch(/Intussen gepland: .* 16:00, Amal Saïdi/);
    expect(reply.body).toContain('value="08:15"');
  });

  test.each([
    ['a moment that has passed', { day: '2026-03-01' }, 'Dit moment is voorbij'],
    ['a day that does not exist', { day: '2026-02-31' }, 'Deze datum bestaat niet'],
    ['a time that is none', { time: '25:00' }, 'Schrijf een uur'],
    ['no guide', { guide: '' }, 'Vul dit in.'],
    ['somewhere else without a place', { placeKind: 'other', place: '' }, 'Vul in waar het gesprek is.'],
    ['a talk of a minute', { minutes: 1 }, 'Vul 15 of meer in.'],
  ])('refuses %s', async (_, wrong, sentence) => {
    const reply = await plan(world, coordinator, caseId, { guide: amal.accountId, day: inDays(12), ...wrong });
    expect(reply.status).toBe(422);
    expect(wordsOf(reply.body)).toContain(sentence);
    expect(await ahead()).toBeUndefined();
  });

  test('is not for another’s family, nor for one of another authority', async () => {
    expect((await amal.get(`/cases/${caseId}/plan`)).status).toBe(404);
    const elsewhere = await world.signIn('coordinator', { tenantId: await world.anotherTenant(`Overstad ${families}`) });
    const foreign = await plan(world, elsewhere, caseId, { guide: amal.accountId, day: inDays(13) });
    expect(foreign.status).toBe(404);
  });

  test('can be done by a program', async () => {
    const program = await world.token(['cases:plan']);
    const { status, value } = await program.json(`/api/v1/cases/${caseId}/plan`, { guide: amal.accountId, day: inDays(14), time: '10:00', minutes: 60, placeKind: 'home' });
    expect(status).toBe(200);
    expect(value.id).toBe(caseId);
  });
});

describe('a talk that does not take place', () => {
  let world: World;
  let coordinator: Guide, guide: Guide;
  let caseId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator');
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
    caseId = (await welcomed(world, anArrival('Nour Haddad')))[0]!.caseId;
  });
  afterAll(() => world.close());
  const version = async () => (await world.read((read) => findTalkAhead(read, caseId)))!.version;
  const standing = () => world.read((read) => findPlan(read, caseId));

  test('is called off with a reason, and is to be planned again', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId });
    const without = await coordinator.post(`/cases/${caseId}/call-off`, { version: await version() });
    expect(without.status).toBe(422);
    const reply = await coordinator.post(`/cases/${caseId}/call-off`, { version: await version(), reason: 'family' });
    expect(reply.notice).toContain('Plan een nieuw moment.');
    expect(await standing()).toMatchObject({ appointment: 'active' });
    expect(wordsOf((await coordinator.get(`/cases/${caseId}`)).body)).toContain('afgezegd (Het gezin kan niet)');
  });

  test('was missed by the family: only once it should have begun', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-04', time: '10:00' });
    const early = await guide.post(`/cases/${caseId}/missed`, { version: await version() });
    expect(early.status).toBe(422);
    expect(wordsOf(early.body)).toContain('Het gesprek moet nog beginnen.');
    world.clock.set('2026-03-04T10:15');
    expect((await guide.post(`/cases/${caseId}/missed`, { version: await version() })).status).toBe(303);
    expect(await standing()).toMatchObject({ appointment: 'active' });
  });

  test('is not called off twice', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId });
    const seen = await version();
    await coordinator.post(`/cases/${caseId}/call-off`, { version: seen, reason: 'guide' });
    const again = await coordinator.post(`/cases/${caseId}/call-off`, { version: seen, reason: 'guide' });
    expect(again.status).toBe(409);
    expect(wordsOf(again.body)).toContain('Er is geen gesprek gepland.');
  });
});
