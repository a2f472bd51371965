import { findTenants } from '../../kernel/access/tenant.store.ts';
import type { Database } from '../../kernel/db/database.ts';
import { findSetupTenant, makeSetupLink, removeSetupLink } from './setup-link.ts';

export interface FirstRunParts {
  database: Database;
  dataFolder: string;
  publicUrl: string;
  log: (line: string) => void;
}

/**
 * While there is no authority yet: makes a fresh set-up link and prints it. Call it once the server listens. A link that the operator made
 * for one more authority stays until it is used.
 */
export async function prepareFirstRun({ database, dataFolder, publicUrl, log }: FirstRunParts): Promise<void> {
  const tenants = await findTenants(database);
  if (tenants.length > 0) {
    const meant = await findSetupTenant(dataFolder);
    return tenants.some(({ id }) => id === meant) ? removeSetupLink(dataFolder) : undefined;
  }
  const secret = await makeSetupLink(dataFolder);
  log(['', 'No authority has been set up yet. Open this link in a browser, once, to do so:', '', `  ${publicUrl}/first-run/${secret}`, ''].join('\n'));
}
