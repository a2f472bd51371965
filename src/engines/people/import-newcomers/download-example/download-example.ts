import { download } from '../../../../kernel/http/answer.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { exampleCsv, newcomerTemplate } from '../example-list.ts';

export const downloadTemplatePage = page({
  path: '/people/import/template.xlsx',
  permission: 'people:import',
  event: unrecorded('an empty list'),
  load: async () => ({}),
  view: () => download(newcomerTemplate(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'nieuwe-inwoners.xlsx'),
});

export const downloadExamplePage = page({
  path: '/people/import/example.csv',
  permission: 'people:import',
  event: unrecorded('an example with made-up people'),
  load: async () => ({}),
  view: () => download(exampleCsv(), 'text/csv; charset=utf-8', 'voorbeeld-nieuwe-inwoners.csv'),
});
