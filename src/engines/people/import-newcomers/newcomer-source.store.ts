import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';

export interface KnownSource {
  personId: string;
  /** What the last list said of this person; null when the person was never in a list. */
  fingerprint: string | null;
}

/** Who is known by these keys: from earlier lists, or by a register number or reference kept with the person. One query. */
export async function findSources(read: Read, keys: readonly string[]): Promise<Map<string, KnownSource>> {
  if (keys.length === 0) return new Map();
  const found = await sql<{ key: string; person_id: string; fingerprint: string | null }>`
    select coalesce(source.key, known.key) as key, coalesce(source.person_id, known.person_id) as person_id, source.fingerprint
    from (select key, person_id, fingerprint from people.newcomer_source where tenant_id = ${read.scope.tenantId} and key = any (${keys}::text[])) as source
    full join (select key, min(person_id::text)::uuid as person_id from people.person_key where tenant_id = ${read.scope.tenantId} and key = any (${keys}::text[]) group by key) as known
      on known.key = source.key`.execute(read.on<never>());
  return new Map(found.rows.map(({ key, person_id, fingerprint }) => [key, { personId: person_id, fingerprint }]));
}

export async function putSources(tx: Transaction, sources: readonly { key: string; personId: string; fingerprint: string }[]): Promise<void> {
  if (sources.length === 0) return;
  const once = new Map(sources.map((source) => [source.key, { key: source.key, person_id: source.personId, fingerprint: source.fingerprint }]));
  await sql`
    insert into people.newcomer_source (tenant_id, key, person_id, fingerprint, seen_at)
    select ${tx.scope.tenantId}::uuid, key, person_id, fingerprint, ${tx.now}::timestamptz from jsonb_to_recordset(${JSON.stringify([...once.values()])}::jsonb) as row (key text, person_id uuid, fingerprint text)
    on conflict (tenant_id, key) do update set person_id = excluded.person_id, fingerprint = excluded.fingerprint, seen_at = excluded.seen_at`.execute(tx.on<never>());
}
