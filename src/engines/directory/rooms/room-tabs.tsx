import { Tabs } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from './messages.ts';

export type RoomTab = 'today' | 'calendar' | 'buildings' | 'tariffs' | 'invoices';

/** The pages about rooms, as far as the reader may open them. */
export function RoomTabs({ context: { locale, may }, current, building }: { context: ViewContext; current: RoomTab; building?: string }) {
  const of = building ? `?building=${building}` : '';
  const items = [
    { tab: 'today', href: `/rooms${of}`, label: text(locale, 'today.tab'), permission: 'rooms:read' },
    { tab: 'calendar', href: `/rooms/calendar${of}`, label: text(locale, 'calendar.title'), permission: 'rooms:read' },
    { tab: 'buildings', href: '/rooms/buildings', label: text(locale, 'buildings.title'), permission: 'rooms:read' },
    { tab: 'tariffs', href: `/rooms/tariffs${of}`, label: text(locale, 'tariffs.title'), permission: 'rooms:manage' },
    { tab: 'invoices', href: `/rooms/invoices${of}`, label: text(locale, 'invoices.title'), permission: 'rooms:manage' },
  ] as const;
  return <Tabs label={text(locale, 'rooms.title')} items={items.filter(({ permission }) => may(permission)).map(({ tab, href, label }) => ({ href, label, current: tab === current }))} />;
}
