import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { JobContext, JobHandler, Sweep } from '../../../kernel/jobs/job.ts';
import { checkRows, findTwins } from './check-rows.ts';
import { countRows, findUncheckedRows, numberHouseholds, takeReadyRows } from './list-row.store.ts';
import type { RowCounts } from './newcomer-list.ts';
import { advance, deleteUnsettledRows, enterState, findForgottenLists, lockList } from './newcomer-list.store.ts';
import { takeOver } from './take-over.ts';

const rowsAtATime = 500;
const householdsAtATime = 200;
/** What waits in a list is forgotten after this many days. */
export const daysKept = 60;

/** Both jobs go on where they were: each batch is saved together with how far the job is, and a batch that was done is not found again. */
export const importJobs: Record<string, JobHandler> = {
  'check-newcomer-list': (context, payload) => inBatches(context, payload, checkBatch),
  'commit-newcomer-list': (context, payload) => inBatches(context, payload, commitBatch),
};

export const importSweeps: Record<string, Sweep> = {
  'forget-newcomer-rows': async (context) => {
    const lists = await context.read((read) => findForgottenLists(read, context.now().subtract({ hours: 24 * daysKept })));
    if (lists.length > 0) await context.write(async (tx) => {
      await deleteUnsettledRows(tx, lists);
      for (const id of lists) tx.record({ act: 'import-rows-forgotten', subjects: [{ type: 'import', id }] });
    });
  },
};

type Step = 'go-on' | 'ended';

/** The events of a list stand in the name of whoever started the job. */
async function inBatches(context: JobContext, payload: Record<string, any>, batch: (tx: Transaction, listId: string) => Promise<Step>): Promise<void | 'go-on-later'> {
  const scope = { ...context.scope, actorId: String(payload['actorId']), actorRole: String(payload['actorRole']) };
  for (;;) {
    if (context.isStopping()) return 'go-on-later';
    if ((await context.services.database.write(scope, (tx) => batch(tx, String(payload['listId'])))) === 'ended') return;
  }
}

async function checkBatch(tx: Transaction, listId: string): Promise<Step> {
  const list = await lockList(tx, listId);
  if (list?.state !== 'checking') return 'ended';
  const rows = await findUncheckedRows(tx, listId, rowsAtATime);
  if (rows.length > 0) {
    await checkRows(tx, list, rows, dayOf(tx.now));
    await advance(tx, listId, rows.length);
    return 'go-on';
  }
  await findTwins(tx, listId);
  await numberHouseholds(tx, listId);
  await enterState(tx, listId, 'ready');
  return 'ended';
}

async function commitBatch(tx: Transaction, listId: string): Promise<Step> {
  const list = await lockList(tx, listId);
  if (list?.state !== 'committing') return 'ended';
  if (list.isStopping) {
    await enterState(tx, listId, 'ready');
    tx.record({ act: 'import-stopped', subjects: [{ type: 'import', id: listId }], detail: { done: list.done, total: list.total } });
    return 'ended';
  }
  const rows = await takeReadyRows(tx, listId, householdsAtATime);
  if (rows.length > 0) {
    await takeOver(tx, list, rows);
    await advance(tx, listId, rows.length);
    return 'go-on';
  }
  await enterState(tx, listId, 'done');
  tx.record({ act: 'import-committed', subjects: [{ type: 'import', id: listId }], detail: countsOf(await countRows(tx, listId)) });
  return 'ended';
}

function countsOf({ byBecame, held }: RowCounts): Record<string, number> {
  return { ...byBecame, held };
}
