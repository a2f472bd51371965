import { Temporal } from '../../../kernel/time/temporal.ts';
import { formatDay, formatMonth, languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { PartialDate } from '../person.ts';
import { birthText, nationalityText } from '../show.ts';
import type { Field } from './fields.ts';
import { text } from './messages.ts';
import type { RowProblem, RowWarning } from './newcomer.ts';

export function shownLanguages(locale: Locale, codes: readonly string[]): string {
  return codes.map((code) => languageName(locale, code)).join(', ');
}

/** A value of a difference: codes become names, ISO days become days. */
export function shownValue(locale: Locale, field: Field, value: string | null): string {
  if (value === null) return '–';
  const parts = value.split(', ');
  switch (field) {
    case 'nationality':
      return parts.map((code) => nationalityText(locale, code)).join(', ');
    case 'languages':
      return shownLanguages(locale, parts);
    case 'arrival-date':
      return formatDay(locale, Temporal.PlainDate.from(value));
    case 'birth-date':
      return birthText(locale, partialOf(value)) ?? '';
    case 'needs-interpreter':
      return text(locale, value === 'true' ? 'yes' : 'no');
    case 'gender':
      return shownGender(locale, value);
    default:
      return value;
  }
}

export function shownGender(locale: Locale, gender: string | null): string {
  if (gender === 'woman' || gender === 'man' || gender === 'other') return text(locale, `gender.${gender}`);
  return gender ?? '';
}

function partialOf(iso: string): PartialDate {
  const [year = '', month, day] = iso.startsWith('-') ? ['', ...iso.replace(/^-+/, '').split('-')] : iso.split('-');
  return { year: Number(year) || null, month: Number(month) || null, day: Number(day) || null };
}

/** What is wrong in a cell, and what to do. */
export function problemSentence(locale: Locale, { code, value, hint }: RowProblem | RowWarning): string {
  const month = hint.month && hint.month <= 12 ? formatMonth(locale, Temporal.PlainDate.from({ year: hint.year ?? 2000, month: hint.month, day: 1 })).replace(hint.year ? '' : /\s*2000/, '') : '';
  const words = text(locale, `row.${code}`, { value, month, days: hint.days ?? 0, year: String(hint.year ?? ''), number: hint.month ?? 0 });
  const sentence = words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  if (hint.meant) return `${sentence} ${text(locale, 'row.meant', { meant: hint.meant })}`;
  const near = (hint.near ?? []).map((each) => (code === 'country-unknown' ? nationalityText(locale, each) : languageName(locale, each)));
  return near.length > 0 ? `${sentence} ${text(locale, 'row.meant', { meant: new Intl.ListFormat(locale, { type: 'disjunction' }).format(near) })}` : sentence;
}
