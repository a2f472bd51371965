import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Hours } from './hours.ts';
import type { Theme } from './themes.ts';

/** Why a service takes nobody on for now. */
export const notAcceptingReasons = ['full', 'waiting-list', 'closed-for-a-while', 'no-staff', 'other'] as const;
export type NotAcceptingReason = (typeof notAcceptingReasons)[number];

export interface NotAccepting {
  reason: NotAcceptingReason;
  since: Temporal.PlainDate;
  /** The last day of it, when that is known. */
  until?: Temporal.PlainDate | null;
}

export const offers = ['ordinary', 'special'] as const;
export type Offer = (typeof offers)[number];

/** The Common European Framework of Reference; 'none' says that no Dutch is needed. */
export const dutchLevels = ['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type DutchLevel = (typeof dutchLevels)[number];

/** What it costs: free, an amount in euro, or paid without one amount. */
export interface Cost {
  kind: 'free' | 'paid';
  amount: number | null;
  note: string;
}

export const contactRoles = ['intake', 'referral', 'director', 'other'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Whom to ask for what; need not be a person. */
export interface Contact {
  id: string;
  role: ContactRole;
  name: string;
  phone: string | null;
  email: string | null;
  languages: string[];
  note: string;
}

export interface Place {
  id: string;
  name: string;
  /** Street and number; more lines for what was written as text. */
  street: string;
  postalCode: string;
  city: string;
  /** NIS code, when the town is one of the area. */
  nis: string | null;
  /** WGS 84. */
  latitude: number | null;
  longitude: number | null;
  accessibility: string;
  /** How to get there, in words. */
  route: string;
}

/** What the organisation itself wrote in another language. */
export interface Wording {
  name?: string;
  does?: string;
  enrolment?: string;
}

/** Everything that stands of a service, for its own page and for exchange. */
export interface WholeService extends Service {
  targetGroup: string;
  minAge: number | null;
  maxAge: number | null;
  conditions: string;
  enrolment: string;
  places: Place[];
  contacts: Contact[];
  /** By language. */
  wording: Record<string, Wording>;
  isPublic: boolean;
  /** The HSDS document by which it came. */
  kept: { document: Record<string, unknown>; day: string } | null;
}

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
  /** Of its first place, as lines. */
  address: string | null;
  phone: string | null;
  /** Where referrals are sent; without it none can be. */
  email: string | null;
  website: string | null;
  /** What the hours do not say, in words. */
  openingHours: string | null;
  /** Null while nobody filled them in. */
  hours: Hours | null;
  /** The ordinary offer goes first; a special one is for who cannot use it. */
  offer: Offer;
  neededDutch: DutchLevel | null;
  hasInterpreter: boolean | null;
  cost: Cost | null;
  /** Days until one's turn, as far as known. */
  waitingDays: number | null;
  /** NIS codes of its places. */
  located: string[];
  /** Null while it accepts new people. */
  notAccepting: NotAccepting | null;
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
  /** Only those that are open at this moment, by their hours. */
  openAt?: Temporal.PlainDateTime;
  /** Only those that cost nothing. */
  free?: boolean;
  /** What was typed: whatever is called so is found too, and first. */
  named?: string;
  /** Words that fit best where a service uses them itself; they leave nothing out. */
  wanted?: readonly string[];
}

export interface Municipality {
  nis: string;
  name: string;
}

/** After this many months without a confirmation the page says that the facts may have changed. */
export const monthsUntilStale = 6;

export function isStale(service: Pick<Service, 'lastConfirmedOn'>, today: Temporal.PlainDate): boolean {
  return service.lastConfirmedOn.add({ months: monthsUntilStale }).since(today).sign < 0;
}

export const freshnesses = ['fresh', 'ageing', 'stale'] as const;
export type Freshness = (typeof freshnesses)[number];

/** Fresh for six months after someone looked, ageing until a year, then stale. */
export function freshnessOf(lastConfirmedOn: Temporal.PlainDate, today: Temporal.PlainDate): Freshness {
  if (!isStale({ lastConfirmedOn }, today)) return 'fresh';
  return lastConfirmedOn.add({ months: 2 * monthsUntilStale }).since(today).sign < 0 ? 'stale' : 'ageing';
}
