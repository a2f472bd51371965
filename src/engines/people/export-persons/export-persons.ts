import { z } from 'zod';
import { download, PageAnswer } from '../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page } from '../../../kernel/http/route.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import type { Listed } from '../list-persons/cursor.ts';
import { filterShape, sorts, type PersonFilter, type Sort } from '../list-persons/person-filter.ts';
import { findPersonPage } from '../list-persons/person-list.store.ts';
import { text } from '../messages.ts';
import { birthText, languageNames, municipalityText } from '../show.ts';
import { tooManyToExportView } from './export-persons.view.tsx';

/** A file with more names than this has no use that a figure does not serve better. */
const exportedAtMost = 20_000;

export interface Exported {
  filter: PersonFilter;
  sort: Sort;
  persons: Listed[];
  isTooMany: boolean;
}

/** The list as a file. Names leave the house with it, so that each person's history says so. */
export const exportPersonsPage = page({
  path: '/people/export',
  permission: 'people:export',
  event: 'persons-exported',
  input: z.strictObject({ ...filterShape, sort: field.optionalChoice(sorts) }),
  load: async ({ read, input }): Promise<Exported> => {
    const { sort = 'name', ...filter } = input;
    const { persons, hasNext: isTooMany } = await findPersonPage(read, filter, { sort, limit: exportedAtMost });
    return { filter, sort, persons, isTooMany };
  },
  view: (exported, context) => {
    if (exported.isTooMany) return new PageAnswer(tooManyToExportView(exported, exportedAtMost, context), 422);
    return download(csvOf(exported.persons, context), 'text/csv; charset=utf-8', `${text(context.locale, 'export.file')}-${context.today}.csv`);
  },
  subjects: ({ persons, isTooMany }) => (isTooMany ? [] : persons.map(({ id }) => ({ type: 'person', id }))),
});

const columns = ['name', 'given', 'family', 'other-names', 'birth', 'contact-languages', 'interpreter', 'household', 'municipality', 'arrived'] as const;

function csvOf(persons: readonly Listed[], { locale }: ViewContext): string {
  const rows = persons.map(({ name, otherNames, birth, contactLanguages, needsInterpreter, householdId, municipality, arrivedOn }) => [
    name.full,
    name.given,
    name.family,
    otherNames.map(({ full }) => full).join(', '),
    birthText(locale, birth),
    languageNames(locale, contactLanguages).join(', '),
    needsInterpreter === null ? null : text(locale, needsInterpreter ? 'answer.yes' : 'answer.no'),
    householdId,
    municipalityText(municipality),
    arrivedOn,
  ]);
  return writeCsv([columns.map((column) => text(locale, `export.column.${column}`)), ...rows]);
}
