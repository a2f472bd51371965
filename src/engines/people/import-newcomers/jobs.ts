import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { JobContext, JobHandler, Sweep } from '../../../kernel/jobs/job.ts';
import { checkRows, findTwins } from './check-rows.ts';
import { addCandidates, countRows, findNewPersons, findUncheckedRows, numberHouseholds, takeReadyRows } from './list-row.store.ts';
import type { RowCounts } from './newcomer-list.ts';
import { advance, deleteUnsettledRows, enterState, findForgottenLists, findList, lockList } from './newcomer-list.store.ts';
import { proposeForMany } from './propose-known.ts';
import { takeOver } from './take-over.ts';

const rowsAtATime = 500;
const householdsAtATime = 200;
/** What waits in a list is forgotten after this many days. */
export const daysKept = 60;

/** Both jobs go on where they were: each batch is saved together with how far the job is, and a batch that was done is not found again. */
export const importJobs: Record<string, JobHandler> = {
  'check-newcomer-list': async (context, payload) => (await inBatches(context, payload, checkBatch)) ?? compareAll(context, payload),
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
  return 'ended';
}

/** Whoever is new is compared with the register and with the rest of the list; then the list is ready. Done anew as a whole when it was cut off. */
async function compareAll(context: JobContext, payload: Record<string, any>): Promise<void> {
  const listId = String(payload['listId']);
  const fresh = await context.read(async (read) => ((await findList(read, listId))?.state === 'checking' ? findNewPersons(read, listId) : null));
  if (!fresh) return;
  const known = await proposeForMany(fresh, (work) => context.read(work));
  await context.write(async (tx) => {
    if ((await lockList(tx, listId))?.state !== 'checking') return;
    await findTwins(tx, listId);
    await addCandidates(tx, listId, [...known].flatMap(([line, candidates]) => candidates.map((candidate) => ({ line, candidate }))));
    await numberHouseholds(tx, listId);
    await enterState(tx, listId, 'ready');
  });
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
