import type { VNode } from 'preact';
import type { ActWords } from './audit/act-words.ts';
import type { Grants, Permission } from './access/role.ts';
import type { Holding } from './holdings/holding.ts';
import type { BlueprintPart } from './blueprint/blueprint-part.ts';
import type { IconName } from './html/icons/icons.ts';
import type { CalendarEvent } from './calendar/write-calendar.ts';
import type { Read } from './db/types.ts';
import type { LoadContext, ViewContext } from './http/context.ts';
import type { Route } from './http/route.ts';
import type { Exchange } from './partners/exchange.ts';
import type { JobHandler, Sweep } from './jobs/job.ts';
import type { Locale } from './i18n/locale.ts';
import type { Temporal } from './time/temporal.ts';

/** What an engine declares of itself; the app collects these and alone knows all. */
export interface Engine {
  name: string;
  /** Folder of its migrations, absent for an engine without tables. */
  hasTables: boolean;
  grants: Grants;
  routes: Route[];
  jobs?: Record<string, JobHandler>;
  /** Those of its jobs that may take minutes. */
  longJobs?: readonly string[];
  sweeps?: Record<string, Sweep>;
  /** Its places in the rail. */
  navigation?: NavigationPlace[];
  /** Its pages under Settings. */
  settings?: SettingsPlace[];
  /** What waits for the reader, on the Today page. */
  today?: TodayPart[];
  /** What the search in the header finds. */
  search?: SearchPart[];
  /** What it puts in the calendars of colleagues and of rooms. */
  calendars?: CalendarPart[];
  /** What its acts and its subjects are called in the log and in histories. */
  words?: ActWords;
  /** What it keeps about persons and households of the people engine. */
  holdings?: Holding[];
  /** What it can share with another authority that agrees to it. */
  exchanges?: Exchange[];
  /** What a practice may set up of it. */
  blueprintPart?: BlueprintPart;
}

export interface NavigationPlace {
  href: string;
  icon: IconName;
  permission: Permission;
  /** Place in the rail: Today 0 · People 10 · Questions 20 · Cases 30 · Offer 40 · Match 50 · Map 60 · Policy 70 · Figures 80 · Library 90 · Settings 100. */
  order: number;
  label: (locale: Locale) => string;
}

export interface SettingsPlace {
  href: string;
  icon: IconName;
  permission: Permission;
  title: (locale: Locale) => string;
  /** One sentence: what is set there. */
  about: (locale: Locale) => string;
}

export interface TodayPart {
  permission: Permission;
  order: number;
  /** Reads what waits; undefined when there is nothing to say. */
  load: (context: LoadContext<unknown>) => Promise<unknown>;
  view: (data: never, context: ViewContext) => VNode;
}

export interface SearchPart {
  permission: Permission;
  order: number;
  /** Heading of its group of results. */
  label: (locale: Locale) => string;
  find: (context: LoadContext<unknown>, query: string) => Promise<SearchResult[]>;
}

export interface SearchResult {
  href: string;
  title: string;
  detail?: string;
}

/** One moment in the calendar of a colleague or of a room. */
export interface CalendarEntry extends CalendarEvent {
  of: { type: 'account' | 'room'; id: string };
}

export interface CalendarQuery {
  accountIds: readonly string[];
  roomIds: readonly string[];
  /** Entries that touch this span. */
  from: Temporal.Instant;
  until: Temporal.Instant;
  /** Of whoever reads the calendar. */
  locale: Locale;
  /** Base of links that leave the platform, without a slash at the end. */
  publicUrl: string;
}

export interface CalendarPart {
  /**
   * What these colleagues and rooms have in that span, in a fixed number of queries; what was called off too, as cancelled, so that
   * programs take it out. Programs copy calendars to servers elsewhere: never the name or the home of a newcomer.
   */
  find: (read: Read, asked: CalendarQuery) => Promise<CalendarEntry[]>;
}
