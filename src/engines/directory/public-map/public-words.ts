import { civilZone } from '../../../kernel/clock/clock.ts';
import { formatDay, formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { openingAt } from '../hours.ts';
import { dayName } from '../hours-words.ts';
import type { Service, WholeService } from '../service.ts';
import { text } from './messages.ts';

/** "Nu open tot 17:00", "Opent maandag om 9:00"; nothing when no hours are known. */
export function openingWords(locale: Locale, { hours }: Pick<Service, 'hours'>, now: Temporal.Instant): string | undefined {
  if (!hours) return undefined;
  const opening = openingAt(hours, now.toZonedDateTimeISO(civilZone).toPlainDateTime());
  if (opening.isOpen) return text(locale, 'hours.open-until', { time: opening.until });
  return opening.opens ? text(locale, 'hours.opens', { day: dayName(locale, opening.opens.day.dayOfWeek), time: opening.opens.at }) : text(locale, 'hours.closed-now');
}

/** Whether one can go there now; why not is between the services. */
export function statusWords(locale: Locale, { notAccepting }: Pick<Service, 'notAccepting'>): string {
  if (!notAccepting) return text(locale, 'accepting.yes');
  return notAccepting.until ? text(locale, 'accepting.no-until', { day: formatDay(locale, notAccepting.until) }) : text(locale, 'accepting.no');
}

export function agesWords(locale: Locale, { minAge, maxAge }: Pick<WholeService, 'minAge' | 'maxAge'>): string | undefined {
  if (minAge !== null && maxAge !== null) return text(locale, 'terms.ages.between', { min: minAge, max: maxAge });
  if (minAge !== null) return text(locale, 'terms.ages.from', { min: minAge });
  return maxAge === null ? undefined : text(locale, 'terms.ages.until', { max: maxAge });
}

/** The amount in the reader's way of writing; what it is for stays in Dutch. */
export function amountWords(locale: Locale, { cost }: Pick<WholeService, 'cost'>): string | undefined {
  if (!cost) return undefined;
  if (cost.kind === 'free') return text(locale, 'terms.cost.free');
  return cost.amount === null ? text(locale, 'terms.cost.paid') : formatNumber(locale, cost.amount, { style: 'currency', currency: 'EUR' });
}
