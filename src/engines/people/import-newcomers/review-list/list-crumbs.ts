import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import type { NewcomerList } from '../newcomer-list.ts';

/** The way to a list, or to a row of one. */
export function listCrumbs(locale: Locale, list?: NewcomerList): { href: string; label: string }[] {
  const crumbs = [
    { href: '/people', label: text(locale, 'people') },
    { href: '/people/import', label: text(locale, 'upload.title') },
  ];
  return list ? [...crumbs, { href: `/people/import/${list.id}`, label: list.filename }] : crumbs;
}
