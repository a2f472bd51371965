import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';

/** Whether everyone may see the map; so until an authority decides otherwise. */
export async function hasPublicPages(read: Read): Promise<boolean> {
  const found = await sql<{ is: boolean }>`select has_public_pages as is from directory.setting where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0]?.is ?? true;
}

export async function setPublicPages(tx: Transaction, isOn: boolean): Promise<void> {
  await sql`
    insert into directory.setting (tenant_id, has_public_pages) values (${tx.scope.tenantId}, ${isOn})
    on conflict (tenant_id) do update set has_public_pages = excluded.has_public_pages, version = setting.version + 1`.execute(tx.on<never>());
}
