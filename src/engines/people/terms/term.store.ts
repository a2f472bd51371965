import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export interface OwnTerm {
  code: string;
  label: string | null;
  kind: string | null;
  source: string | null;
  validFrom: Temporal.PlainDate | null;
  validUntil: Temporal.PlainDate | null;
  version: number;
}

/** What the authority added to a list or ended of it. */
export async function findOwnTerms(read: Read, list: string): Promise<OwnTerm[]> {
  const found = await sql<OwnTerm>`
    select code, label, kind, source, valid_from as "validFrom", valid_until as "validUntil", version from people.reference_term
    where tenant_id = ${read.scope.tenantId} and list = ${list} order by label, code`.execute(read.on<never>());
  return found.rows;
}

/** False when there is a term of that code already. */
export async function insertTerm(tx: Transaction, list: string, { code, label, kind, source, validFrom, validUntil }: Omit<OwnTerm, 'version'>): Promise<boolean> {
  const added = await sql`
    insert into people.reference_term (tenant_id, id, list, code, label, kind, source, valid_from, valid_until)
    values (${tx.scope.tenantId}, ${newId()}, ${list}, ${code}, ${label}, ${kind}, ${source}, ${validFrom}::date, ${validUntil}::date)
    on conflict do nothing`.execute(tx.on<never>());
  return added.numAffectedRows === 1n;
}

/** Until when a term can be chosen, whether it came with the platform or was added here; null opens it again. False when another changed it since. */
export async function setTermEnd(tx: Transaction, list: string, { code, validUntil, version }: { code: string; validUntil: Temporal.PlainDate | null; version: number }): Promise<boolean> {
  if (version === 0) return insertTerm(tx, list, { code, label: null, kind: null, source: null, validFrom: null, validUntil });
  const changed = await sql`
    update people.reference_term set valid_until = ${validUntil}::date, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and list = ${list} and code = ${code} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}
