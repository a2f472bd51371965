import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Municipality } from './service.ts';

/**
 * The municipalities that the authority works for, by name: those it listed, and its own when it is a municipality with a
 * NIS code, so that a single town has nothing to set up.
 */
export async function findMunicipalities(read: Read): Promise<Municipality[]> {
  const found = await sql<Municipality>`
    select nis, name from directory.municipality where tenant_id = ${read.scope.tenantId}
    union all
    select nis_code, name from kernel.tenant
    where tenant_id = ${read.scope.tenantId} and nis_code is not null and kind <> 'partnership'
      and not exists (select from directory.municipality as listed where listed.tenant_id = tenant.tenant_id and listed.nis = tenant.nis_code)
    order by 2`.execute(read.on<never>());
  return found.rows;
}

/** Adds a municipality to the area, or gives it another name. */
export async function putMunicipalities(tx: Transaction, municipalities: readonly Municipality[]): Promise<void> {
  await sql`
    insert into directory.municipality (tenant_id, nis, name)
    select ${tx.scope.tenantId}::uuid, nis, name from jsonb_to_recordset(${JSON.stringify(municipalities)}::jsonb) as row (nis text, name text)
    on conflict (tenant_id, nis) do update set name = excluded.name`.execute(tx.on<never>());
}

/** True when it was in the area. What was counted for it stays counted. */
export async function deleteMunicipality(tx: Transaction, nis: string): Promise<boolean> {
  const gone = await sql`delete from directory.municipality where tenant_id = ${tx.scope.tenantId} and nis = ${nis}`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}
