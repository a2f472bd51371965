import { themes, type Theme } from '../../engines/directory/index.ts';
import type { Channel, Handling, NewQuestion } from '../../engines/questions/index.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { at, isAfter, isLater, workingDays } from './calendar.ts';
import type { DemoHousehold } from './invent-people.ts';
import type { Random } from './random.ts';
import { asked } from './words/questions.ts';

/** What one of the staff recorded at the end of half a day. */
export interface Recorded {
  at: Temporal.Instant;
  /** The account. */
  by: string;
  questions: DemoQuestion[];
}

export type DemoQuestion = NewQuestion & { id: string; note: string | null };

export interface Desk {
  households: readonly DemoHousehold[];
  /** Accounts that record, each with how often it does beside the others. */
  recorders: Readonly<Record<string, number>>;
  placeIds: readonly string[];
  from: Temporal.PlainDate;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  /** About so many. */
  count: number;
}

const channels: Partial<Record<Channel, number>> = { desk: 44, telephone: 15, 'town-hall': 12, 'going-along': 9, online: 8, 'e-mail': 7, 'home-visit': 5 };
/** Questions at the desk from the first day on, a little more each year. */
export function inventQuestions(random: Random, desk: Desk): Recorded[] {
  const days = workingDays(desk.from, desk.today);
  return days.flatMap((day, index) => {
    const known = desk.households.filter(({ registeredOn }) => isAfter(day, registeredOn));
    // Of late each half day has its own; what is long ago was written down once a day.
    const isLate = isAfter(day, desk.today.subtract({ days: 120 }));
    const expected = (desk.count / days.length) * (0.75 + (0.5 * index) / days.length) * (isLate ? 0.5 : 1);
    return (isLate ? ['12:10', '16:40'] : ['16:40'])
      .map((time) => ({ day, known, moment: at(day, time) }))
      .filter(({ moment }) => isLater(desk.now.subtract({ minutes: 1 }), moment))
      .flatMap((part) => byRecorder(random, desk, part, Math.floor(expected) + (random.is(expected % 1) ? 1 : 0), isLate ? 2 : 1));
  });
}

/** Shares the questions of a part of a day among so many who record, who may be the same. */
function byRecorder(random: Random, desk: Desk, part: PartOfDay, count: number, recorders: number): Recorded[] {
  const records = Array.from({ length: count }, () => inventQuestion(random, desk, part));
  const chosen = Array.from({ length: recorders }, () => random.weighed(desk.recorders));
  const by = Map.groupBy(records, (_, index) => chosen[index % recorders]!);
  return [...by].map(([id, questions]) => ({ at: part.moment, by: id, questions }));
}

interface PartOfDay {
  day: Temporal.PlainDate;
  moment: Temporal.Instant;
  known: readonly DemoHousehold[];
}

function inventQuestion(random: Random, { now, placeIds }: Desk, { day, moment, known }: PartOfDay): DemoQuestion {
  const theme = random.weighed(weightsIn(day.month));
  const household = random.is(0.74) ? someoneHere(random, known) : undefined;
  const age = Math.floor(now.since(moment, { largestUnit: 'hour' }).hours / 24);
  const isOpen = random.is(age < 12 ? 0.4 : age < 45 ? 0.1 : age < 80 ? 0.02 : 0);
  const channel = random.weighed(channels);
  return {
    id: newId(),
    theme,
    channel,
    language: household ? (random.is(0.16) ? 'nl' : (household.languages[0] ?? 'nl')) : random.weighed({ nl: 40, en: 12, fr: 12, ar: 12, uk: 8, tr: 5, ti: 4, prs: 4, ro: 3 }),
    municipality: household?.municipality ?? (random.is(0.85) ? '34990' : null),
    placeId: channel === 'desk' || channel === 'town-hall' ? random.one(placeIds) : null,
    handling: isOpen && random.is(0.7) ? [] : inventHandling(random, channel),
    minutes: random.is(0.9) ? random.one([5, 5, 10, 10, 10, 15, 15, 20, 20, 30, 45, 60]) : null,
    personId: household ? random.one(household.adultIds) : null,
    householdId: household?.id ?? null,
    note: random.is(0.8) ? random.one(asked[theme].notes) : null,
    askedAt: moment.subtract({ minutes: random.between(3, 220) }),
    open: isOpen,
  };
}

function inventHandling(random: Random, channel: Channel): Handling[] {
  const first: Handling = channel === 'going-along' ? 'went-along' : random.weighed({ informed: 78, 'went-along': 6, mediated: 16 });
  return random.is(0.12) ? [first, random.one<Handling>(['informed', 'mediated'])] : [first];
}

function weightsIn(month: number): Record<Theme, number> {
  return Object.fromEntries(themes.map((theme) => [theme, asked[theme].weight * (asked[theme].busy?.[month] ?? 1)])) as Record<Theme, number>;
}

/** Who came last asks most; `known` is in the order of arrival. */
function someoneHere(random: Random, known: readonly DemoHousehold[]): DemoHousehold | undefined {
  return known[Math.floor(known.length * random.next() ** 0.45)];
}
