import { addWorkingDays, isWorkingDay } from '../../../kernel/clock/working-days.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Tone } from '../../../kernel/html/index.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

/** What a question about residence and legal position is about. */
export const expertThemes = ['residence', 'family', 'asylum', 'work', 'social-rights', 'nationality', 'civil-status', 'integration', 'housing', 'other'] as const;
export type ExpertTheme = (typeof expertThemes)[number];

export const urgencies = ['normal', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** unconfirmed (a partner has yet to follow the link) → asked → taken → paused while the expert waits for a reply → answered. */
export const expertStates = ['unconfirmed', 'asked', 'taken', 'paused', 'answered', 'withdrawn'] as const;
export type ExpertState = (typeof expertStates)[number];

export const openStates = ['asked', 'taken', 'paused'] as const satisfies readonly ExpertState[];

export const stateTones: Record<ExpertState, Tone> = { unconfirmed: 'neutral', asked: 'waiting', taken: 'busy', paused: 'neutral', answered: 'done', withdrawn: 'closed' };

export interface Source {
  label: string;
  href: string | null;
}

export interface ExpertQuestion {
  id: string;
  theme: ExpertTheme;
  urgency: Urgency;
  question: string;
  /** The colleague who asked; null for a partner. */
  askedBy: { id: string; name: string } | null;
  partner: { name: string; email: string } | null;
  helpQuestionId: string | null;
  state: ExpertState;
  askedAt: Temporal.Instant | null;
  termDays: number;
  dueOn: Temporal.PlainDate | null;
  takenBy: { id: string; name: string } | null;
  answeredAt: Temporal.Instant | null;
  answer: string | null;
  sources: Source[];
  answerId: string | null;
  readAt: Temporal.Instant | null;
  version: number;
}

export interface ExpertMessage {
  fromExpert: boolean;
  words: string;
  at: Temporal.Instant;
}

export interface ExpertAnswer {
  id: string;
  theme: ExpertTheme;
  question: string;
  answer: string;
  sources: Source[];
  answeredOn: Temporal.PlainDate;
  reviewBy: Temporal.PlainDate;
  withdrawnAt: Temporal.Instant | null;
  /** How many colleagues used it, and how many of them said that it helped. */
  used: number;
  helped: number;
  version: number;
}

/** Past its day of review: it may no longer hold. */
export function isStale({ reviewBy }: Pick<ExpertAnswer, 'reviewBy'>, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(reviewBy, today) <= 0;
}

/** From the day on which the expert asked back, to the day of the reply; null while that waits. */
export interface Pause {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate | null;
}

/** From each thing asked back to the reply after it. */
export function pausesOf(messages: readonly ExpertMessage[]): Pause[] {
  const pauses: Pause[] = [];
  for (const { fromExpert, at } of messages) {
    const open = pauses.at(-1)?.until === null ? pauses.at(-1) : undefined;
    if (fromExpert && !open) pauses.push({ from: dayOf(at), until: null });
    if (!fromExpert && open) open.until = dayOf(at);
  }
  return pauses;
}

/**
 * The last day of a term of working days, which does not count while the expert waits for a reply: the days after that on which
 * was asked back, up to and with the day of the reply. A pause that still lasts counts as ending today.
 */
export function dueDay(askedOn: Temporal.PlainDate, termDays: number, pauses: readonly Pause[], today: Temporal.PlainDate): Temporal.PlainDate {
  if (pauses.length === 0) return addWorkingDays(askedOn, termDays);
  const stands = (day: Temporal.PlainDate) => pauses.some(({ from, until }) => Temporal.PlainDate.compare(day, from) > 0 && Temporal.PlainDate.compare(day, until ?? today) <= 0);
  let day = askedOn;
  for (let left = termDays; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day) && !stands(day)) left -= 1;
  }
  return day;
}

/** How long an answer holds when its writer says nothing else: the law changes about once a year. */
export const usualValidity = { months: 12 };

/** Sources as they are typed, one a line, a link after a bar: "Vreemdelingenwet, artikel 10 | https://…". */
export function readSources(typed: string): Source[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, label = line, link] = /^(.*?)\s*\|?\s*(https?:\/\/\S+)$/.exec(line) ?? [];
      return { label: label || link!, href: link ?? null };
    });
}

export function writeSources(sources: readonly Source[]): string {
  return sources.map(({ label, href }) => (href && label !== href ? `${label} | ${href}` : label)).join('\n');
}

export interface ExpertTerm {
  /** Working days. */
  normalDays: number;
  urgentDays: number;
  validFrom: Temporal.PlainDate | null;
  source: string | null;
}

/** Holds until an authority sets its own. */
export const firstTerm: ExpertTerm = { normalDays: 5, urgentDays: 2, validFrom: null, source: null };

export function daysOf(term: ExpertTerm, urgency: Urgency): number {
  return urgency === 'urgent' ? term.urgentDays : term.normalDays;
}
