import { inOrder, type Hours, type Span } from '../hours.ts';
import { filled, textOf, type Json } from './json.ts';
import { stableId } from './stable-id.ts';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const clock = (value: unknown) => (/^([01]\d|2[0-4]):[0-5]\d/.test(textOf(value)) ? textOf(value).slice(0, 5) : undefined);

/** Which of our kinds a schedule is, by its notes: what else schedules can say is beyond hours of a week. */
const kinds = { exception: 'exception', closed: 'closed', words: 'words' };

/** Hours as HSDS schedules: one per stretch of the week, one per exception, one for what is said in words. */
export function writeSchedules(serviceId: string, hours: Hours | null, words: string | null): Json[] {
  const stretches = new Map<string, { span: Span; days: number[] }>();
  for (const { day, from, until } of hours?.weekly ?? []) {
    const key = `${from}-${until}`;
    stretches.set(key, { span: { from, until }, days: [...(stretches.get(key)?.days ?? []), day] });
  }
  const weekly = [...stretches].map(([key, { span, days }]) => ({ id: stableId(serviceId, 'week', key), freq: 'WEEKLY', interval: 1, wkst: 'MO', byday: days.map((day) => codes[day - 1]).join(','), opens_at: span.from, closes_at: span.until }));
  const exceptions = (hours?.exceptions ?? []).flatMap(({ from, until, spans, why }, index) => {
    const common = { valid_from: from, valid_to: until, description: why };
    const id = (part: number) => stableId(serviceId, 'exception', index, part);
    if (spans.length === 0) return [filled({ id: id(0), ...common, notes: kinds.closed })];
    return spans.map((span, part) => filled({ id: id(part), ...common, opens_at: span.from, closes_at: span.until, notes: kinds.exception, timezone: undefined }));
  });
  return [...weekly, ...exceptions, ...(words ? [{ id: stableId(serviceId, 'hours in words'), description: words, notes: kinds.words }] : [])];
}

export interface ReadHours {
  hours: Hours | null;
  /** What the schedules say in words when they say more than hours of a week. */
  words: string | null;
}

/** Schedules as hours. When one of them says what hours cannot hold, all of them stay words: half an opening time misleads. */
export function readSchedules(schedules: readonly Json[], holidays: Hours['holidays']): ReadHours {
  const weekly: Hours['weekly'] = [];
  const exceptions = new Map<string, Hours['exceptions'][number]>();
  const words: string[] = [];
  let isUnderstood = true;
  for (const schedule of schedules) {
    const { notes, valid_from: from, valid_to: until, description } = schedule;
    const [opens, closes] = [clock(schedule['opens_at']), clock(schedule['closes_at'])];
    const hasSpan = opens !== undefined && closes !== undefined && opens < closes && closes <= '24:00';
    const days = textOf(schedule['byday']).split(',').map((code) => codes.indexOf(code.trim()) + 1);
    const isPlain = ['count', 'byweekno', 'bymonthday', 'byyearday', 'until', 'valid_from', 'valid_to', 'dtstart'].every((name) => schedule[name] === undefined) && (schedule['interval'] ?? 1) === 1;
    if (notes === kinds.words) words.push(textOf(description));
    else if ((notes === kinds.exception || notes === kinds.closed) && isDay(from) && isDay(until) && (hasSpan || notes === kinds.closed)) {
      const why = textOf(description);
      const key = JSON.stringify([from, until, why, notes === kinds.closed ? schedule['id'] : '']);
      const one = exceptions.get(key) ?? { from, until, spans: [], why };
      exceptions.set(key, notes === kinds.closed ? one : { ...one, spans: [...one.spans, { from: opens!, until: closes! }] });
    } else if (schedule['freq'] === 'WEEKLY' && hasSpan && isPlain && days.every((day) => day > 0)) weekly.push(...days.map((day) => ({ day, from: opens, until: closes })));
    else isUnderstood = false;
  }
  if (!isUnderstood) return { hours: null, words: schedules.map(({ description }) => textOf(description)).filter(Boolean).join('\n') || null };
  const hours = weekly.length + exceptions.size > 0 ? inOrder({ weekly, holidays, exceptions: [...exceptions.values()] }) : null;
  return { hours, words: words.join('\n') || null };
}
