import type { SearchPart } from '../../kernel/engine.ts';
import { formatDay } from '../../kernel/i18n/format.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { themeLabel } from '../directory/index.ts';
import { findQuestionPage } from './list-questions/question-list.store.ts';
import { text } from './messages.ts';
import { channelLabel } from './question.ts';

/** Questions whose note has the words, the newest first. */
export const searchPart: SearchPart = {
  permission: 'questions:list',
  order: 30,
  label: (locale) => text(locale, 'search.label'),
  find: async ({ read, locale }, query) => {
    const { questions } = await findQuestionPage(read, { q: query }, { sort: 'newest', limit: 5 });
    return questions.map(({ id, theme, note, channel, askedOn }) => ({
      href: `/questions/${id}`,
      title: note ?? themeLabel(locale, theme),
      detail: [themeLabel(locale, theme), channelLabel(locale, channel), formatDay(locale, Temporal.PlainDate.from(askedOn))].join(', '),
    }));
  },
};
