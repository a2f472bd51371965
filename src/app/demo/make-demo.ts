import { readBlueprint } from '../../engines/cases/index.ts';
import { dayOf, type SettableClock } from '../../kernel/clock/clock.ts';
import type { Database } from '../../kernel/db/database.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { releaseFigures } from '../../engines/figures/index.ts';
import { blueprint as welcomeTalks } from '../../practices/welcome-talks/blueprint.ts';
import { at, workingDayUntil } from './calendar.ts';
import { campusUsed } from './campus.ts';
import { letHappen, platform, together } from './happening.ts';
import { questionsAsked, referralsMade, registrations, talksHeld } from './happenings.ts';
import { inventBarriers } from './invent-barriers.ts';
import { inventPeople } from './invent-people.ts';
import { inventQuestions } from './invent-questions.ts';
import { inventReferrals } from './invent-referrals.ts';
import { inventTalks } from './invent-talks.ts';
import { livesNoted } from './lives.ts';
import { makeRandom } from './random.ts';
import { expertsAsked, signalsSeen } from './signal-happenings.ts';
import { drawMap, knownPlaces, knownServices, setUp } from './set-up.ts';
import { makeStaff } from './staff.ts';

export interface DemoSize {
  /** How long the authority has been at it. */
  months: number;
  persons: number;
  /** At the desk; the talks add theirs. */
  questions: number;
  referrals: number;
}

/** A municipality that welcomes some five thousand people in three years. */
export const wholeDemo: DemoSize = { months: 36, persons: 5000, questions: 2900, referrals: 400 };

export interface DemoParts {
  /** Lives on `clock`, which goes through all of it and ends at `now`. */
  database: Database;
  clock: SettableClock;
  now: Temporal.Instant;
  tenantId: string;
  publicUrl: string;
  size: DemoSize;
  progress?: (done: number, total: number) => void;
}

/** The last event of all: without it the demonstration is half made. */
export const madeAct = 'demonstration-made';

/** Lives through the years of a town that does not exist, by the doors through which the platform itself writes. */
export async function makeDemo({ database, clock, now, tenantId, publicUrl, size, progress = () => {} }: DemoParts): Promise<void> {
  const random = makeRandom(20_160_601);
  const practice = readBlueprint(welcomeTalks);
  const today = dayOf(now);
  const from = today.subtract({ months: size.months });
  const firstDay = workingDayUntil(from.subtract({ days: 1 }));
  const staff = makeStaff();
  const [services, places] = [knownServices(), knownPlaces()];
  const households = inventPeople(random, { persons: size.persons, from, until: today.subtract({ days: 1 }) });
  const recorded = inventQuestions(random, { households, recorders: staff.recorders, placeIds: places.map(({ id }) => id), from, now, today, count: size.questions });
  const referrals = inventReferrals(random, { recorded, services, now, count: size.referrals });
  const talks = inventTalks(random, { households, guides: staff.guides, now });
  // With chances of its own, so that all else that is made up stays as it was.
  const met = inventBarriers(makeRandom(20_210_304), { recorded, services, today, isFew: size.questions < 500 });
  const town = { staff, publicUrl, firstDay, now, today };
  const campus = campusUsed({ staff, services, firstDay, now, today });
  await letHappen({ database, clock, tenantId, progress }, [
    { at: at(firstDay, '08:00'), by: staff.offeredFor('administrator'), act: (tx) => setUp(tx, { staff, places, blueprint: practice }) },
    { at: at(firstDay, '09:00'), by: staff.offeredFor('coordinator'), act: (tx) => drawMap(tx, services, today) },
    ...together([...registrations(households, { practice, by: staff.offeredFor('front-desk') }), ...questionsAsked(recorded, staff), ...referralsMade(referrals, { staff, publicUrl, now }), ...signalsSeen(met, town), ...expertsAsked(town)]),
    ...campus,
    ...livesNoted(makeRandom(20_220_513), households, { staff, today, isFew: size.questions < 500 }),
    ...talksHeld(random, talks, { practice, staff }),
    { at: now, by: staff.offeredFor('coordinator'), act: (tx) => releaseFigures(tx) },
    { at: now, by: platform, act: async (tx) => tx.record({ act: madeAct, subjects: [{ type: 'tenant', id: tenantId }], detail: { persons: size.persons } }) },
  ]);
}
