import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import type { Blueprint } from './blueprint.ts';
import { caseHoldings } from './case-holding.store.ts';
import { casesFound } from './find-cases.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { keepInStep } from './open-cases/open-cases.ts';
import { readBlueprint, type BlueprintData } from './part.ts';
import { wideRoles } from './reach.store.ts';
import { routes } from './routes.ts';
import { talkCalendar } from './serve-calendar/serve-calendar.ts';
import { todayParts } from './today/today-parts.tsx';

export { adopt } from './adoption.ts';
export { findCasesOf } from './case.store.ts';
export type { CaseFile } from './case.ts';
export { openCases } from './open-cases/open-cases.ts';
export { readBlueprint, type Blueprint, type BlueprintData } from './part.ts';
export { holdTalks, missTalks, planTalks, registerGuides, withdrawCases, type HeldTalk, type PlannedTalk } from './take-over/take-over.ts';
export { findWorkers } from './worker.store.ts';
export type { Worker } from './worker.ts';

/**
 * The engine, running these practices for every authority. It knows no practice itself: the app hands over the blueprints
 * of this release. Throws when one does not hang together, so that a wrong blueprint never starts.
 */
export function casesEngine(blueprints: readonly BlueprintData[]): Engine {
  const shipped: readonly Blueprint[] = blueprints.map(readBlueprint);
  return {
    name: 'cases',
    hasTables: true,
    grants: {
      // A guide deals with the cases that were given to the guide; see reach.store.ts.
      'cases:list': ['guide', 'front-desk', 'social-worker', 'coordinator'],
      // All of them, not only one's own: other engines then know whether a link to a case leads somewhere.
      'cases:every': wideRoles,
      'cases:plan': ['guide', 'front-desk', 'social-worker', 'coordinator'],
      'cases:talk': ['guide', 'social-worker', 'coordinator'],
      // What was said in a talk: not for the front desk, which plans it.
      'cases:read': ['guide', 'social-worker', 'coordinator'],
      'cases:settings': ['coordinator', 'administrator'],
    },
    routes: routes(shipped),
    jobs: { 'keep-cases-in-step': (context) => keepInStep(context, shipped) },
    sweeps: { 'keep-cases-in-step': (context) => keepInStep(context, shipped) },
    navigation: [{ href: '/welcome', icon: 'messages-square', permission: 'cases:list', order: 30, label: (locale) => text(locale, 'navigation.label') }],
    settings: [
      { href: '/settings/cases', icon: 'milestone', permission: 'cases:settings', title: (locale) => text(locale, 'settings.title'), about: (locale) => text(locale, 'settings.about') },
      { href: '/guides', icon: 'users', permission: 'cases:settings', title: (locale) => text(locale, 'guides.title'), about: (locale) => text(locale, 'guides.about') },
    ],
    today: todayParts,
    search: [casesFound],
    calendars: [talkCalendar],
    holdings: caseHoldings,
    words: actWords(text, nl),
  };
}
