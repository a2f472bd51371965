import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { routes } from './routes.ts';
import { searchPart } from './search.ts';
import { todayPart } from './today.tsx';

export { lifeDomainLabel, lifeDomainOf, lifeDomains, themeIcon, themeLabel, themes, themesOf, isTheme, type LifeDomain, type Theme } from '../directory/index.ts';
export { findCountDifferences, recountMonths, type CountDifference } from './monthly-count.store.ts';
export { channelLabel, channels, handlingLabel, handlings, type Channel, type Handling, type NewQuestion, type Question } from './question.ts';
export { findQuestion, findQuestionsOf, getQuestion, type AskedBy } from './question.store.ts';
export { BarrierFields, type FilledBarriers } from './note-barriers/barrier-fields.tsx';
export { findBarriersOf } from './note-barriers/barrier.store.ts';
export { barrierLabel, barrierReasons, type Barrier, type BarrierReason, type NewBarrier } from './note-barriers/barrier.ts';
export { noteBarriers } from './note-barriers/note-barriers.ts';
export { addPlaces, closeQuestion, markReferred, recordQuestion, recordQuestions, reopenQuestion } from './register.ts';

export const engine: Engine = {
  name: 'questions',
  hasTables: true,
  grants: {
    'questions:record': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'questions:list': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'questions:read': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'questions:export': ['coordinator'],
    'questions:places': ['coordinator', 'administrator'],
  },
  routes,
  navigation: [{ href: '/questions', icon: 'message-circle-question-mark', permission: 'questions:list', order: 20, label: (locale) => text(locale, 'navigation.label') }],
  today: [todayPart],
  search: [searchPart],
  words: actWords(text, nl),
};
