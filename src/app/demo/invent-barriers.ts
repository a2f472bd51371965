import type { Theme } from '../../engines/directory/index.ts';
import type { BarrierReason, NewBarrier } from '../../engines/questions/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { isAfter } from './calendar.ts';
import type { DemoQuestion, Recorded } from './invent-questions.ts';
import type { KnownService } from './invent-referrals.ts';
import type { Random } from './random.ts';

export interface Met {
  at: Temporal.Instant;
  by: string;
  questionId: string;
  barriers: NewBarrier[];
}

/** What people run into most, by what they ask for; how often beside the others. */
const usual: Partial<Record<Theme, Partial<Record<BarrierReason, number>>>> = {
  housing: { 'waiting-list': 5, refusal: 2, discrimination: 1, cost: 2 },
  dutch: { 'waiting-list': 3, childcare: 3, 'opening-hours': 1 },
  'school-childcare': { 'waiting-list': 4, cost: 1 },
  'health-wellbeing': { language: 4, 'waiting-list': 2, 'no-answer': 1 },
  'money-administration': { digital: 5, language: 1 },
  work: { papers: 2, language: 1, distance: 1 },
};

export interface Barriers {
  recorded: readonly Recorded[];
  services: readonly KnownService[];
  today: Temporal.PlainDate;
  /** So few questions that each of them meets what is usual: there is something to see in a small town too. */
  isFew: boolean;
}

/** Some of what was asked met a barrier. Two of them come from one place again and again: the town's signals. */
export function inventBarriers(random: Random, { recorded, services, today, isFew }: Barriers): Met[] {
  const begun = today.subtract({ months: 8 });
  const housing = services.find(({ themes }) => themes.includes('housing'));
  return recorded.flatMap(({ at, by, questions }) => {
    if (!isAfter(dayOf(at), begun)) return [];
    return questions.flatMap((question) => {
      const barriers = met(random, question, housing, isFew);
      return barriers.length > 0 ? [{ at, by, questionId: question.id, barriers }] : [];
    });
  });
}

function met(random: Random, { theme }: DemoQuestion, housing: KnownService | undefined, isFew: boolean): NewBarrier[] {
  const reasons = usual[theme];
  if (!reasons || !random.is(isFew ? 1 : 0.3)) return [];
  const reason = isFew ? (Object.keys(reasons)[0] as BarrierReason) : random.weighed(reasons as Record<BarrierReason, number>);
  const isThere = theme === 'housing' && reason === 'waiting-list' && housing && random.is(isFew ? 1 : 0.5);
  return [{ reason, serviceId: isThere ? housing.id : null }];
}
