import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse, type NotFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { applicationsPerYear, protectionPerYear } from '../import-statistics/series.ts';
import { text } from '../messages.ts';
import { importStatisticView, type Preview } from './import-statistic.view.tsx';
import { confirmStatistic, deletePreview, deletePreviewsBefore, findApplicationSums, findDecisionSums, findStatistic, hasPreviewsBefore } from './statistic.store.ts';

/** Hours that a preview waits to be imported. */
const previewHours = 24;

async function loadPreview(read: Read, id: string): Promise<Preview | NotFound> {
  const statistic = await findStatistic(read, id);
  if (!statistic || statistic.importedAt) return notFound;
  return statistic.dataset === 'unhcr-asylum-applications'
    ? { statistic, applications: { statistic, years: applicationsPerYear(await findApplicationSums(read, [id])) }, protection: undefined }
    : { statistic, applications: undefined, protection: { statistic, years: protectionPerYear(await findDecisionSums(read, [id])) } };
}

export const previewStatisticPage = page({
  path: '/figures/statistics/:id',
  permission: 'figures:import',
  event: unrecorded('open statistics'),
  input: z.strictObject({ id: field.id() }),
  load: ({ read, input: { id } }) => loadPreview(read, id),
  view: (preview, context) => importStatisticView(preview, { values: {}, errors: {} }, context),
});

export const importStatisticAct = act({
  path: '/figures/statistics/:id/import',
  permission: 'figures:import',
  event: 'statistic-imported',
  input: z.strictObject({ id: field.id(), source: field.text(200), licence: field.text(200), retrievedOn: field.day() }),
  act: async ({ input: { id, ...provenance }, tx, today }): Promise<Outcome<object>> => {
    if (provenance.retrievedOn.since(today).sign > 0) return refuse('retrieved-later', { field: 'retrievedOn' });
    if (!(await confirmStatistic(tx, id, provenance))) return notFound;
    tx.record({ act: 'statistic-imported', subjects: [{ type: 'statistic', id }], detail: {} });
    return {};
  },
  done: (_, { locale }) => seeOther('/figures/statistics', { kind: 'done', text: text(locale, 'import.done') }),
  again: async (context) => {
    const preview = await loadPreview(context.read, context.params['id'] ?? '');
    if (!('statistic' in preview)) return preview;
    const errors = context.refusal ? { retrievedOn: text(context.locale, 'import.retrieved-later') } : context.errors;
    return importStatisticView(preview, { values: context.values, errors }, context);
  },
});

export const discardStatisticAct = act({
  path: '/figures/statistics/:id/discard',
  permission: 'figures:import',
  event: 'statistic-discarded',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx }): Promise<Outcome<object>> => {
    if (!(await deletePreview(tx, id))) return notFound;
    tx.record({ act: 'statistic-discarded', subjects: [{ type: 'statistic', id }], detail: {} });
    return {};
  },
  done: (_, { locale }) => seeOther('/figures/statistics', { kind: 'done', text: text(locale, 'import.discarded') }),
  again: async () => notFound,
});

/** A preview that nobody imports does not stay. */
export async function forgetPreviews(context: JobContext): Promise<void> {
  const moment = context.now().subtract({ hours: previewHours });
  if (await context.read((read) => hasPreviewsBefore(read, moment))) await context.write((tx) => deletePreviewsBefore(tx, moment));
}
