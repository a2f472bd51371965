import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { changePersons, registerHousehold, setArrival } from '../../people/index.ts';
import { aFamily, aPerson } from '../../people/testing.ts';
import { insertTerm } from '../adoption.store.ts';
import { findCase, findCasesOf, findPlan } from '../case.store.ts';
import { anArrival, welcomed } from '../testing.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { openCases } from './open-cases.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
  });
  afterAll(() => world.close());

  const caseOf = async (caseId: string) => (await world.read((read) => findCase(read, caseId)))!;

  test('opens by itself for a family that arrived, with three months on its clock from the day of arrival', async () => {
    const [family] = await welcomed(world, anArrival('Nadia Saleh').arrivedOn('2025-11-30'));
    expect(await caseOf(family!.caseId)).toMatchObject({ blueprint: 'welcome-talks', openedOn: day('2025-11-30'), dueOn: day('2026-02-28'), attentionOn: day('2026-02-07'), languages: ['ar'], municipality: '34022', closedOn: null });
    expect(await world.read((read) => findPlan(read, family!.caseId))).toEqual({ invite: 'active', appointment: 'active', letter: 'available', meet: 'active', 'hold-talk': 'active', welcomed: 'available' });
  });

  test('opens once, however often we look', async () => {
    const [family] = await welcomed(world, anArrival('Samir Aziz'));
    await world.sweep();
    await Promise.all([world.sweep(), world.sweep()]);
    expect(await world.read((read) => findCasesOf(read, family!.householdId))).toHaveLength(1);
    const opened = (await world.read((read) => findTimeline(read, { type: 'household', id: family!.householdId }))).filter(({ act }) => act === 'case-opened');
    expect(opened).toHaveLength(1);
    expect(opened[0]!.detail).toEqual({ practice: 'welcome-talks', version: 1, openedOn: '2026-02-01', dueOn: '2026-05-01' });
  });

  test.each([
    ['a family whose day of arrival is not known', aFamily('Zonder Datum')],
    ['a family that arrived more than a year ago', anArrival('Lang Geleden').arrivedOn('2025-03-02')],
    ['a family that is still to arrive', anArrival('Komt Nog').arrivedOn('2026-03-04')],
  ])('does not open by itself for %s', async (_, family) => {
    const { id } = await world.write((tx) => registerHousehold(tx, family.asHousehold));
    await world.sweep();
    expect(await world.read((read) => findCasesOf(read, id))).toEqual([]);
  });

  test('can be opened by hand for who arrived longer ago', async () => {
    const { id } = await world.write((tx) => registerHousehold(tx, anArrival('Lang Hier').arrivedOn('2020-02-29').asHousehold));
    const opened = await world.write((tx) => openCases(tx, { blueprint: 'welcome-talks', householdIds: [id] }));
    expect(await caseOf(opened[0]!)).toMatchObject({ openedOn: day('2020-02-29'), dueOn: day('2020-05-29') });
    expect(await world.write((tx) => openCases(tx, { blueprint: 'welcome-talks', householdIds: [id] }))).toEqual([]);
  });

  test('follows a corrected day of arrival, other languages, and says so', async () => {
    const [family] = await welcomed(world, anArrival('Yusuf Karim').with('partner', aPerson('Hana Karim')));
    await world.write((tx) => setArrival(tx, family!.householdId, day('2026-01-31')));
    await world.write((tx) => changePersons(tx, [{ id: family!.personIds[0]!, languages: [{ code: 'ti', contactRank: 1 }] }]));
    await world.sweep();
    expect(await caseOf(family!.caseId)).toMatchObject({ openedOn: day('2026-01-31'), dueOn: day('2026-04-30'), languages: ['ti'] });
    const [entry] = (await world.read((read) => findTimeline(read, { type: 'case', id: family!.caseId }))).filter(({ act }) => act === 'clock-set-right');
    expect(entry!.detail).toEqual({ from: '2026-02-01', to: '2026-01-31', dueOn: '2026-04-30' });
  });

  test('runs by the term that was valid on the day of arrival, also when it opens later', async () => {
    await world.write((tx) => insertTerm(tx, { blueprint: 'welcome-talks', clock: 'welcome', duration: 'P2M', validFrom: day('2026-03-10'), source: 'Besluit van de gemeenteraad' }));
    world.clock.set('2026-04-01T09:00');
    const [before, on, after] = await welcomed(world, anArrival('Voor De Dag').arrivedOn('2026-03-09'), anArrival('Op De Dag').arrivedOn('2026-03-10'), anArrival('Na De Dag').arrivedOn('2026-03-31'));
    expect((await caseOf(before!.caseId)).dueOn).toEqual(day('2026-06-09'));
    expect((await caseOf(on!.caseId)).dueOn).toEqual(day('2026-05-10'));
    expect((await caseOf(after!.caseId)).dueOn).toEqual(day('2026-05-31'));
  });

  test('opens in each authority for its own families', async () => {
    const other = await world.anotherTenant();
    const { id } = await world.write((tx) => registerHousehold(tx, anArrival('Elders Wonen').asHousehold), other);
    await world.sweep();
    expect(await world.read((read) => findCasesOf(read, id), other)).toHaveLength(1);
    expect(await world.read((read) => findCasesOf(read, id))).toEqual([]);
  });
});
