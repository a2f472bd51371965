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
export const maximumKilometres = 2000;

/** More is for the figures: a spreadsheet of so many rows helps nobody. */
export const exportedAtMost = 50_000;

/** A time that someone went along: where to, when, and the way there and back, which no time with the person is. */
export interface Visit {
  /** As it is called, without a name or address of anyone: 'ziekenhuis', 'school'. */
  place: string | null;
  on: Temporal.PlainDate | null;
  /** 0 to 480. */
  travelMinutes: number | null;
  /** 0 to 2000, to one decimal. */
  km: number | null;
}

export interface Question {
  id: string;
  /** As it counts by the taxonomy of now. */
  theme: Theme;
  /** The theme under which it was recorded, where the taxonomy has put it under another since. */
  recordedTheme: Theme | null;
  /** A theme of the authority's own, under `theme`. */
  subThemeId: string | null;
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
  /** Null is anonymous, or the holder of a code. */
  personId: string | null;
  /** Whoever gave a code instead of a name. */
  pseudonymId: string | null;
  householdId: string | null;
  /** The talk or trajectory that it came from. */
  caseId: string | null;
  /** Questions of one contact share it; null is a contact of its own. */
  contactId: string | null;
  /** The service of the social map that was told about. */
  serviceId: string | null;
  visit: Visit | null;
  /** The organisation for which the recorder worked on the day it was asked. */
  employerId: string | null;
  note: string | null;
  askedAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
  /** The account that recorded it; null for the platform or another program's token. */
  recordedBy: string | null;
  /** Null while something is still to be done. */
  closedAt: Temporal.Instant | null;
  version: number;
}

/** A question as a list shows it: its moments are ISO 8601 in UTC, its day ISO 8601. */
export interface QuestionLine extends Omit<Question, 'askedAt' | 'recordedAt' | 'closedAt'> {
  askedAt: string;
  askedOn: string;
  recordedAt: string;
  closedAt: string | null;
}

/** A question to record. All but theme, channel and language may be left out. */
export interface NewQuestion {
  /** Made when left out. */
  id?: string;
  theme: Theme;
  subThemeId?: string | null;
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
  pseudonymId?: string | null;
  householdId?: string | null;
  caseId?: string | null;
  contactId?: string | null;
  serviceId?: string | null;
  /** Only of what was handled by going along. */
  visit?: Visit | null;
  note?: string | null;
  /** Now when left out. */
  askedAt?: Temporal.Instant;
  /** Open when something is still to be done; when left out: open as long as nothing was done. */
  open?: boolean;
}

/** What can be changed of a question that was recorded. */
export type QuestionFacts = Pick<
  Question,
  'theme' | 'subThemeId' | 'channel' | 'language' | 'municipality' | 'handling' | 'minutes' | 'personId' | 'serviceId' | 'visit' | 'note' | 'askedAt'
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
