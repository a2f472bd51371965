import type { NavigationItem } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { text } from './messages.ts';

/** The four places of a guide on the road: today, talks, a question to note, oneself. */
export function alongPlaces({ locale, url, may }: ViewContext): NavigationItem[] {
  const places: NavigationItem[] = [
    { href: '/', label: text(locale, 'along.today'), icon: 'calendar-check' },
    { href: '/talks', label: text(locale, 'along.talks'), icon: 'messages-square', current: url.pathname.startsWith('/talks') || url.pathname.startsWith('/cases') },
  ];
  if (may('questions:record')) places.push({ href: '/questions/new', label: text(locale, 'along.question'), icon: 'notebook-pen' });
  return [...places, { href: '/account', label: text(locale, 'along.me'), icon: 'circle-user-round' }];
}
