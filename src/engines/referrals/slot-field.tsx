import { SelectField } from '../../kernel/html/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { formatDayLong, formatTime } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { FreeSlot } from '../directory/index.ts';
import { text } from './messages.ts';

interface SlotFieldProps {
  locale: Locale;
  slots: readonly FreeSlot[];
  value?: string;
  error?: string;
  hint?: string;
  /** First, empty choice. */
  placeholder: string;
}

/** Free moments of a service's consultations, by day. */
export function SlotField({ locale, slots, value, error, hint, placeholder }: SlotFieldProps) {
  const days = [...Map.groupBy(slots, ({ startsAt }) => dayOf(startsAt).toString()).values()];
  const options = days.map((ofDay) => ({
    group: formatDayLong(locale, dayOf(ofDay[0]!.startsAt)),
    options: ofDay.map((slot) => ({ value: slot.slotId, label: [formatTime(locale, slot.startsAt), slot.place, slot.roomName].filter(Boolean).join(' · ') })),
  }));
  return <SelectField locale={locale} name="slot" label={text(locale, 'prepare.slot.title')} hint={hint} placeholder={placeholder} value={value} error={error} options={options} />;
}
