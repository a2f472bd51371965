import type { SearchPart } from '../../../kernel/engine.ts';
import { findAnswers } from './expert-answer.store.ts';
import { themeName } from './helpdesk-parts.tsx';
import { text } from './messages.ts';

const shown = 5;

/** Answers of the legal helpdesk, by their words. */
export const answerSearch: SearchPart = {
  permission: 'questions:ask-expert',
  order: 45,
  label: (locale) => text(locale, 'search.label'),
  find: async ({ read, locale }, query) => (await findAnswers(read, { text: query }, shown)).map(({ id, question, theme }) => ({ href: `/legal/answers/${id}`, title: question, detail: themeName(locale, theme) })),
};
