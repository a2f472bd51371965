import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Channel, MessageState } from './message.ts';

export interface Message {
  id: string;
  channel: Channel;
  recipient: string;
  subject: string;
  body: string;
  purpose: string;
  state: MessageState;
  attempts: number;
  madeAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  error: string | null;
}

interface Row {
  id: string;
  channel: Channel;
  recipient: string;
  subject: string;
  body: string;
  purpose: string;
  state: MessageState;
  attempts: number;
  made_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  error: string | null;
}

const columns = sql.raw('id, channel, recipient, subject, body, purpose, state, attempts, made_at, ended_at, error');

function asMessage({ made_at, ended_at, ...row }: Row): Message {
  return { ...row, madeAt: made_at, endedAt: ended_at };
}

export interface QueuedMessage {
  id: string;
  channel: Channel;
  recipient: string;
  subject: string;
  body: string;
  purpose: string;
  subjectOf: { type: string; id: string } | undefined;
}

export async function insertMessage(tx: Transaction, message: QueuedMessage): Promise<void> {
  const { id, channel, recipient, subject, body, purpose, subjectOf } = message;
  await sql`
    insert into kernel.message (tenant_id, id, channel, recipient, subject, body, purpose, subject_type, subject_id, state, made_at)
    values (${tx.scope.tenantId}, ${id}, ${channel}, ${recipient}, ${subject}, ${body}, ${purpose}, ${subjectOf?.type ?? null}, ${subjectOf?.id ?? null}, 'waiting', ${tx.now})`.execute(tx.on<never>());
}

/** Takes a waiting message for sending; undefined when it does not wait (any more). */
export async function claimMessage(tx: Transaction, id: string): Promise<Message | undefined> {
  const claimed = await sql<Row>`
    update kernel.message set state = 'sending', attempts = attempts + 1, claimed_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'waiting' returning ${columns}`.execute(tx.on<never>());
  return claimed.rows[0] && asMessage(claimed.rows[0]);
}

/** A message found half sent: whoever claimed it is no more. Returns false when it is in another state. */
export async function markInterrupted(tx: Transaction, id: string, error: string): Promise<boolean> {
  const marked = await sql`
    update kernel.message set state = 'uncertain', ended_at = ${tx.now}, error = ${error}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'sending'`.execute(tx.on<never>());
  return marked.numAffectedRows === 1n;
}

/** What became of a claimed message; the text that replaces its body, once sent, holds no live links. */
export async function closeMessage(tx: Transaction, id: string, outcome: { state: MessageState; error?: string; body?: string }): Promise<void> {
  const closed = await sql`
    update kernel.message set state = ${outcome.state}, error = ${outcome.error ?? null}, body = coalesce(${outcome.body ?? null}::text, body),
      ended_at = ${outcome.state === 'waiting' ? null : tx.now}::timestamptz
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'sending'`.execute(tx.on<never>());
  if (closed.numAffectedRows !== 1n) throw new Error('A message changed while it was being sent.');
}

/** Puts a message that was not sent back in line; false when it was sent, or waits already. */
export async function requeueMessage(tx: Transaction, id: string): Promise<boolean> {
  const requeued = await sql`
    update kernel.message set state = 'waiting', attempts = 0, ended_at = null, error = null
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state in ('kept', 'failed', 'uncertain')`.execute(tx.on<never>());
  return requeued.numAffectedRows === 1n;
}

export interface MessageFilter {
  state?: MessageState;
  channel?: Channel;
  /** The id of the last one on the page before. */
  before?: string;
  limit?: number;
}

/** The outbox, newest first. Ids are made in the order of time. */
export async function findMessages(read: Read, { state, channel, before, limit = 50 }: MessageFilter = {}): Promise<Message[]> {
  const found = await sql<Row>`
    select ${columns} from kernel.message
    where tenant_id = ${read.scope.tenantId}
      and (${state ?? null}::text is null or state = ${state ?? null}::text)
      and (${channel ?? null}::text is null or channel = ${channel ?? null}::text)
      and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
    order by id desc limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asMessage);
}

export async function findMessage(read: Read, id: string): Promise<Message | undefined> {
  const found = await sql<Row>`select ${columns} from kernel.message where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asMessage(found.rows[0]);
}

/** How many ask for someone's eyes: not sent, and not going to be by themselves. */
export async function countTroubled(read: Read): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from kernel.message where tenant_id = ${read.scope.tenantId} and state in ('failed', 'uncertain')`.execute(read.on<never>());
  return found.rows[0]!.count;
}

/** Messages are kept for half a year: whoever received one has it, and the log says that it went. */
export async function forgetMessages(tx: Transaction): Promise<void> {
  await sql`
    delete from kernel.message where tenant_id = ${tx.scope.tenantId} and made_at < ${tx.now.subtract({ hours: 24 * 183 })}
      and state in ('sent', 'kept', 'failed', 'uncertain')`.execute(tx.on<never>());
}

/** Of whom the mail comes: the authority, with its own address to answer to. */
export async function getSender(read: Read): Promise<{ name: string; email: string | undefined }> {
  const found = await sql<{ name: string; email: string | null }>`select name, settings->>'email' as email from kernel.tenant where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  const row = found.rows[0];
  if (!row) throw new Error('A message without an authority.');
  return { name: row.name, email: row.email ?? undefined };
}
