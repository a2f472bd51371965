import type { Transaction } from '../../../../kernel/db/types.ts';
import type { JobContext, JobHandler } from '../../../../kernel/jobs/job.ts';
import { checkRows } from './check-rows.ts';
import { advance, checkTogether, countRows, enterState, findRows, lockImport, readyRows, unchecked } from './service-import.store.ts';
import { takeOver } from './take-over.ts';

const rowsAtATime = 500;
type Step = 'go-on' | 'ended';

/** Both go on where they were: a batch and how far it came are saved together, and a batch that was done is not found again. */
export const exchangeJobs: Record<string, JobHandler> = {
  'check-service-import': (context, payload) => inBatches(context, payload, checkBatch),
  'commit-service-import': (context, payload) => inBatches(context, payload, commitBatch),
};

/** The events stand in the name of whoever started the job. */
async function inBatches(context: JobContext, payload: Record<string, any>, batch: (tx: Transaction, importId: string) => Promise<Step>): Promise<void | 'go-on-later'> {
  const scope = { ...context.scope, actorId: String(payload['actorId']), actorRole: String(payload['actorRole']) };
  for (;;) {
    if (context.isStopping()) return 'go-on-later';
    if ((await context.services.database.write(scope, (tx) => batch(tx, String(payload['importId'])))) === 'ended') return;
  }
}

async function checkBatch(tx: Transaction, importId: string): Promise<Step> {
  if ((await lockImport(tx, importId))?.state !== 'checking') return 'ended';
  const rows = await findRows(tx, importId, unchecked, rowsAtATime);
  if (rows.length > 0) {
    await checkRows(tx, importId, rows);
    await advance(tx, importId, rows.length);
    return 'go-on';
  }
  await checkTogether(tx, importId);
  await enterState(tx, importId, 'ready');
  return 'ended';
}

async function commitBatch(tx: Transaction, importId: string): Promise<Step> {
  const found = await lockImport(tx, importId);
  if (found?.state !== 'committing') return 'ended';
  if (found.isStopping) {
    await enterState(tx, importId, 'ready');
    return 'ended';
  }
  const rows = await findRows(tx, importId, readyRows, rowsAtATime);
  if (rows.length > 0) {
    await takeOver(tx, importId, rows);
    await advance(tx, importId, rows.length);
    return 'go-on';
  }
  const { byBecame, held } = await countRows(tx, importId);
  await enterState(tx, importId, held > 0 ? 'ready' : 'done');
  tx.record({ act: 'services-imported', subjects: [{ type: 'service-import', id: importId }], detail: { ...byBecame, held } });
  return 'ended';
}
