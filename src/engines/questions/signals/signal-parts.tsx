import { StatusChip } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from './messages.ts';
import type { SignalFilter } from './signal.store.ts';
import { isBack, stateTones, type Signal } from './signal.ts';

export function SignalChip({ signal, locale }: { signal: Signal; locale: Locale }) {
  return isBack(signal) ? <StatusChip tone="waiting">{text(locale, 'state.back')}</StatusChip> : <StatusChip tone={stateTones[signal.state]}>{text(locale, `state.${signal.state}`)}</StatusChip>;
}

/** Which of the words that still wait inside this reader may see. */
export function insideOf({ may }: ViewContext): SignalFilter['inside'] {
  if (may('questions:signals-review')) return 'all';
  return may('questions:signals-raise') ? 'own' : 'none';
}

export function typed(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** 'van 6 okt 2025 tot 2 mrt 2026', or the one Monday. */
export function countedWhen(locale: Locale, first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  return first.equals(last) ? formatDay(locale, first) : text(locale, 'agenda.from-to', { from: formatDay(locale, first), to: formatDay(locale, last) });
}

/** Lines as they were written. */
export function Lines({ children }: { children: string }) {
  const lines = children.split(/\r?\n/);
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
