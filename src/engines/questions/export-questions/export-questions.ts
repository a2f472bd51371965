import { z } from 'zod';
import { download, PageAnswer } from '../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { findMunicipalities, lifeDomainLabel, themeLabel, type Municipality } from '../../directory/index.ts';
import { filterShape, type QuestionFilter } from '../list-questions/question-filter.ts';
import { findQuestionsToExport } from '../list-questions/question-list.store.ts';
import { text } from '../messages.ts';
import { findBarriersOf } from '../note-barriers/barrier.store.ts';
import { barrierLabel, type Barrier } from '../note-barriers/barrier.ts';
import { askedOn, channelLabel, exportedAtMost, handlingLabel, type Question } from '../question.ts';
import { tooManyToExportView } from './export-questions.view.tsx';

interface Exported {
  filter: QuestionFilter;
  questions: Question[];
  area: Municipality[];
  barriers: Map<string, Barrier[]>;
}

/** The list as a file: without who asked and without notes, since it leaves the house. */
export const exportQuestionsPage = page({
  path: '/questions/export',
  permission: 'questions:export',
  event: unrecorded('counts and codes of questions: neither who asked nor what was said'),
  input: z.strictObject(filterShape),
  load: async ({ read, input: filter }): Promise<Exported> => {
    const questions = await findQuestionsToExport(read, filter, exportedAtMost);
    return { filter, questions, area: await findMunicipalities(read), barriers: await findBarriersOf(read, questions.map(({ id }) => id)) };
  },
  view: (exported, context) => {
    if (exported.questions.length > exportedAtMost) return new PageAnswer(tooManyToExportView(exported.filter, context), 422);
    return download(csvOf(exported, context), 'text/csv; charset=utf-8', `${text(context.locale, 'export.file')}-${context.today}.csv`);
  },
});

const columns = ['asked-on', 'theme', 'domain', 'channel', 'language', 'municipality', 'place', 'handling', 'minutes', 'asker', 'state', 'barriers', 'barrier-service'] as const;

function csvOf({ questions, area, barriers }: Exported, { locale }: ViewContext): string {
  const names = new Map(area.map(({ nis, name }) => [nis, name]));
  return writeCsv([columns.map((column) => text(locale, `export.column.${column}`)), ...questions.map((question) => csvRow(locale, question, names, barriers.get(question.id) ?? []))]);
}

function csvRow(locale: Locale, question: Question, names: Map<string, string>, barriers: readonly Barrier[]) {
  const { theme, lifeDomain, channel, language, municipality, place, handling, minutes, personId, closedAt } = question;
  return [
    askedOn(question),
    themeLabel(locale, theme),
    lifeDomainLabel(locale, lifeDomain),
    channelLabel(locale, channel),
    language,
    municipality && (names.get(municipality) ?? municipality),
    place?.label,
    handling.map((code) => handlingLabel(locale, code)).join(', '),
    minutes,
    text(locale, personId ? 'filter.asker.named' : 'filter.asker.anonymous'),
    text(locale, closedAt ? 'state.closed' : 'state.open'),
    barriers.map(({ reason }) => barrierLabel(locale, reason)).join(', '),
    [...new Set(barriers.flatMap(({ service }) => service?.name ?? []))].join(', '),
  ];
}
