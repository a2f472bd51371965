import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { practiceRoutes } from './manage-practices.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { readShipped } from './practice.ts';

/** Practices to adopt: what of each engine they set up, and the files in which they travel. */
export function practices(engines: readonly Engine[], blueprints: readonly unknown[]): Engine {
  const parts = engines.flatMap(({ blueprintPart }) => blueprintPart ?? []);
  return {
    name: 'practices',
    hasTables: false,
    grants: { 'practices:manage': ['administrator', 'coordinator'] },
    routes: practiceRoutes(readShipped(blueprints, parts), parts),
    settings: [{ href: '/settings/practices', icon: 'book-open', permission: 'practices:manage', title: (locale) => text(locale, 'title'), about: (locale) => text(locale, 'settings.about') }],
    words: actWords(text, nl),
  };
}
