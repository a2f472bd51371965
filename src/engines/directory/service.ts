import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Theme } from './themes.ts';

/** Why a service takes nobody on for now. */
export const notAcceptingReasons = ['full', 'waiting-list', 'closed-for-a-while', 'no-staff', 'other'] as const;
export type NotAcceptingReason = (typeof notAcceptingReasons)[number];

export interface Organisation {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  version: number;
}

export interface Service {
  id: string;
  organisation: { id: string; name: string };
  name: string;
  /** What it does for people, in plain words. */
  does: string;
  themes: Theme[];
  /** NIS codes; none means the whole area of the authority. */
  municipalities: string[];
  /** BCP 47 codes. */
  languages: string[];
  address: string | null;
  phone: string | null;
  /** Where referrals are sent; without it none can be. */
  email: string | null;
  website: string | null;
  openingHours: string | null;
  /** Null while it accepts new people. */
  notAccepting: { reason: NotAcceptingReason; since: Temporal.PlainDate } | null;
  /** Set when the service no longer exists; it stays readable for what was referred to it. */
  endedOn: Temporal.PlainDate | null;
  lastConfirmedOn: Temporal.PlainDate;
  /** How it answers referrals: the days in which three out of four answers came, null when it is too early to say or mostly silent. */
  answers: { counted: number; within: number | null };
  version: number;
}

/** With fewer answers nothing is said of how a service answers. */
export const fewestAnswers = 3;

export interface ServiceFilter {
  theme?: Theme;
  /** NIS code: services that cover it, or the whole area. */
  municipality?: string;
  /** BCP 47 code. */
  language?: string;
  /** Words of the name, of what it does or of the organisation. */
  text?: string;
  /** Only those that accept new people now, or only those that do not. */
  accepting?: boolean;
}

/** A list of services that is longer is narrowed, not leafed through. */
export const shownAtMost = 300;

export interface Municipality {
  nis: string;
  name: string;
}

/** After this many months without a confirmation the page says that the facts may have changed. */
export const monthsUntilStale = 6;

export function isStale(service: Pick<Service, 'lastConfirmedOn'>, today: Temporal.PlainDate): boolean {
  return service.lastConfirmedOn.add({ months: monthsUntilStale }).since(today).sign < 0;
}
