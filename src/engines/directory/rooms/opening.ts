import type { OpenSpan } from './room.ts';

/** Reads '8:30-12:00, 13-17' of one day; undefined when it is no such thing. Nothing typed is closed. */
export function readHours(day: number, typed: string | undefined): OpenSpan[] | undefined {
  if (!typed?.trim()) return [];
  const spans: OpenSpan[] = [];
  for (const part of typed.split(/[,;]|\ben\b/)) {
    const found = /^\s*(\d{1,2})(?:[:.hu](\d{2}))?\s*(?:-|–|tot)\s*(\d{1,2})(?:[:.hu](\d{2}))?\s*(?:u|uur)?\s*$/.exec(part);
    if (!found) return undefined;
    const [from, until] = [written(found[1]!, found[2]), written(found[3]!, found[4])];
    if (!from || !until || from >= until) return undefined;
    spans.push({ day, from, until });
  }
  return spans.toSorted((one, other) => one.from.localeCompare(other.from));
}

function written(hour: string, minute = '00'): string | undefined {
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** As it is typed again: '08:30-12:00, 13:00-17:00'. */
export function writeHours(opening: readonly OpenSpan[], day: number): string {
  return opening.filter((span) => span.day === day).map(({ from, until }) => `${from}-${until}`).join(', ');
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
