import { ClockChip } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDay, formatDayLong, formatNumber } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { said } from '../questionnaires/index.ts';
import type { ClockFacts } from './adoption.store.ts';
import { clockOf, type CaseFile } from './case.ts';
import { text } from './messages.ts';

/** The clock of a case, which opens to say by which rule, from which event and by which source. */
export function CaseClock({ file, facts, context: { locale, today } }: { file: CaseFile; facts: ClockFacts; context: ViewContext }) {
  const reading = clockOf(file, today);
  const rule = facts.rules.get(file.blueprintId);
  const term = file.termId ? facts.terms.get(file.termId) : undefined;
  if (!reading || !rule || !term || !file.dueOn) return null;
  return (
    <ClockChip
      locale={locale}
      daysLeft={reading.daysLeft}
      state={reading.state}
      soonFrom={file.attentionOn ? file.attentionOn.until(file.dueOn, { largestUnit: 'day' }).days : undefined}
      termDays={file.openedOn.until(file.dueOn, { largestUnit: 'day' }).days}
      due={formatDayLong(locale, file.dueOn)}
      rule={text(locale, 'clock.rule', { rule: said(rule.rule, locale), term: durationWords(locale, term.duration) })}
      event={text(locale, 'clock.arrival', { day: formatDayLong(locale, file.openedOn) })}
      source={{ label: term.setByName === null ? said(rule.source, locale) : text(locale, 'clock.source-since', { source: term.source, day: formatDay(locale, term.validFrom) }) }}
    />
  );
}

const units = [
  ['years', 'year'],
  ['months', 'month'],
  ['weeks', 'week'],
  ['days', 'day'],
] as const;

/** "3 maanden", "1 maand en 10 dagen" from P3M, P1M10D. */
export function durationWords(locale: Locale, duration: string): string {
  const read = Temporal.Duration.from(duration);
  const parts = units.filter(([name]) => read[name] > 0).map(([name, unit]) => formatNumber(locale, read[name], { style: 'unit', unit, unitDisplay: 'long' }));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
