import { z } from 'zod';
import { CheckboxField, FieldRow, Panel, TextArea, TextField } from '../../../kernel/html/index.ts';
import { field, toDay } from '../../../kernel/http/fields.ts';
import { refuse, Refusal } from '../../../kernel/http/refusal.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { inOrder, readSpans, writeSpans, type Hours } from '../hours.ts';
import { dayName } from '../hours-words.ts';
import { text } from './messages.ts';
import { listed, rowsOf, sectionPart, single, type SectionFormProps } from './section.ts';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const spans = () => field.optionalText(100);
const perRow = (max: number) => field.list(z.string().max(max, `too-long:${max}`));

const fields = {
  day1: spans(),
  day2: spans(),
  day3: spans(),
  day4: spans(),
  day5: spans(),
  day6: spans(),
  day7: spans(),
  openOnHolidays: field.flag(),
  exceptionFrom: perRow(20),
  exceptionUntil: perRow(20),
  exceptionHours: perRow(100),
  exceptionWhy: perRow(100),
  openingHours: field.optionalText(500),
};
type Input = z.output<z.ZodObject<typeof fields>>;

export const hoursSection = sectionPart({
  name: 'hours',
  fields,
  filled: ({ hours, openingHours }) => ({
    ...Object.fromEntries(days.map((day) => [`day${day}`, writeSpans(hours?.weekly.filter((span) => span.day === day) ?? [])])),
    ...(hours?.holidays === 'as-usual' ? { openOnHolidays: 'yes' } : {}),
    exceptionFrom: hours?.exceptions.map(({ from }) => written(from)) ?? [],
    exceptionUntil: hours?.exceptions.map(({ until }) => written(until)) ?? [],
    exceptionHours: hours?.exceptions.map((exception) => writeSpans(exception.spans)) ?? [],
    exceptionWhy: hours?.exceptions.map(({ why }) => why) ?? [],
    openingHours: openingHours ?? '',
  }),
  facts: (input) => {
    const hours = readHours(input);
    return hours instanceof Refusal ? hours : { hours, openingHours: input.openingHours ?? null };
  },
  form: HoursForm,
  rows: (locale, { hours, openingHours }) => [
    ...days.map((day) => ({ label: dayName(locale, day), value: hours ? writeSpans(hours.weekly.filter((span) => span.day === day)) || text(locale, 'hours.closed') : undefined })),
    { label: text(locale, 'hours.holidays'), value: hours ? text(locale, `hours.holidays.${hours.holidays}`) : undefined },
    { label: text(locale, 'hours.exceptions'), value: hours?.exceptions.map((one) => exceptionWords(locale, one)).join('; ') || undefined },
    { label: text(locale, 'hours.words'), value: openingHours ?? undefined },
  ],
});

/** "20 jul 2026 – 31 jul 2026: gesloten (Vakantie)". */
function exceptionWords(locale: Locale, { from, until, spans: open, why }: Hours['exceptions'][number]): string {
  const days = [...new Set([from, until])].map((day) => formatDay(locale, Temporal.PlainDate.from(day))).join(' – ');
  return `${days}: ${writeSpans(open) || text(locale, 'hours.closed')}${why ? ` (${why})` : ''}`;
}

/** 2026-07-20 as people type it here. */
function written(day: string): string {
  const { year, month, day: of } = Temporal.PlainDate.from(day);
  return `${of}/${month}/${year}`;
}

/** The hours as they were filled in; null when no day has any, and nothing differs. */
function readHours(input: Input): Hours | null | Refusal {
  const weekly: Hours['weekly'] = [];
  for (const day of days) {
    const read = readSpans(input[`day${day}`] ?? '');
    if (!read) return refuse('hours-not-read', { field: `day${day}` });
    weekly.push(...read.map((span) => ({ day, ...span })));
  }
  const exceptions: Hours['exceptions'] = [];
  for (const row of rowsOf({ from: input.exceptionFrom, until: input.exceptionUntil, hours: input.exceptionHours, why: input.exceptionWhy })) {
    const [from, until, spansOf] = [toDay(row.from), toDay(row.until === '' ? row.from : row.until), readSpans(row.hours)];
    if (!(from instanceof Temporal.PlainDate)) return refuse('not-a-day', { field: `exceptionFrom-${row.row}` });
    if (!(until instanceof Temporal.PlainDate) || Temporal.PlainDate.compare(from, until) > 0) return refuse('not-a-day', { field: `exceptionUntil-${row.row}` });
    if (!spansOf) return refuse('hours-not-read', { field: `exceptionHours-${row.row}` });
    exceptions.push({ from: from.toString(), until: until.toString(), spans: spansOf, why: row.why });
  }
  const holidays = input.openOnHolidays ? 'as-usual' : 'closed';
  return weekly.length === 0 && exceptions.length === 0 ? null : inOrder({ weekly, holidays, exceptions });
}

function HoursForm({ locale, values, errors }: SectionFormProps) {
  const rows = Math.max(...['exceptionFrom', 'exceptionUntil', 'exceptionHours', 'exceptionWhy'].map((name) => listed(values, name).length)) + 1;
  const inRow = (name: string, row: number) => ({ locale, name, id: `${name}-${row}`, value: listed(values, name)[row], error: errors[`${name}-${row}`] });
  return (
    <>
      <Panel title={text(locale, 'hours.week')}>
        <p>{text(locale, 'hours.week.hint')}</p>
        <FieldRow>
          {days.map((day) => (
            <TextField locale={locale} name={`day${day}`} label={dayName(locale, day)} value={single(values, `day${day}`)} error={errors[`day${day}`]} size={20} />
          ))}
        </FieldRow>
        <CheckboxField locale={locale} name="openOnHolidays" label={text(locale, 'hours.open-on-holidays')} checked={single(values, 'openOnHolidays') !== undefined} />
      </Panel>
      <Panel title={text(locale, 'hours.exceptions')}>
        <p>{text(locale, 'hours.exceptions.hint')}</p>
        {Array.from({ length: rows }, (_, row) => (
          <FieldRow>
            <TextField {...inRow('exceptionFrom', row)} label={text(locale, 'hours.exception.from')} size={12} />
            <TextField {...inRow('exceptionUntil', row)} label={text(locale, 'hours.exception.until')} size={12} />
            <TextField {...inRow('exceptionHours', row)} label={text(locale, 'hours.exception.hours')} size={20} />
            <TextField {...inRow('exceptionWhy', row)} label={text(locale, 'hours.exception.why')} size={20} />
          </FieldRow>
        ))}
      </Panel>
      <TextArea locale={locale} name="openingHours" label={text(locale, 'hours.words')} hint={text(locale, 'hours.words.hint')} value={single(values, 'openingHours')} error={errors['openingHours']} rows={2} maxLength={500} optional />
    </>
  );
}
