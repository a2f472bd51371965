import type { Transaction } from '../../kernel/db/types.ts';
import type { Sweep } from '../../kernel/jobs/job.ts';
import { baseTaxonomy, findRollUps, type Taxonomy } from '../directory/index.ts';
import { applyRollUps, findNewRollUps } from './roll-up.store.ts';

/**
 * Lets what was recorded count as the taxonomy says today: a theme that went as what it became, a sub-theme under the theme
 * where it stands now. Answers how many questions moved; nothing when nothing changed since the last time.
 */
export async function followTaxonomy(tx: Transaction, taxonomy: Taxonomy = baseTaxonomy): Promise<number> {
  const rollUps = await findNewRollUps(tx, await findRollUps(tx, taxonomy));
  if (rollUps.length === 0) return 0;
  const count = await applyRollUps(tx, rollUps);
  if (count > 0) tx.record({ act: 'questions-rolled-up', subjects: [], detail: { count, version: taxonomy.version } });
  return count;
}

export const followTaxonomySweep: Sweep = async ({ read, write }) => {
  const isBehind = await read(async (handle) => (await findNewRollUps(handle, await findRollUps(handle))).length > 0);
  if (isBehind) await write((tx) => followTaxonomy(tx));
};
