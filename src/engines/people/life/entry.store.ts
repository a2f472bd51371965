import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Entry, LifePart } from './life-part.ts';

type Stored = Pick<LifePart, 'table' | 'path' | 'shape'>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const tableOf = ({ table }: Pick<LifePart, 'table'>) => sql.id('people', table);
const camelled = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));

/** The lines of one person in one part, in the order in which they were noted. */
export async function findEntries<Values>(read: Read, part: Pick<LifePart, 'table'>, personId: string): Promise<(Values & Entry)[]> {
  const found = await sql<Record<string, unknown>>`
    select * from ${tableOf(part)} where tenant_id = ${read.scope.tenantId} and person_id = ${personId} and removed_at is null order by noted_at, id`.execute(read.on<never>());
  return found.rows.map((row) => camelled(row) as Values & Entry);
}

/** Makes everyone else who changes lines of this person wait, so that what is checked stays true. False when there is no such person. */
export async function lockPerson(tx: Transaction, personId: string): Promise<boolean> {
  const found = await sql`select id from people.person where tenant_id = ${tx.scope.tenantId} and id = ${personId} for update`.execute(tx.on<never>());
  return found.rows.length > 0;
}

export async function insertEntry(tx: Transaction, part: Stored, { personId, values }: { personId: string; values: Record<string, unknown> }): Promise<string> {
  const id = newId();
  const row = { ...columns(part, values), tenant_id: tx.scope.tenantId, id, person_id: personId, version: 1, noted_at: tx.now.toString() };
  await sql`insert into ${tableOf(part)} select (jsonb_populate_record(null::${tableOf(part)}, ${JSON.stringify(row)}::jsonb)).*`.execute(tx.on<never>());
  return id;
}

interface Change {
  personId: string;
  id: string;
  version: number;
}

/** False when the line is gone or was changed since. How it stood stays in its history. */
export async function updateEntry(tx: Transaction, part: Stored, { values, ...change }: Change & { values: Record<string, unknown> }): Promise<boolean> {
  const names = sql.join(Object.keys(part.shape).map((name) => sql.id(snake(name))));
  return keepingFormer(tx, part, change, sql`(${names}) = (select ${names} from jsonb_populate_record(null::${tableOf(part)}, ${JSON.stringify(columns(part, values))}::jsonb) as given)`);
}

/** Takes a line away, so that it can come back. */
export async function removeEntry(tx: Transaction, part: Stored, change: Change): Promise<boolean> {
  return keepingFormer(tx, part, change, sql`removed_at = ${tx.now}`);
}

async function keepingFormer(tx: Transaction, part: Stored, { personId, id, version }: Change, set: ReturnType<typeof sql>): Promise<boolean> {
  const db = tx.on<never>();
  const kept = await sql`
    insert into people.former_entry (tenant_id, id, person_id, part, entry_id, was, changed_at, changed_by)
    select tenant_id, ${newId()}::uuid, person_id, ${part.path}, id, to_jsonb(entry), ${tx.now}::timestamptz, ${tx.scope.actorId}::uuid
    from ${tableOf(part)} as entry
    where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and id = ${id} and version = ${version} and removed_at is null for update`.execute(db);
  if (kept.numAffectedRows !== 1n) return false;
  const changed = await sql`
    update ${tableOf(part)} set ${set}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and id = ${id} and version = ${version} and removed_at is null`.execute(db);
  return changed.numAffectedRows === 1n;
}

/** A line that was taken away, for putting it back. */
export async function findRemovedEntry<Values>(read: Read, part: Stored, { personId, id }: { personId: string; id: string }): Promise<(Values & Entry) | undefined> {
  const found = await sql<Record<string, unknown>>`
    select * from ${tableOf(part)} where tenant_id = ${read.scope.tenantId} and person_id = ${personId} and id = ${id} and removed_at is not null`.execute(read.on<never>());
  return found.rows[0] && (camelled(found.rows[0]) as Values & Entry);
}

export async function returnEntry(tx: Transaction, part: Stored, { personId, id }: { personId: string; id: string }): Promise<boolean> {
  const back = await sql`
    update ${tableOf(part)} set removed_at = null, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and id = ${id} and removed_at is not null`.execute(tx.on<never>());
  return back.numAffectedRows === 1n;
}

/** How a line stood before, newest first. */
export interface Former<Values> {
  was: Values;
  changedAt: Temporal.Instant;
  changedByName: string | null;
}

export async function findFormer(read: Read, { personId, entryId }: { personId: string; entryId: string }): Promise<Former<Record<string, unknown>>[]> {
  const found = await sql<{ was: Record<string, unknown>; changed_at: Temporal.Instant; name: string | null }>`
    select former.was, former.changed_at, account.name from people.former_entry as former
    left join kernel.account on account.tenant_id = former.tenant_id and account.id = former.changed_by
    where former.tenant_id = ${read.scope.tenantId} and former.person_id = ${personId} and former.entry_id = ${entryId}
    order by former.changed_at desc, former.id desc limit 50`.execute(read.on<never>());
  return found.rows.map(({ was, changed_at, name }) => ({ was: camelled(was), changedAt: changed_at, changedByName: name }));
}

/** What a line does not say is null; a table's own default is for rows that the platform makes itself. */
function columns({ shape }: Stored, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(shape).map((name) => [snake(name), values[name] ?? null]));
}
