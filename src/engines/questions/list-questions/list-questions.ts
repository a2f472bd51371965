import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findOwnLists, type OwnLists } from '../../directory/index.ts';
import { findAskerNames } from '../find-asker/find-asker.ts';
import { questionJson } from '../question-json.ts';
import type { QuestionLine } from '../question.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { listQuestionsView } from './list-questions.view.tsx';
import { filterShape, sorts, type QuestionFilter, type Sort } from './question-filter.ts';
import { findQuestionPage } from './question-list.store.ts';

const rowsPerPage = 50;
const noLists: OwnLists = { area: [], subThemes: [], employers: [] };

export interface QuestionList {
  filter: QuestionFilter;
  sort: Sort;
  questions: QuestionLine[];
  /** Names of those who asked, by id. */
  names: Map<string, string>;
  own: OwnLists;
  count: number;
  /** There are more than were counted. */
  isMore: boolean;
  /** Places for the next and the previous page, where there is one. */
  next: string | undefined;
  previous: string | undefined;
}

export const listQuestionsPage = page({
  path: '/questions',
  permission: 'questions:list',
  event: unrecorded('a list, no file opened'),
  input: z.strictObject({ ...filterShape, sort: field.optionalChoice(sorts), after: field.optionalText(120), before: field.optionalText(120) }),
  load: async ({ read, input, path }): Promise<QuestionList> => {
    // A program gets codes: what they are called is read for the page alone.
    const isPage = !path.startsWith('/api/');
    const { sort = 'newest', after: writtenAfter, before: writtenBefore, ...filter } = input;
    const [after, before] = [readCursor(writtenAfter), readCursor(writtenBefore)];
    // Sent together: the connection is pipelined, so both cost one wait.
    const [{ questions, hasMore, count, isMore }, own] = await Promise.all([findQuestionPage(read, filter, { sort, limit: rowsPerPage, after, before }), isPage ? findOwnLists(read) : noLists]);
    const names = isPage ? await findAskerNames(read, questions.map(({ personId }) => personId)) : new Map<string, string>();
    const placed = (question: QuestionLine | undefined) => question && writeCursor(placeOf(question, sort));
    const goesOn = before ? questions.length > 0 : hasMore;
    const goesBack = before ? hasMore : after !== undefined;
    return {
      filter,
      sort,
      questions,
      names,
      own,
      count,
      isMore,
      next: goesOn ? placed(questions.at(-1)) : undefined,
      previous: goesBack ? placed(questions[0]) : undefined,
    };
  },
  view: listQuestionsView,
  api: {
    summary: 'List help questions, 50 at a time; give `next` as `after` for those that follow',
    output: z.object({ count: z.int(), isMore: z.boolean(), next: z.string().nullable(), previous: z.string().nullable(), questions: z.array(questionJson) }),
    present: ({ count, isMore, next = null, previous = null, questions }) => ({ count, isMore, next, previous, questions }),
  },
});

function placeOf(question: QuestionLine, sort: Sort): Parameters<typeof writeCursor>[0] {
  const { askedAt, id } = question;
  return sort === 'newest' || sort === 'oldest' ? { askedAt, id } : { askedAt, id, group: question[sort] ?? '' };
}
