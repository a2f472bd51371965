import type { HeldTalk, PlannedTalk } from '../../engines/cases/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { isWorkingDay } from '../../kernel/clock/working-days.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { at, isAfter, isLater, workingDayFrom, workingDayUntil } from './calendar.ts';
import type { DemoHousehold } from './invent-people.ts';
import type { Random } from './random.ts';

export interface Guide {
  id: string;
  languages: readonly string[];
}

/** What happens with one household: each at its moment, by an account. */
export type TalkStep =
  | { kind: 'plan'; at: Temporal.Instant; talk: PlannedTalk }
  | { kind: 'miss'; at: Temporal.Instant; by: string; householdId: string }
  /** Without `by`, the coordinator typed it in from paper. */
  | { kind: 'hold'; at: Temporal.Instant; by?: string; talk: Omit<HeldTalk, 'answers'> }
  | { kind: 'withdraw'; at: Temporal.Instant; householdId: string; outcome: string };

export interface Talking {
  households: readonly DemoHousehold[];
  guides: readonly Guide[];
  now: Temporal.Instant;
}

/** Most families are welcomed within three months; some late, some not yet, and some never. Until now, and what is planned ahead. */
export function inventTalks(random: Random, { households, guides, now }: Talking): TalkStep[] {
  const agenda = new Agenda(random, guides);
  const courses = households.map((household) => ({ household, steps: household.arrivedOn ? inventCourse(random, agenda, { household, arrivedOn: household.arrivedOn, now }) : [] }));
  const idle = courses.filter(({ household, steps }) => steps.length === 0 && household.arrivedOn).map(({ household }) => household);
  return [...courses.flatMap(({ steps }) => steps), ...fillDays(agenda, { idle, guide: guides[0]!, now })];
}

/** The guide whose account is offered has someone to see today, or on the next days: the demonstration begins there. */
function fillDays(agenda: Agenda, { idle, guide, now }: { idle: readonly DemoHousehold[]; guide: Guide; now: Temporal.Instant }): TalkStep[] {
  const spoken = idle.filter(({ languages }) => languages.some((code) => guide.languages.includes(code))).slice(-4);
  return spoken.flatMap((household, index): TalkStep[] => {
    const startsAt = agenda.next(guide, now.add({ hours: 1 + 20 * Math.floor(index / 2) }));
    const plannedAt = at(workingDayUntil(dayOf(now).subtract({ days: 1 })), '16:10');
    const talk = { householdId: household.id, workerId: guide.id, startsAt, endsAt: startsAt.add({ minutes: 60 }), placeKind: index % 2 === 0 ? ('home' as const) : ('desk' as const), place: null };
    return [{ kind: 'plan', at: plannedAt, talk }];
  });
}

interface Course {
  household: DemoHousehold;
  arrivedOn: Temporal.PlainDate;
  now: Temporal.Instant;
}

function inventCourse(random: Random, agenda: Agenda, course: Course): TalkStep[] {
  const { household, arrivedOn, now } = course;
  const kind = random.weighed({ soon: 825, late: 100, ended: 35, slow: 40 });
  const last = arrivedOn.add({ months: 3 });
  const wish = kind === 'soon' ? arrivedOn.add({ days: random.between(16, 86) }) : kind === 'late' ? last.add({ days: random.between(1, 60) }) : undefined;
  if (wish) return inventMeetings(random, agenda, course, isAfter(wish, household.registeredOn.add({ days: 2 })) ? wish : household.registeredOn.add({ days: 4 }));
  const endsOn = workingDayFrom(kind === 'ended' ? household.registeredOn.add({ days: random.between(20, 100) }) : last.add({ days: random.between(30, 90) }));
  const endsAt = at(endsOn, '15:20');
  const outcome = random.weighed({ 'moved-away': 45, 'not-reached': 25, refused: 18, 'welcomed-elsewhere': 12 });
  return isLater(now, endsAt) ? [{ kind: 'withdraw', at: endsAt, householdId: household.id, outcome }] : [];
}

/** The talk, and before it now and then one for which nobody came. */
function inventMeetings(random: Random, agenda: Agenda, course: Course, wish: Temporal.PlainDate): TalkStep[] {
  const { household, now } = course;
  const earlier = wish.subtract({ days: random.between(9, 15) });
  const isMissedFirst = random.is(0.09) && isAfter(earlier, household.registeredOn.add({ days: 3 }));
  const missed = isMissedFirst ? inventMeeting(random, agenda, course, { wish: earlier, from: household.registeredOn, isMissed: true }) : undefined;
  const from = missed ? missed.day : household.registeredOn;
  // What was missed only in the days to come is not known yet: it is planned, and nothing after it.
  if (missed && !isLater(now, missed.endsAt)) return missed.steps;
  return [...(missed?.steps ?? []), ...inventMeeting(random, agenda, course, { wish, from, isMissed: false }).steps];
}

