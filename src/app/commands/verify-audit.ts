import { join } from 'node:path';
import { findTenants } from '../../kernel/access/tenant.store.ts';
import { Checkpoints } from '../../kernel/audit/checkpoints.ts';
import { verifyChain } from '../../kernel/audit/verify-chain.ts';
import type { Command } from '../command-line.ts';
import { withDatabase } from './with-database.ts';

/** Recomputes every tenant's chain of events; exit code 1 names the first bad entry. */
export const verifyAudit: Command = {
  name: 'audit verify',
  summary: 'recompute the log of every authority and name the first bad entry',
  run: (words) =>
    withDatabase(words, async ({ database, configuration }) => {
      const checkpoints = await Checkpoints.open(join(configuration.dataFolder, 'audit'));
      let isGood = true;
      for (const tenant of await findTenants(database)) {
        const marks = await checkpoints.of(tenant.id);
        const { entries, bad } = await database.read({ tenantId: tenant.id, actorId: null, actorRole: 'platform' }, (read) => verifyChain(read, marks));
        if (bad) isGood = false;
        process.stdout.write(bad ? `BAD   ${tenant.name}: entry ${bad.sequence} is ${bad.fault}. The ${entries} entries before it are good.\n` : `good  ${tenant.name}: ${entries} entries, ${marks.length} signed checkpoints\n`);
      }
      return isGood ? 0 : 1;
    }),
};
