import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

/** Whoever gave a code instead of a name. */
export interface Pseudonym {
  id: string;
  /** BCP 47: of the card, beside Dutch. */
  language: string;
  madeAt: Temporal.Instant;
  /** Whom the code was tied to, on their wish. */
  personId: string | null;
}

export async function findPseudonymByHash(read: Read, hash: Buffer): Promise<Pseudonym | undefined> {
  return findOne(read, sql`code_hash = ${hash}`);
}

export async function findPseudonym(read: Read, id: string): Promise<Pseudonym | undefined> {
  return findOne(read, sql`id = ${id}`);
}

async function findOne(read: Read, condition: ReturnType<typeof sql>): Promise<Pseudonym | undefined> {
  const found = await sql<Pseudonym>`
    select id, language, made_at as "madeAt", person_id as "personId" from questions.pseudonym
    where tenant_id = ${read.scope.tenantId} and ${condition}`.execute(read.on<never>());
  return found.rows[0];
}

/** The id of a new nobody; undefined when its code is another's already. */
export async function insertPseudonym(tx: Transaction, hash: Buffer, language: string): Promise<string | undefined> {
  const made = await sql<{ id: string }>`
    insert into questions.pseudonym (tenant_id, id, code_hash, language, made_at, made_by)
    values (${tx.scope.tenantId}, ${newId()}, ${hash}, ${language}, ${tx.now}, ${tx.scope.actorId})
    on conflict (tenant_id, code_hash) do nothing returning id`.execute(tx.on<never>());
  return made.rows[0]?.id;
}

/**
 * The code is this person's from now on, and all that its holder asked is theirs. False when it is someone's already. What
 * was counted does not move: a question counts by theme and month, whoever asked it.
 */
export async function tiePseudonym(tx: Transaction, id: string, personId: string): Promise<boolean> {
  const db = tx.on<never>();
  const tied = await sql`
    update questions.pseudonym set person_id = ${personId}, tied_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and person_id is null`.execute(db);
  if (tied.numAffectedRows !== 1n) return false;
  await sql`
    update questions.question set person_id = ${personId}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and pseudonym_id = ${id} and person_id is null`.execute(db);
  return true;
}

/** How many different people asked between two days, both included: persons and holders of a code, each once; and how many questions came of nobody in particular. */
export async function countAskers(read: Read, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<{ askers: number; byCode: number; questionsOfNobody: number; contacts: number; questions: number }> {
  const found = await sql<{ askers: number; by_code: number; of_nobody: number; contacts: number; questions: number }>`
    select count(distinct coalesce(person_id, pseudonym_id))::int as askers, count(distinct pseudonym_id) filter (where person_id is null)::int as by_code,
      (count(*) filter (where person_id is null and pseudonym_id is null))::int as of_nobody,
      count(distinct coalesce(contact_id, id))::int as contacts, count(*)::int as questions
    from questions.question where tenant_id = ${read.scope.tenantId} and asked_on between ${from} and ${to}`.execute(read.on<never>());
  const row = found.rows[0]!;
  return { askers: row.askers, byCode: row.by_code, questionsOfNobody: row.of_nobody, contacts: row.contacts, questions: row.questions };
}
