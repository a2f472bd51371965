import { createHash } from 'node:crypto';
import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, UploadedFile } from '../../../../kernel/http/context.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/id.ts';
import { readTable } from '../../../../kernel/tables/read-table.ts';
import { usualLimits } from '../../../../kernel/tables/table.ts';
import { guessColumns, mappingOf } from '../guess-columns.ts';
import { text } from '../messages.ts';
import { findEarlierUpload, findLists, insertList } from '../newcomer-list.store.ts';
import { refusalText, refuseFile } from '../refusal-text.ts';
import { uploadListView } from './upload-list.view.tsx';

export const uploadListPage = page({
  path: '/people/import',
  permission: 'people:import',
  event: unrecorded('the lists that were uploaded, no person'),
  load: async ({ read }) => ({ lists: await findLists(read) }),
  view: ({ lists }, context) => uploadListView({ lists, error: undefined }, context),
});

export const uploadListAct = act({
  path: '/people/import',
  permission: 'people:import',
  event: 'import-uploaded',
  input: z.strictObject({}),
  upload: { limit: usualLimits.maxBytes },
  act: async ({ tx, files, today }): Promise<Outcome<{ id: string; isKnown: boolean }>> => {
    const file: UploadedFile | undefined = files['file'];
    if (!file || file.filename === '') return refuse('file-missing', { field: 'file' });
    const table = await readTable(file.bytes);
    if ('refused' in table) return refuseFile(table);
    if (table.rows.length === 0) return refuse('no-rows', { field: 'file' });
    const { header, rows, headerLine: _, ...source } = table;
    const mapping = mappingOf(guessColumns(header, rows.slice(0, 50).map(({ cells }) => cells), today));
    const digest = createHash('sha256').update(file.bytes).digest();
    const earlier = await findEarlierUpload(tx, digest);
    const id = newId();
    await insertList(tx, { id, filename: file.filename.slice(-200), digest, source: { ...source, rows: rows.length }, header, mapping, rows });
    tx.record({ act: 'import-uploaded', subjects: [{ type: 'import', id }], detail: { kind: source.kind, rows: rows.length, columns: header.length } });
    return { id, isKnown: earlier !== undefined };
  },
  done: ({ id, isKnown }, { locale }) => seeOther(`/people/import/${id}/columns`, isKnown ? { kind: 'warning', text: text(locale, 'upload.known') } : { kind: 'done', text: text(locale, 'upload.read') }),
  again: async (context: AgainContext) => uploadListView({ lists: await findLists(context.read), error: refusalText(context) }, context),
});
