import { actWords } from '../../kernel/audit/act-words.ts';
import type { BlueprintPart } from '../../kernel/blueprint/blueprint-part.ts';
import type { Engine } from '../../kernel/engine.ts';
import type { Route } from '../../kernel/http/route.ts';
import { practiceRoutes } from './manage-practices.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { readShipped } from './practice.ts';

/** What a blueprint may fill in, of all engines together. */
export function blueprintParts(engines: readonly Engine[]): BlueprintPart[] {
  return engines.flatMap(({ blueprintPart }) => blueprintPart ?? []);
}

/** Practices to adopt: what of each engine they set up, and the files in which they travel. `routes` is the whole table: a place that the reader may not open is named and not linked. */
export function practices(engines: readonly Engine[], blueprints: readonly unknown[], routes: () => readonly Route[]): Engine {
  const parts = blueprintParts(engines);
  return {
    name: 'practices',
    hasTables: false,
    grants: { 'practices:manage': ['administrator', 'coordinator'] },
    routes: practiceRoutes(readShipped(blueprints, parts), parts, routes),
    settings: [{ href: '/settings/practices', icon: 'book-open', permission: 'practices:manage', title: (locale) => text(locale, 'title'), about: (locale) => text(locale, 'settings.about') }],
    words: actWords(text, nl),
  };
}
