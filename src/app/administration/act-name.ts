import type { Locale } from '../../kernel/i18n/locale.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';

const prefix = 'act.';
const known = new Set(Object.keys(nl).filter((key) => key.startsWith(prefix)));

/** What an act is called; one that has no name here keeps its own, which is in plain words too. */
export function actName(locale: Locale, act: string): string {
  return known.has(prefix + act) ? text(locale, `act.${act as 'signed-in'}`) : act.replaceAll('-', ' ');
}
