import { formatDay, formatTime } from '../../../kernel/i18n/format.ts';
import { intlTag, type Locale } from '../../../kernel/i18n/locale.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { Span } from './cut-slots.ts';
import { text } from './messages.ts';
import type { Booking, ClosedReason, Equipment, RoomKind } from './room.ts';
import type { Rule } from './rule.ts';

export const kindLabel = (locale: Locale, kind: RoomKind) => text(locale, `kind.${kind}`);
export const equipmentLabel = (locale: Locale, code: Equipment) => text(locale, `equipment.${code}`);

/** "maandag": 1 is Monday. */
export function weekdayName(locale: Locale, day: number): string {
  return new Intl.DateTimeFormat(intlTag(locale), { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}

/** "09:00–12:00" */
export function hoursOf(locale: Locale, { startsAt, endsAt }: Span): string {
  return `${formatTime(locale, startsAt)}–${formatTime(locale, endsAt)}`;
}

/** "di 3 mrt 2026, 09:00–12:00" */
export function spanWords(locale: Locale, span: Span): string {
  const day = dayOf(span.startsAt);
  return `${weekdayName(locale, day.dayOfWeek).slice(0, 2)} ${formatDay(locale, day)}, ${hoursOf(locale, span)}`;
}

/** Who is there, and for what: 'Woonwinkel (Wonen vzw)', or the organisation with what it does there. */
export function bookingName({ service, organisation, title }: Pick<Booking, 'service' | 'organisation' | 'title'>): string {
  if (service) return `${service.name} (${organisation.name})`;
  return title ? `${organisation.name}: ${title}` : organisation.name;
}

export function closedWords(locale: Locale, closed: ClosedReason): string {
  if (closed.name === 'closure') return text(locale, 'closed.closure', { why: closed.why });
  return closed.name === 'holiday' ? text(locale, 'closed.holiday') : text(locale, 'closed.outside-hours');
}

/** "elke 2 weken op maandag en donderdag" */
export function ruleWords(locale: Locale, rule: Rule): string {
  const list = new Intl.ListFormat(intlTag(locale), { type: 'conjunction' });
  if (rule.frequency === 'weekly') return text(locale, 'rule.weekly', { count: rule.every, days: list.format(rule.days.map((day) => weekdayName(locale, day))) });
  const nth = text(locale, `nth.${rule.nth as 1 | 2 | 3 | 4 | -1}`);
  return text(locale, 'rule.monthly', { count: rule.every, nth, day: weekdayName(locale, rule.day) });
}

/** "€ 12,50" of 1250 cents. */
export function euros(locale: Locale, cents: number): string {
  return new Intl.NumberFormat(intlTag(locale), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** Monday of the day's week. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
