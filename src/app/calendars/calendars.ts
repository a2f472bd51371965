import { everyRole } from '../../kernel/access/role.ts';
import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { keepFeedsRoutes } from './keep-feeds/keep-feeds.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { serveFeed } from './serve-feed/serve-feed.ts';

/** Calendars that renew themselves, of colleagues, of teams and of rooms: each engine puts its own moments in. */
export function calendars(engines: readonly Engine[]): Engine {
  const parts = engines.flatMap((engine) => engine.calendars ?? []);
  return {
    name: 'calendars',
    hasTables: false,
    grants: {
      'calendars:own': everyRole,
      // The calendar of a whole organisation that one does not work for.
      'calendars:any-team': ['coordinator', 'administrator'],
    },
    routes: [...keepFeedsRoutes, serveFeed(parts)],
    words: actWords(text, nl),
  };
}
