import { dayOf } from '../../kernel/clock/clock.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { LifeDomain, Theme } from '../directory/index.ts';
import { text } from './messages.ts';

/** By which way a question came. 'talk' is a talk that was planned: a welcome, a follow-up. */
export const channels = ['desk', 'town-hall', 'telephone', 'online', 'e-mail', 'going-along', 'home-visit', 'talk'] as const;
export type Channel = (typeof channels)[number];

/** What was done with a question; several can hold of one, and none while nothing was done yet. */
export const handlings = ['informed', 'went-along', 'referred', 'mediated'] as const;
export type Handling = (typeof handlings)[number];

export const maximumMinutes = 480;

/** More is for the figures: a spreadsheet of so many rows helps nobody. */
export const exportedAtMost = 50_000;

export interface Question {
  id: string;
  theme: Theme;
  lifeDomain: LifeDomain;
  channel: Channel;
  /** BCP 47: the language in which it was spoken. */
  language: string;
  /** NIS code; null where it is not known. */
  municipality: string | null;
  place: { id: string; label: string } | null;
  /** In the order of `handlings`. */
  handling: Handling[];
  minutes: number | null;
  /** Null is anonymous. */
  personId: string | null;
  householdId: string | null;
  /** The talk or trajectory that it came from. */
  caseId: string | null;
  note: string | null;
  askedAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
  /** The account that recorded it; null for the platform or another program's token. */
  recordedBy: string | null;
  /** Null while something is still to be done. */
  closedAt: Temporal.Instant | null;
  version: number;
}

/** A question to record. All but theme, channel and language may be left out. */
export interface NewQuestion {
  /** Made when left out. */
  id?: string;
  theme: Theme;
  channel: Channel;
  /** BCP 47. */
  language: string;
  /** NIS code. */
  municipality?: string | null;
  placeId?: string | null;
  handling?: readonly Handling[];
  /** 0 to 480. */
  minutes?: number | null;
  personId?: string | null;
  householdId?: string | null;
  caseId?: string | null;
  note?: string | null;
  /** Now when left out. */
  askedAt?: Temporal.Instant;
  /** Open when something is still to be done; when left out: open as long as nothing was done. */
  open?: boolean;
}

/** What can be changed of a question that was recorded. */
export type QuestionFacts = Pick<
  Question,
  'theme' | 'channel' | 'language' | 'municipality' | 'handling' | 'minutes' | 'personId' | 'note' | 'askedAt'
> & { placeId: string | null };

export function isChannel(value: unknown): value is Channel {
  return channels.includes(value as Channel);
}

/** Each handling once, in the order of the list. */
export function inOrder(handling: readonly string[]): Handling[] {
  return handlings.filter((one) => handling.includes(one));
}

export function askedOn(question: Pick<Question, 'askedAt'>): Temporal.PlainDate {
  return dayOf(question.askedAt);
}

export function channelLabel(locale: Locale, code: string): string {
  return isChannel(code) ? text(locale, `channel.${code}`) : code;
}

export function handlingLabel(locale: Locale, code: string): string {
  return handlings.includes(code as Handling) ? text(locale, `handling.${code as Handling}`) : code;
}
