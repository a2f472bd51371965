import type { ClientBase } from 'pg';
import type { Scope } from '../db/types.ts';
import type { Temporal } from '../time/temporal.ts';
import { chainedText, genesis } from './chain.ts';
import type { NewEvent } from './event.ts';

/** A step of the chain looks up its entry in an array, so a statement carries no more than this. */
const atOnce = 500;

/**
 * Sends the statements that append events to the tenant's chain, and returns at once: the caller sends the commit right
 * behind them, so that the chain's head is locked only while the database itself works. Eight writers at once follow each
 * other and the chain cannot fork. The promise rejects when an entry could not be written; the transaction is then void.
 */
export async function sendEvents(client: ClientBase, scope: Scope, now: Temporal.Instant, events: readonly NewEvent[]): Promise<void> {
  const { tenantId, actorId, actorRole } = scope;
  const entries = events.map((event) => {
    const detail = event.detail ?? {};
    return { act: event.act, subjects: event.subjects.map(({ type, id }) => `${type}:${id}`), detail, text: chainedText(tenantId, { ...event, detail, at: now, actorId, actorRole }) };
  });
  const sent: Promise<unknown>[] = [];
  for (let from = 0; from < entries.length; from += atOnce) {
    const some = entries.slice(from, from + atOnce);
    sent.push(client.query({ name: 'append-events', text: appending, values: [tenantId, JSON.stringify(some), some.map(({ text }) => text), new Date(now.epochMilliseconds).toISOString(), actorId, actorRole] }).then(requireHead));
  }
  await Promise.all(sent);
}

const appending = `
  with recursive head as materialized (
    select sequence, hash from kernel.chain_head where tenant_id = $1 for update
  ), chained (place, sequence, hash) as (
    select 0, sequence, hash from head
    union all
    select place + 1, sequence + 1, sha256(hash || int8send(sequence + 1) || convert_to(($3::text[])[place + 1], 'UTF8'))
    from chained where place < cardinality($3::text[])
  ), entry as materialized (
    select chained.sequence, chained.hash, given.act, given.subjects, given.detail
    from rows from (jsonb_to_recordset($2::jsonb) as (act text, subjects text[], detail jsonb)) with ordinality as given (act, subjects, detail, place)
    join chained on chained.place = given.place
  ), event as (
    insert into kernel.event (tenant_id, sequence, at, actor_id, actor_role, act, subjects, detail, hash)
    select $1, sequence, $4::timestamptz, $5::uuid, $6, act, subjects, detail, hash from entry
  ), subject as (
    insert into kernel.event_subject (tenant_id, subject, sequence)
    select distinct $1::uuid, subject, sequence from entry, unnest(subjects) as subject
  )
  update kernel.chain_head set sequence = last.sequence, hash = last.hash
  from (select sequence, hash from chained order by place desc limit 1) as last
  where tenant_id = $1`;

function requireHead({ rowCount }: { rowCount: number | null }): void {
  if (rowCount !== 1) throw new Error('The authority has no chain to write its events to.');
}

/** The first link of a new authority's chain. */
export const firstHead = { sequence: 0, hash: genesis };
