import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { agreementJobs, endLapsed } from './agreement-jobs.ts';
import { agreementRoutes } from './manage-agreements.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';

/** What authorities share because they agreed to it: the agreements, and the one road between them. */
export function partners(engines: readonly Engine[]): Engine {
  const exchanges = engines.flatMap((engine) => engine.exchanges ?? []);
  return {
    name: 'partners',
    hasTables: false,
    grants: { 'partners:manage': ['administrator'] },
    routes: agreementRoutes(exchanges),
    jobs: agreementJobs(exchanges),
    longJobs: ['send-to-partner'],
    sweeps: { 'end-lapsed-agreements': (context) => endLapsed(context, exchanges) },
    settings: [{ href: '/settings/partners', icon: 'users', permission: 'partners:manage', title: (locale) => text(locale, 'title'), about: (locale) => text(locale, 'settings.about') }],
    words: actWords(text, nl),
  };
}
