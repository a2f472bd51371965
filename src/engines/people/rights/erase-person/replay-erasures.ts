import type { Database } from '../../../../kernel/db/database.ts';
import type { Holding } from '../../../../kernel/holdings/holding.ts';
import { erasePerson } from './erase.ts';
import { readErased } from './erased-file.ts';
import { findReturned } from './erasure.store.ts';

/**
 * Before anything is served: whoever was erased and came back with an older backup is erased once more. Answers how many. Each in a
 * transaction of their own, so that a start that breaks off goes on at the next.
 */
export async function replayErasures({ database, holdings, dataFolder }: { database: Database; holdings: readonly Holding[]; dataFolder: string }): Promise<number> {
  const byTenant = new Map<string, string[]>();
  for (const { tenantId, personId } of readErased(dataFolder)) byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), personId]);
  let erased = 0;
  for (const [tenantId, personIds] of byTenant) {
    const scope = { tenantId, actorId: null, actorRole: 'platform' };
    const returned = await database.read(scope, (read) => findReturned(read, personIds));
    for (const personId of returned) {
      await database.write(scope, async (tx) => {
        if ((await findReturned(tx, [personId])).length === 0) return;
        await erasePerson(tx, { holdings, dataFolder }, personId, { askedBy: 'authority' });
        erased += 1;
      });
    }
  }
  return erased;
}
