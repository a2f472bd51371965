import type { Locale } from '../../kernel/i18n/locale.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';

const known = new Set(Object.keys(nl));

/** What an act is called; one that has no name here keeps its own, which is in plain words too. */
export function actName(locale: Locale, act: string): string {
  return known.has(`act.${act}`) ? text(locale, `act.${act as 'signed-in'}`) : act.replaceAll('-', ' ');
}

/** What a kind of subject is called: 'person' is 'persoon'. */
export function subjectName(locale: Locale, type: string): string {
  return known.has(`subject.${type}`) ? text(locale, `subject.${type as 'account'}`) : type.replaceAll('-', ' ');
}
