import { StatusChip } from '../../kernel/html/index.ts';
import { formatDay } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { text } from './messages.ts';
import { fewestAnswers, freshnessOf, type Service } from './service.ts';

export function AcceptingChip({ service: { notAccepting, endedOn }, locale }: { service: Pick<Service, 'notAccepting' | 'endedOn'>; locale: Locale }) {
  if (endedOn) return <StatusChip tone="closed">{text(locale, 'accepting.ended')}</StatusChip>;
  if (notAccepting) return <StatusChip tone="waiting">{text(locale, `not-accepting.${notAccepting.reason}`)}</StatusChip>;
  return <StatusChip tone="done">{text(locale, 'accepting.yes')}</StatusChip>;
}

/** How long ago someone looked at it, in words and not by colour alone. */
export function FreshnessChip({ service: { lastConfirmedOn }, locale, today }: { service: Pick<Service, 'lastConfirmedOn'>; locale: Locale; today: Temporal.PlainDate }) {
  const freshness = freshnessOf(lastConfirmedOn, today);
  return <StatusChip tone={freshness === 'fresh' ? 'done' : freshness === 'ageing' ? 'waiting' : 'harm'}>{text(locale, `freshness.${freshness}`, { day: formatDay(locale, lastConfirmedOn) })}</StatusChip>;
}

/** "antwoordt meestal binnen 3 dagen"; nothing as long as it is too early to say. */
export function answersWords(locale: Locale, { answers: { counted, within } }: Pick<Service, 'answers'>): string | undefined {
  if (counted < fewestAnswers) return undefined;
  return within === null ? text(locale, 'answers.silent') : text(locale, 'answers.within', { count: Math.max(1, within) });
}
