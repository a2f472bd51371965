import { z } from 'zod';
import { download, PageAnswer } from '../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { findEmployers, findMunicipalities, findServicesByIds, findSubThemes, lifeDomainLabel, themeLabel, type Municipality } from '../../directory/index.ts';
import { filterShape, type QuestionFilter } from '../list-questions/question-filter.ts';
import { findQuestionsToExport } from '../list-questions/question-list.store.ts';
import { text } from '../messages.ts';
import { findBarriersOf } from '../note-barriers/barrier.store.ts';
import { barrierLabel, type Barrier } from '../note-barriers/barrier.ts';
import { channelLabel, exportedAtMost, handlingLabel, type QuestionLine } from '../question.ts';
import { tooManyToExportView } from './export-questions.view.tsx';

interface Exported {
  filter: QuestionFilter;
  questions: QuestionLine[];
  area: Municipality[];
  barriers: Map<string, Barrier[]>;
  /** Of sub-themes, services and employers, by id. */
  names: Map<string, string>;
}

/** The list as a file: without who asked and without notes, since it leaves the house. */
export const exportQuestionsPage = page({
  path: '/questions/export',
  permission: 'questions:export',
  event: unrecorded('counts and codes of questions: neither who asked nor what was said'),
  input: z.strictObject(filterShape),
  load: async ({ read, input: filter }): Promise<Exported> => {
    const questions = await findQuestionsToExport(read, filter, exportedAtMost);
    const serviceIds = [...new Set(questions.flatMap(({ serviceId }) => serviceId ?? []))];
    const [area, barriers, subThemes, services, employers] = await Promise.all([
      findMunicipalities(read),
      findBarriersOf(read, questions.map(({ id }) => id)),
      findSubThemes(read, { ended: true }),
      findServicesByIds(read, serviceIds),
      findEmployers(read),
    ]);
    const names = new Map([...subThemes.map(({ id, label }) => [id, label] as const), ...services.map(({ id, name }) => [id, name] as const), ...employers.map(({ id, name }) => [id, name] as const)]);
    return { filter, questions, area, barriers, names };
  },
  view: (exported, context) => {
    if (exported.questions.length > exportedAtMost) return new PageAnswer(tooManyToExportView(exported.filter, context), 422);
    return download(csvOf(exported, context), 'text/csv; charset=utf-8', `${text(context.locale, 'export.file')}-${context.today}.csv`);
  },
});

const columns = ['asked-on', 'theme', 'domain', 'channel', 'language', 'municipality', 'place', 'handling', 'minutes', 'asker', 'state', 'barriers', 'barrier-service', 'sub-theme', 'recorded-theme', 'contact', 'service', 'visit-on', 'visit-place', 'travel', 'km', 'employer'] as const;

function csvOf({ questions, area, barriers, names }: Exported, { locale }: ViewContext): string {
  const municipalities = new Map(area.map(({ nis, name }) => [nis, name]));
  const rows = questions.map((question) => [...factsRow(locale, question, municipalities), ...barriersRow(locale, barriers.get(question.id) ?? []), ...deskRow(locale, question, names)]);
  return writeCsv([columns.map((column) => text(locale, `export.column.${column}`)), ...rows]);
}

function factsRow(locale: Locale, question: QuestionLine, municipalities: Map<string, string>) {
  const { theme, lifeDomain, channel, language, municipality, place, handling, minutes, personId, pseudonymId, closedAt } = question;
  return [
    question.askedOn,
    themeLabel(locale, theme),
    lifeDomainLabel(locale, lifeDomain),
    channelLabel(locale, channel),
    language,
    municipality && (municipalities.get(municipality) ?? municipality),
    place?.label,
    handling.map((code) => handlingLabel(locale, code)).join(', '),
    minutes,
    text(locale, personId ? 'filter.asker.named' : pseudonymId ? 'filter.asker.coded' : 'filter.asker.anonymous'),
    text(locale, closedAt ? 'state.closed' : 'state.open'),
  ];
}

function barriersRow(locale: Locale, barriers: readonly Barrier[]) {
  return [barriers.map(({ reason }) => barrierLabel(locale, reason)).join(', '), [...new Set(barriers.flatMap(({ service }) => service?.name ?? []))].join(', ')];
}

/** Questions of one contact bear the same mark: the first letters of its id say nothing else. */
function deskRow(locale: Locale, { id, contactId, subThemeId, recordedTheme, serviceId, visit, employerId }: QuestionLine, names: Map<string, string>) {
  return [
    subThemeId && names.get(subThemeId),
    recordedTheme && themeLabel(locale, recordedTheme),
    (contactId ?? id).slice(-12),
    serviceId && names.get(serviceId),
    visit?.on,
    visit?.place,
    visit?.travelMinutes,
    visit?.km,
    employerId && names.get(employerId),
  ];
}
