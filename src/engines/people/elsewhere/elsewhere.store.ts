import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export type Saying = 'same' | 'different';

/** Someone of this authority who is probably known with another too. */
export interface Elsewhere {
  id: string;
  agreementId: string;
  partnerName: string;
  personId: string;
  /** How many kinds of facts agree, 2 to 4. */
  kinds: number;
  foundAt: Temporal.Instant;
  ownSays: Saying | null;
  partnerSays: Saying | null;
  version: number;
}

const columns = sql.raw(`id, agreement_id as "agreementId", partner_name as "partnerName", person_id as "personId", kinds, found_at as "foundAt", own_says as "ownSays", partner_says as "partnerSays", version`);

export type ElsewhereState = 'open' | 'same' | 'different';

/** Those that wait for a word of ours first, the surest first. A pair that one of the two refused is closed. */
export async function findElsewhere(read: Read, state: ElsewhereState, limit: number): Promise<Elsewhere[]> {
  const found = await sql<Elsewhere>`
    select ${columns} from people.elsewhere
    where tenant_id = ${read.scope.tenantId} and ${stateOf} = ${state}
    order by own_says is not null, kinds desc, found_at, id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

const stateOf = sql`case when 'different' in (coalesce(own_says, ''), coalesce(partner_says, '')) then 'different' when own_says = 'same' and partner_says = 'same' then 'same' else 'open' end`;

/** How many wait for a word of ours. */
export async function countElsewhere(read: Read): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from people.elsewhere where tenant_id = ${read.scope.tenantId} and own_says is null and partner_says is distinct from 'different'`.execute(read.on<never>());
  return found.rows[0]!.n;
}

export async function findOneElsewhere(read: Read, id: string): Promise<Elsewhere | undefined> {
  const found = await sql<Elsewhere>`select ${columns} from people.elsewhere where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

/** Where a person is known too, as both authorities say. */
export async function findKnownElsewhere(read: Read, personId: string): Promise<Elsewhere[]> {
  const found = await sql<Elsewhere>`
    select ${columns} from people.elsewhere where tenant_id = ${read.scope.tenantId} and person_id = ${personId} and ${stateOf} = 'same' order by found_at`.execute(read.on<never>());
  return found.rows;
}

export interface FoundElsewhere {
  id: string;
  personId: string;
  kinds: number;
}

/** Keeps what a comparison found. A pair that is known already stays what was said of it. Returns how many are new. */
export async function insertElsewhere(tx: Transaction, agreement: { id: string; partnerName: string }, pairs: readonly FoundElsewhere[]): Promise<number> {
  const made = await sql`
    insert into people.elsewhere (tenant_id, id, agreement_id, partner_name, person_id, kinds, found_at)
    select ${tx.scope.tenantId}::uuid, row.id, ${agreement.id}::uuid, ${agreement.partnerName}, row."personId", row.kinds, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as row (id uuid, "personId" uuid, kinds smallint)
    join people.person on person.tenant_id = ${tx.scope.tenantId}::uuid and person.id = row."personId"
    on conflict (tenant_id, id) do nothing`.execute(tx.on<never>());
  return Number(made.numAffectedRows ?? 0);
}

/** False when someone else said something in between. */
export async function sayOfElsewhere(tx: Transaction, id: string, version: number, says: Saying | null): Promise<boolean> {
  const said = await sql`
    update people.elsewhere set own_says = ${says}, said_by = ${tx.scope.actorId}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return said.numAffectedRows === 1n;
}

export async function hearOfElsewhere(tx: Transaction, id: string, says: Saying | null): Promise<boolean> {
  const heard = await sql`
    update people.elsewhere set partner_says = ${says}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and partner_says is distinct from ${says}`.execute(tx.on<never>());
  return heard.numAffectedRows === 1n;
}

/** All that came of an agreement. */
export async function deleteElsewhere(tx: Transaction, agreementId: string): Promise<void> {
  await sql`
    with days as (delete from people.compared_elsewhere where tenant_id = ${tx.scope.tenantId} and agreement_id = ${agreementId})
    delete from people.elsewhere where tenant_id = ${tx.scope.tenantId} and agreement_id = ${agreementId}`.execute(tx.on<never>());
}

/** False when these two were compared on this day already. */
export async function markCompared(tx: Transaction, agreementId: string, day: Temporal.PlainDate): Promise<boolean> {
  const marked = await sql`
    insert into people.compared_elsewhere as before (tenant_id, agreement_id, compared_on) values (${tx.scope.tenantId}, ${agreementId}, ${day})
    on conflict (tenant_id, agreement_id) do update set compared_on = excluded.compared_on where before.compared_on < excluded.compared_on`.execute(tx.on<never>());
  return marked.numAffectedRows === 1n;
}
