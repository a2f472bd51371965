import { StatusChip, Table } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { hoursOf } from '../room-words.ts';
import type { Slot } from '../slot.store.ts';

/** The appointments of one consultation; who comes is for the desk. */
export function SlotTable({ slots, context }: { slots: Slot[]; context: ViewContext }) {
  const { locale, may } = context;
  return (
    <Table
      locale={locale}
      caption={text(locale, 'booking.slots')}
      rows={slots}
      rowKey={({ id }) => id}
      rowHref={({ id }) => (may('rooms:desk') ? `/rooms/slots/${id}` : undefined)}
      columns={[
        { key: 'when', head: text(locale, 'booking.hours'), cell: (slot) => hoursOf(locale, slot), nowrap: true },
        { key: 'who', head: text(locale, 'slot.who'), cell: (slot) => (may('rooms:desk') ? whoseWords(locale, slot) : null), grow: true },
        { key: 'state', head: text(locale, 'slot.state'), cell: (slot) => <SlotState slot={slot} locale={locale} /> },
      ]}
    />
  );
}

/** Never a name of the register: the slot's own page shows that to who may see it. */
export function whoseWords(locale: Locale, { isTaken, called, personId, referralId }: Slot): string {
  if (!isTaken) return '';
  if (called) return called;
  if (personId) return text(locale, 'slot.someone-with-a-file');
  return text(locale, referralId ? 'slot.by-referral' : 'slot.nameless');
}

export function SlotState({ slot: { isTaken, outcome, isCalledOff }, locale }: { slot: Slot; locale: Locale }) {
  if (isCalledOff) return <StatusChip tone="harm">{text(locale, 'slot.called-off')}</StatusChip>;
  if (outcome === 'came') return <StatusChip tone="done">{text(locale, 'slot.came')}</StatusChip>;
  if (outcome === 'stayed-away') return <StatusChip tone="closed">{text(locale, 'slot.stayed-away')}</StatusChip>;
  return isTaken ? <StatusChip tone="busy">{text(locale, 'slot.is-taken')}</StatusChip> : <StatusChip>{text(locale, 'slot.is-free')}</StatusChip>;
}
