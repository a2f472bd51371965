import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { newId } from '../../../kernel/id.ts';
import { readStatistic, type StatisticRefusal } from '../import-statistics/read-statistic.ts';
import { provenance } from '../import-statistics/statistic.ts';
import { text } from '../messages.ts';
import { findSameFile, insertStatistic } from './statistic.store.ts';
import { uploadStatisticView } from './upload-statistic.view.tsx';

export const uploadStatisticPage = page({
  path: '/figures/statistics/new',
  permission: 'figures:import',
  event: unrecorded('an empty form'),
  load: async () => ({}),
  view: (_, context) => uploadStatisticView({}, undefined, context),
});

export const uploadStatisticAct = act({
  path: '/figures/statistics',
  permission: 'figures:import',
  event: 'statistic-uploaded',
  input: z.strictObject({}),
  upload: { limit: 20_000_000 },
  act: async ({ files, tx }): Promise<Outcome<{ id: string; isImported: boolean }>> => {
    const file = files['file'];
    if (!file || file.bytes.length === 0) return refuse('no-file', { field: 'file' });
    const fileHash = createHash('sha256').update(file.bytes).digest();
    const same = await findSameFile(tx, fileHash);
    if (same) return { id: same.id, isImported: same.importedAt !== null };
    const statistic = await readStatistic(file.bytes);
    if ('refused' in statistic) return refusalOf(statistic);
    const id = newId();
    await insertStatistic(tx, { id, statistic, ...provenance[statistic.dataset], retrievedOn: dayOf(tx.now), filename: file.filename.slice(0, 200), fileHash });
    tx.record({ act: 'statistic-uploaded', subjects: [{ type: 'statistic', id }], detail: { dataset: statistic.dataset, rows: statistic.rows.length } });
    return { id, isImported: false };
  },
  done: ({ id, isImported }, { locale }) =>
    isImported ? seeOther('/figures/statistics', { kind: 'warning', text: text(locale, 'upload.same') }) : seeOther(`/figures/statistics/${id}`),
  again: async (context) => uploadStatisticView(context.errors, context.refusal, context),
});

/** What is wrong with the file travels as codes and places; the page makes sentences of it. */
function refusalOf(refusal: StatisticRefusal): Refusal {
  const { refused, ...rest } = refusal;
  const detail = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, typeof value === 'number' ? value : JSON.stringify(value)]));
  return refuse(`file-${refused}`, { field: 'file', detail });
}
