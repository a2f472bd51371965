import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { blueprint as welcomeTalks } from '../../../practices/welcome-talks/blueprint.ts';
import { instantOf } from '../../../kernel/clock/clock.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { readBlueprint } from '../part.ts';
import { aGuide, anArrival, plan, welcomed, type Guide, type Welcomed } from '../testing.ts';
import { holdTalks, missTalks, planTalks, withdrawCases } from './take-over.ts';

const practice = readBlueprint(welcomeTalks);
const answers = {
  housing: { explained: 'yes', understood: 'yes', needs: ['find-home', 'deposit'], own: null },
  work: { explained: 'yes', understood: 'partly', needs: [], own: 'Een naaiatelier' },
  approach: { approach: 'information', agreed: null },
};
const talkAt = Temporal.PlainDateTime.from('2026-03-10T14:00');

/** What was done before is written down as the acts themselves would have left it: one family by the pages, its twin by the door. */
describe('what is taken over', () => {
  let world: World;
  let coordinator: Guide, guide: Guide;
  let byPages: Welcomed, byDoor: Welcomed;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
    [byPages, byDoor] = (await welcomed(world, anArrival('Nour Haddad'), anArrival('Rima Haddad'))) as [Welcomed, Welcomed];
  });
  afterAll(() => world.close());

  const through = (actor: Guide, role: string, work: (tx: Transaction) => Promise<void>) => world.database.write({ tenantId: world.tenantId, actorId: actor.accountId, actorRole: role }, work);
  const moment = (hour: number) => ({ workerId: guide.accountId, startsAt: instantOf(talkAt.with({ hour })), endsAt: instantOf(talkAt.with({ hour: hour + 1 })), placeKind: 'desk' as const, place: 'Markt 1, zaal 2' });

  /** All that is known of a family's welcome, without ids and what only tells how often a row was touched. */
  async function traceOf({ caseId }: Welcomed) {
    const query = async (select: ReturnType<typeof sql>) => (await world.read((read) => select.execute(read.on<never>()))).rows;
    return {
      file: await query(sql`select opened_on, due_on, reached_on, closed_on, outcome, guide_id, talk_language, approach, response_id is not null as has_response from cases.case_file where id = ${caseId}`),
      plan: await query(sql`select item, state from cases.plan_item where case_id = ${caseId} order by item`),
      appointments: await query(sql`select worker_id, ends_at - starts_at as lasts, place_kind, place, state, reason from cases.appointment where case_id = ${caseId} order by starts_at`),
      needs: await query(sql`select page, need from cases.need where case_id = ${caseId} order by page, need`),
      questions: await query(sql`select theme, channel, language, municipality, handling, note, closed_at is null as open, person_id is not null as named from questions.question where case_id = ${caseId} order by note`),
      answers: await query(sql`select page, answers from questionnaires.page_answer join questionnaires.response on response.id = page_answer.response_id where subject_id = ${caseId} and page = any (${Object.keys(answers)}::text[]) order by page`),
      events: (await world.read((read) => findTimeline(read, { type: 'case', id: caseId }))).filter(({ act }) => !['talk-page-saved', 'case-read'].includes(act)).map(({ act, actorId, actorRole }) => ({ act, actorId, actorRole })).toSorted((one, other) => one.act.localeCompare(other.act)),
    };
  }

  const same = async () => expect(await traceOf(byDoor)).toEqual(await traceOf(byPages));

  test('is a talk that was planned', async () => {
    await plan(world, coordinator, byPages.caseId, { guide: guide.accountId, time: '14:00' });
    await through(coordinator, 'coordinator', (tx) => planTalks(tx, practice, [{ householdId: byDoor.householdId, ...moment(16) }]));
    await same();
  });

  test('and for which nobody came', async () => {
    world.clock.set('2026-03-10T18:00');
    const { body } = await guide.get(`/cases/${byPages.caseId}`);
    await guide.post(`/cases/${byPages.caseId}/missed`, { version: /name="version" value="(\d+)"/.exec(body)![1] });
    await through(guide, 'guide', (tx) => missTalks(tx, practice, [byDoor]));
    await same();
  });

  test('and one that was held, with its needs, its approach and the end of the case', async () => {
    const again = { guide: guide.accountId, day: '2026-03-12' };
    await plan(world, coordinator, byPages.caseId, { ...again, time: '14:00' });
    const startsAt = instantOf(talkAt.with({ day: 12, hour: 16 }));
    await through(coordinator, 'coordinator', (tx) => planTalks(tx, practice, [{ householdId: byDoor.householdId, ...moment(16), startsAt, endsAt: startsAt.add({ minutes: 60 }) }]));
    world.clock.set('2026-03-12T17:00');
    await guide.post(`/cases/${byPages.caseId}/talk`, { language: 'ar' });
    for (const [page, { ...given }] of Object.entries(answers)) {
      const fields = Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== null)) as Record<string, string | string[]>;
      expect((await guide.post(`/cases/${byPages.caseId}/talk/${page}`, fields)).status).toBe(303);
    }
    expect((await guide.post(`/cases/${byPages.caseId}/finish`, { heldOn: '2026-03-12' })).status).toBe(303);
    const held = { householdId: byDoor.householdId, personId: byDoor.personIds[0]!, language: 'ar', answers, heldOn: Temporal.PlainDate.from('2026-03-12') };
    await through(guide, 'guide', (tx) => holdTalks(tx, practice, [held]));
    await same();
  });

  test('and a case that ended otherwise', async () => {
    const [away, gone] = (await welcomed(world, anArrival('Ali Haddad').arrivedOn('2026-03-01'), anArrival('Omar Haddad').arrivedOn('2026-03-01'))) as [Welcomed, Welcomed];
    await plan(world, coordinator, away.caseId, { guide: guide.accountId, day: '2026-03-20', time: '09:00' });
    const startsAt = instantOf(talkAt.with({ day: 20, hour: 11 }));
    await through(coordinator, 'coordinator', (tx) => planTalks(tx, practice, [{ householdId: gone.householdId, ...moment(11), startsAt, endsAt: startsAt.add({ minutes: 60 }) }]));
    const { body } = await coordinator.get(`/cases/${away.caseId}`);
    const version = /action="\/cases\/[^"]*\/close"[\s\S]*?name="version" value="(\d+)"/.exec(body)![1];
    expect((await coordinator.post(`/cases/${away.caseId}/close`, { version, outcome: 'moved-away' })).status).toBe(303);
    await through(coordinator, 'coordinator', (tx) => withdrawCases(tx, practice, [{ householdId: gone.householdId, outcome: 'moved-away' }]));
    expect(await traceOf(gone)).toEqual(await traceOf(away));
  });

  test('is refused for a household that is not being welcomed', async () => {
    await expect(through(coordinator, 'coordinator', (tx) => withdrawCases(tx, practice, [{ householdId: byDoor.householdId, outcome: 'refused' }]))).rejects.toThrow('no running case');
  });
});
