import { StatusChip } from '../../kernel/html/index.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import type { Service } from './service.ts';

export function AcceptingChip({ service: { notAccepting, endedOn }, locale }: { service: Pick<Service, 'notAccepting' | 'endedOn'>; locale: Locale }) {
  if (endedOn) return <StatusChip tone="closed">{text(locale, 'accepting.ended')}</StatusChip>;
  if (notAccepting) return <StatusChip tone="waiting">{text(locale, `not-accepting.${notAccepting.reason}`)}</StatusChip>;
  return <StatusChip tone="done">{text(locale, 'accepting.yes')}</StatusChip>;
}
