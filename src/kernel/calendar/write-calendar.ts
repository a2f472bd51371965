import { generateIcsCalendar, type IcsCalendar } from 'ts-ics';
import type { Temporal } from '../time/temporal.ts';

export interface CalendarEvent {
  /** Stays the same through every change, so that a calendar program replaces and does not add. */
  uid: string;
  /** 0 for the first version; one more for each change of moment, place or state (RFC 5545, 3.8.7.4). */
  sequence: number;
  /** Moments are written in UTC: right in every program, on every server and over both clock changes. */
  start: Temporal.Instant;
  end: Temporal.Instant;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  state: 'confirmed' | 'cancelled';
  changedAt: Temporal.Instant;
}

export interface Calendar {
  /** What a program calls the calendar. */
  name: string;
  events: readonly CalendarEvent[];
  /** For a feed: after how many minutes a program should ask again. */
  refreshMinutes?: number;
}

export const calendarType = 'text/calendar; charset=utf-8';

/** An iCalendar file (RFC 5545). */
export function writeCalendar({ name, events, refreshMinutes }: Calendar): string {
  const calendar: IcsCalendar = { version: '2.0', prodId: '-//Wegwijs//Wegwijs//NL', method: 'PUBLISH', name: asTextValue(name), events: events.map(asIcsEvent) };
  return foldLines(withRefresh(generateIcsCalendar(calendar), refreshMinutes));
}

function asIcsEvent({ uid, sequence, start, end, summary, description, location, url, state, changedAt }: CalendarEvent) {
  return {
    uid,
    sequence,
    stamp: asIcsMoment(changedAt),
    lastModified: asIcsMoment(changedAt),
    start: asIcsMoment(start),
    end: asIcsMoment(end),
    summary: withoutControls(summary),
    ...(description ? { description: withoutControls(description) } : {}),
    ...(location ? { location: withoutControls(location) } : {}),
    ...(url ? { url } : {}),
    status: state === 'cancelled' ? ('CANCELLED' as const) : ('CONFIRMED' as const),
  };
}

function asIcsMoment(instant: Temporal.Instant) {
  return { date: new Date(instant.epochMilliseconds) };
}

/** The library escapes the texts of an event but not the name of the calendar. */
function asTextValue(text: string): string {
  return withoutControls(text).replace(/[\n]+/g, ' ').replace(/([\\;,])/g, '\\$1');
}

/** Line breaks stay (they are escaped); other control characters may not stand in a calendar at all. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}

function withRefresh(ics: string, minutes: number | undefined): string {
  if (!minutes) return ics;
  return ics.replace(/^METHOD:PUBLISH\r?\n/m, (line) => `${line}REFRESH-INTERVAL;VALUE=DURATION:PT${minutes}M\r\nX-PUBLISHED-TTL:PT${minutes}M\r\n`);
}

/** Folds at 75 octets, as the standard asks; the library counts characters, which are longer in Arabic and Cyrillic. */
function foldLines(ics: string): string {
  const lines = ics.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  return lines.map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
