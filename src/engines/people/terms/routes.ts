import type { SettingsPlace } from '../../../kernel/engine.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { addTermAct, addTermPage, endTermAct, endTermPage, listTermsPage } from './keep-terms.ts';
import { text } from './messages.ts';

/** A new term stands before the term with a code. */
export const termRoutes: Route[] = [listTermsPage, addTermPage, addTermAct, endTermPage, endTermAct];

export const termSettings: SettingsPlace[] = [
  { href: '/settings/people-lists/status', icon: 'file-text', permission: 'people:lists', title: (locale) => text(locale, 'title.status'), about: (locale) => text(locale, 'about.status') },
  { href: '/settings/people-lists/vulnerability', icon: 'lock', permission: 'people:lists', title: (locale) => text(locale, 'title.vulnerability'), about: (locale) => text(locale, 'about.vulnerability') },
];
