import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../clock/clock.ts';
import { Temporal } from '../time/temporal.ts';
import { writeCalendar, type CalendarEvent } from './write-calendar.ts';

const at = (moment: string) => instantOf(Temporal.PlainDateTime.from(moment));

function anEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: '018f0000-0000-7000-8000-000000000001@wegwijs',
    sequence: 0,
    start: at('2026-03-03T14:30'),
    end: at('2026-03-03T15:30'),
    summary: 'Gesprek',
    state: 'confirmed',
    changedAt: at('2026-02-20T09:00'),
    ...changes,
  };
}

function written(...events: CalendarEvent[]) {
  return convertIcsCalendar(undefined, writeCalendar({ name: 'Gesprekken', events })).events!;
}

describe('a calendar file', () => {
  test.each([
    ['the day before summer time', '2026-03-28T10:00', '20260328T090000Z'],
    ['the day that summer time begins', '2026-03-29T10:00', '20260329T080000Z'],
    ['the hour that is skipped counts as the later one', '2026-03-29T02:30', '20260329T013000Z'],
    ['the day before winter time', '2026-10-24T10:00', '20261024T080000Z'],
    ['the day that winter time begins', '2026-10-25T10:00', '20261025T090000Z'],
  ])('holds the right moment on %s', (_, moment, utc) => {
    const start = at(moment);
    expect(writeCalendar({ name: 'x', events: [anEvent({ start, end: start.add({ minutes: 60 }) })] })).toContain(`DTSTART:${utc}\r\n`);
  });

  test('is the same on a server in UTC, in Brussels and in New York', () => {
    const before = process.env['TZ'];
    const texts = ['UTC', 'Europe/Brussels', 'America/New_York'].map((zone) => {
      process.env['TZ'] = zone;
      return writeCalendar({ name: 'x', events: [anEvent()] });
    });
    process.env['TZ'] = before;
    expect(new Set(texts).size).toBe(1);
  });

  test('tells a program that the moment changed, and that the talk is off', () => {
    const [moved] = written(anEvent({ sequence: 2, state: 'cancelled' }));
    expect(moved).toMatchObject({ sequence: 2, status: 'CANCELLED', uid: anEvent().uid });
  });

  test('keeps commas, semicolons, backslashes and line breaks as they were typed', () => {
    const description = 'Breng mee: pas, contract; map\\kaft\nTweede regel';
    expect(written(anEvent({ description }))[0]!.description).toBe(description);
  });

  test('cannot be broken open by what someone types', () => {
    const text = writeCalendar({ name: 'Halle\r\nEND:VCALENDAR', events: [anEvent({ summary: 'x\r\nATTACH:http://kwaad.example\u0007' })] });
    expect(text.match(/END:VCALENDAR/g)).toHaveLength(2);
    expect(text.split('\r\n').filter((line) => line.startsWith('END:VCALENDAR'))).toHaveLength(1);
    expect(text).not.toMatch(/^ATTACH/m);
    expect(text).not.toContain('\u0007');
  });

  test('folds lines at 75 octets, in Arabic too, and reads back whole', () => {
    const summary = 'محادثة ترحيب '.repeat(12).trim();
    const text = writeCalendar({ name: 'x', events: [anEvent({ summary })] });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(written(anEvent({ summary }))[0]!.summary).toBe(summary);
  });

  test('of a feed says when to ask again', () => {
    expect(writeCalendar({ name: 'x', events: [], refreshMinutes: 60 })).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n');
  });
});
