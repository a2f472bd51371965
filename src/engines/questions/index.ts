import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { blueprintPart } from './adopt-part.ts';
import { followTaxonomySweep } from './follow-taxonomy.ts';
import { householdHolding, personHolding } from './holding.store.ts';
import { forgetVisitorsSweep } from './keep-queue/queue.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { routes } from './routes.ts';
import { searchPart } from './search.ts';
import { expertRoles } from './helpdesk/experts.ts';
import { forgetUnconfirmedSweep } from './helpdesk/forget-unconfirmed.ts';
import { text as helpdeskText } from './helpdesk/messages.ts';
import { answerSearch } from './helpdesk/search.ts';
import { forAsker, toAnswer } from './helpdesk/today.tsx';
import { countSignals } from './signals/count-signals/count-signals.ts';
import { text as signalText } from './signals/messages.ts';
import { answersToRead, toReview, waitingForPolicy } from './signals/today.tsx';
import { todayPart } from './today.tsx';

export { lifeDomainLabel, lifeDomainOf, lifeDomains, themeIcon, themeLabel, themes, themesOf, isTheme, type LifeDomain, type Theme } from '../directory/index.ts';
export { followTaxonomy } from './follow-taxonomy.ts';
export { countAskers } from './give-code/pseudonym.store.ts';
export { findCountDifferences, recountMonths, type CountDifference } from './monthly-count.store.ts';
export { channelLabel, channels, handlingLabel, handlings, type Channel, type Handling, type NewQuestion, type Question } from './question.ts';
export { findQuestion, findQuestionsOf, getQuestion, type AskedBy } from './question.store.ts';
export { BarrierFields, type FilledBarriers } from './note-barriers/barrier-fields.tsx';
export { findBarriersOf } from './note-barriers/barrier.store.ts';
export { barrierLabel, barrierReasons, type Barrier, type BarrierReason, type NewBarrier } from './note-barriers/barrier.ts';
export { noteBarriers } from './note-barriers/note-barriers.ts';
export { answerExpert, askExpert } from './helpdesk/register.ts';
export type { ExpertTheme } from './helpdesk/expert.ts';
export { countSignalWeek } from './signals/count-signals/count-signals.ts';
export { answerSignal, decideSignal, leaveSignal, planSignal, raiseSignal, releaseSignal } from './signals/register.ts';
export { findSignals } from './signals/signal.store.ts';
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
    'questions:signals': ['guide', 'front-desk', 'social-worker', 'coordinator', 'policy'],
    'questions:signals-raise': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'questions:signals-review': ['coordinator', 'social-worker'],
    'questions:signals-answer': ['policy', 'coordinator'],
    'questions:signals-rule': ['coordinator', 'administrator'],
    'questions:ask-expert': ['guide', 'front-desk', 'social-worker', 'coordinator', 'coach'],
    'questions:answer-expert': expertRoles,
    'questions:expert-terms': ['coordinator', 'administrator'],
  },
  routes,
  sweeps: { 'follow-taxonomy': followTaxonomySweep, 'forget-visitors': forgetVisitorsSweep, 'count-signals': countSignals, 'forget-unconfirmed-questions': forgetUnconfirmedSweep },
  navigation: [
    { href: '/questions', icon: 'message-circle-question-mark', permission: 'questions:list', order: 20, label: (locale) => text(locale, 'navigation.label') },
    { href: '/signals', icon: 'flag', permission: 'questions:signals', order: 28, label: (locale) => signalText(locale, 'navigation.label') },
    { href: '/legal', icon: 'scale', permission: 'questions:ask-expert', order: 88, label: (locale) => helpdeskText(locale, 'navigation.label') },
  ],
  settings: [{ href: '/settings/signals', icon: 'flag', permission: 'questions:signals-rule', title: (locale) => signalText(locale, 'rule.title'), about: (locale) => signalText(locale, 'rule.about') }, { href: '/settings/legal-terms', icon: 'scale', permission: 'questions:expert-terms', title: (locale) => helpdeskText(locale, 'terms.title'), about: (locale) => helpdeskText(locale, 'terms.about') }],
  today: [todayPart, waitingForPolicy, answersToRead, toReview, toAnswer, forAsker],
  search: [searchPart, answerSearch],
  holdings: [personHolding, householdHolding],
  words: actWords(text, nl),
  blueprintPart,
};
