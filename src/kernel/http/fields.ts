import { z } from 'zod';
import { isId } from '../id.ts';
import type { Locale } from '../i18n/locale.ts';
import { Temporal } from '../time/temporal.ts';
import { text as message } from './messages.ts';

/** One sentence per field that says what is wrong and what to do, in the reader's language. */
export type FieldErrors = Record<string, string>;

const blank = (value: unknown) => (typeof value === 'string' ? (value.trim() === '' ? undefined : value.trim()) : value ?? undefined);
const asText = (value: unknown) => (typeof value === 'number' ? String(value) : blank(value));

/** Fields that read the same from a form (text) and from JSON. A blank field is an absent one. */
export const field = {
  text: (max = 200) => z.preprocess(asText, z.string('required').max(max, `too-long:${max}`)),
  optionalText: (max = 200) => z.preprocess(asText, z.string().max(max, `too-long:${max}`).optional()),
  id: () => z.preprocess(blank, z.string('required').refine(isId, 'not-known')),
  optionalId: () => z.preprocess(blank, z.string().refine(isId, 'not-known').optional()),
  choice: <const T extends readonly [string, ...string[]]>(values: T) => z.preprocess(blank, z.enum(values, 'choose')),
  optionalChoice: <const T extends readonly [string, ...string[]]>(values: T) => z.preprocess(blank, z.enum(values, 'choose').optional()),
  /** A box that is ticked or not. */
  flag: () => z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === 'yes' || value === '1', z.boolean()),
  /** Several of a kind: a repeated form field or a JSON list; absent is none. */
  list: <T extends z.ZodType>(item: T) => z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(item)),
  integer: (min: number, max: number) => z.preprocess(toInteger, z.int('not-a-number').min(min, `at-least:${min}`).max(max, `at-most:${max}`)),
  optionalInteger: (min: number, max: number) => z.preprocess(toInteger, z.int('not-a-number').min(min, `at-least:${min}`).max(max, `at-most:${max}`).optional()),
  day: () => z.preprocess(toDay, z.instanceof(Temporal.PlainDate, { error: (issue) => (issue.input === undefined ? 'required' : 'not-a-day') })).meta({ format: 'date' }),
  optionalDay: () => z.preprocess(toDay, z.instanceof(Temporal.PlainDate, { error: 'not-a-day' }).optional()).meta({ format: 'date' }),
  /** A time of day, '14:30'. */
  time: () => z.preprocess(toTime, z.instanceof(Temporal.PlainTime, { error: (issue) => (issue.input === undefined ? 'required' : 'not-a-time') })).meta({ format: 'time' }),
  email: () => z.preprocess(blank, z.email('not-a-mail-address')),
  optionalEmail: () => z.preprocess(blank, z.email('not-a-mail-address').optional()),
  /** The version of the row that the form was made from. */
  version: () => z.preprocess(toInteger, z.int('not-known').min(1, 'not-known')),
};

function toInteger(value: unknown): unknown {
  const trimmed = blank(value);
  return typeof trimmed === 'string' && /^-?\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** A day as a date field sends it (2026-03-01) or as people type it here (1/3/2026, 01-03-2026, 1.3.2026). */
export function toDay(value: unknown): unknown {
  const trimmed = blank(value);
  if (typeof trimmed !== 'string') return trimmed;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year) return trimmed;
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' });
  } catch {
    return trimmed;
  }
}

function toTime(value: unknown): unknown {
  const trimmed = blank(value);
  if (typeof trimmed !== 'string') return trimmed;
  const parts = /^(\d{1,2})[:.hu](\d{2})(?::00)?$/.exec(trimmed);
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return trimmed;
  return Temporal.PlainTime.from({ hour: Number(parts[1]), minute: Number(parts[2]) });
}

/** The sentence for each thing that is wrong; the first per field counts. */
export function fieldErrors(locale: Locale, issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) {
    const name = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : issue.path.join('.');
    errors[name] ??= issueText(locale, issue);
  }
  return errors;
}

function issueText(locale: Locale, issue: z.core.$ZodIssue): string {
  const [code = '', limit = ''] = issue.message.split(':');
  switch (code) {
    case 'required':
      return message(locale, 'field.required');
    case 'too-long':
      return message(locale, 'field.too-long', { count: Number(limit) });
    case 'choose':
      return message(locale, 'field.choose');
    case 'not-a-number':
      return message(locale, 'field.not-a-number');
    case 'at-least':
      return message(locale, 'field.at-least', { limit: Number(limit) });
    case 'at-most':
      return message(locale, 'field.at-most', { limit: Number(limit) });
    case 'not-a-day':
      return message(locale, 'field.not-a-day');
    case 'not-a-time':
      return message(locale, 'field.not-a-time');
    case 'not-a-mail-address':
      return message(locale, 'field.not-a-mail-address');
    case 'not-known':
      return message(locale, 'field.not-known');
    default:
      return issue.code === 'unrecognized_keys' ? message(locale, 'field.unexpected') : message(locale, 'field.required');
  }
}