interface Wish {
  wish: Temporal.PlainDate;
  /** Not planned on or before this day. */
  from: Temporal.PlainDate;
  isMissed: boolean;
}

function inventMeeting(random: Random, agenda: Agenda, { household, now }: Course, { wish, from, isMissed }: Wish) {
  const { guide, startsAt, day } = agenda.take(household.languages, wish);
  const endsAt = startsAt.add({ minutes: 60 });
  const decided = planningDay(day.subtract({ days: random.between(6, 28) }));
  const plannedAt = at(isAfter(decided, from) ? decided : workingDayFrom(from.add({ days: 1 })), '09:20');
  const placeKind = random.weighed({ home: 55, desk: 38, other: 7 });
  const steps: TalkStep[] = [];
  if (isLater(now, plannedAt) && isLater(startsAt, plannedAt)) {
    steps.push({ kind: 'plan', at: plannedAt, talk: { householdId: household.id, workerId: guide.id, startsAt, endsAt, placeKind, place: placeKind === 'other' ? 'Bibliotheek, leeszaal' : null } });
    if (isLater(now, endsAt) && isMissed) steps.push({ kind: 'miss', at: endsAt, by: guide.id, householdId: household.id });
    const isOnPaper = isLater(now.subtract({ hours: 24 * daysOnScreen }), endsAt);
    const written = isOnPaper ? { at: at(endOfWeek(day), '20:00') } : { at: endsAt, by: guide.id };
    if (isLater(now, endsAt) && !isMissed) steps.push({ kind: 'hold', ...written, talk: inventHeld(random, household, guide, { heldOn: day, now, endsAt }) });
  }
  return { steps, day, endsAt };
}

/** Guides have gone about with a telephone for half a year; before, talks were on paper and typed in at the end of the week. */
const daysOnScreen = 180;

function endOfWeek(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (13 - day.dayOfWeek) % 7 });
}

/** Talks are planned on Mondays and Wednesdays. */
function planningDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return workingDayUntil(day.dayOfWeek < 3 ? day.subtract({ days: day.dayOfWeek - 1 }) : day.subtract({ days: day.dayOfWeek - 3 }));
}

function inventHeld(random: Random, household: DemoHousehold, guide: Guide, { heldOn, now, endsAt }: { heldOn: Temporal.PlainDate; now: Temporal.Instant; endsAt: Temporal.Instant }): Omit<HeldTalk, 'answers'> {
  const language = household.languages.find((code) => guide.languages.includes(code)) ?? 'nl';
  const isHandled = isLater(now.subtract({ hours: 24 * 20 }), endsAt) || random.is(0.35);
  return { householdId: household.id, personId: household.adultIds[0] ?? null, language, heldOn, ...(isHandled ? { handling: [random.weighed({ informed: 66, 'went-along': 14, mediated: 20 })] } : {}) };
}

const times = ['09:30', '11:00', '13:30', '15:15', '18:30'] as const;

/** Who is free when: nobody holds two talks at once. */
class Agenda {
  readonly #taken = new Set<string>();
  readonly #random: Random;
  readonly #guides: readonly Guide[];

  constructor(random: Random, guides: readonly Guide[]) {
    this.#random = random;
    this.#guides = guides;
  }

  /** A guide who speaks the first of these languages that any guide speaks, on that day or soon after it. */
  take(languages: readonly string[], wish: Temporal.PlainDate): { guide: Guide; startsAt: Temporal.Instant; day: Temporal.PlainDate } {
    const language = languages.find((code) => this.#guides.some((guide) => guide.languages.includes(code))) ?? 'nl';
    const fitting = this.#guides.filter((guide) => guide.languages.includes(language));
    for (let day = wish; ; day = day.add({ days: 1 })) {
      if (!isWorkingDay(day) && !(day.dayOfWeek === 6 && this.#random.is(0.15))) continue;
      for (let attempt = 0; attempt < 6; attempt++) {
        const [guide, time] = [this.#random.one(fitting), this.#random.one(times)];
        const slot = `${guide.id} ${day} ${time}`;
        if (this.#taken.has(slot)) continue;
        this.#taken.add(slot);
        return { guide, startsAt: at(day, time), day };
      }
    }
  }

  /** The first moment from then on at which this guide is free. */
  next(guide: Guide, from: Temporal.Instant): Temporal.Instant {
    for (let day = workingDayFrom(dayOf(from)); ; day = workingDayFrom(day.add({ days: 1 }))) {
      const time = times.find((one) => isLater(at(day, one), from) && !this.#taken.has(`${guide.id} ${day} ${one}`));
      if (!time) continue;
      this.#taken.add(`${guide.id} ${day} ${time}`);
      return at(day, time);
    }
  }
}
