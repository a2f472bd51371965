import { findTenants } from '../../kernel/access/tenant.store.ts';
import { findLog } from '../../kernel/audit/timeline.ts';
import { dayOf, settableClock, type Clock } from '../../kernel/clock/clock.ts';
import { Database } from '../../kernel/db/database.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { OpenDatabase } from '../open-database.ts';
import { emptyDatabase } from './empty-database.store.ts';
import { madeAct, makeDemo, wholeDemo, type DemoSize } from './make-demo.ts';

export interface DemoSettings {
  clock: Clock;
  publicUrl: string;
  dataFolder: string;
  size?: DemoSize;
  log: (line: string) => void;
}

/** Hours: three weeks, when all that was planned ahead is past. */
const staleAfter = 21 * 24;

/** Makes the made-up authority where there is none yet. One that was left half made is thrown away, and made anew. */
export async function prepareDemo(open: OpenDatabase, { clock, publicUrl, dataFolder, size = wholeDemo, log }: DemoSettings): Promise<void> {
  const [tenant] = await findTenants(open.database);
  const madeAt = tenant && (await whenMade(open.database, tenant.id));
  if (madeAt && clock.now().since(madeAt).total('hours') > staleAfter) log(`The demonstration was made on ${dayOf(madeAt)}, and what it plans is past by now. For a fresh one: stop, remove ${dataFolder} and start again.`);
  if (madeAt) return;
  if (tenant) log('The demonstration was left half made: it is made anew.');
  if (tenant) await emptyDatabase(open.owner);
  log('Making the demonstration authority …');
  const begun = performance.now();
  const now = clock.now();
  const past = settableClock(now.toString());
  // Half a demonstration is worth nothing, so nothing waits for the disk until the last of it. A session that lives long keeps
  // plans that were made while the tables were empty: each gets a share of the work only.
  const database = new Database({ ...open.serving, max: 1, maxUses: 100, options: '-c synchronous_commit=off' }, past);
  try {
    await makeDemo({ database, clock: past, now, tenantId: newId(), publicUrl, size, progress: inQuarters(log) });
  } finally {
    await database.close();
  }
  log(`The demonstration is there, after ${Math.round((performance.now() - begun) / 1000)} seconds: ${size.persons} people of a town that does not exist.`);
}

/** Undefined when it is not whole. */
async function whenMade(database: Database, tenantId: string): Promise<Temporal.Instant | undefined> {
  return database.read({ tenantId, actorId: null, actorRole: 'platform' }, async (read) => (await findLog(read, { act: madeAct, limit: 1 }))[0]?.at);
}

function inQuarters(log: (line: string) => void): (done: number, total: number) => void {
  return (done, total) => {
    const quarter = Math.floor((4 * done) / total);
    if (quarter > Math.floor((4 * (done - 1)) / total) && done < total) log(`  ${quarter * 25} %`);
  };
}
