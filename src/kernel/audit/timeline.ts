import { sql } from 'kysely';
import type { Read } from '../db/types.ts';
import { Temporal } from '../time/temporal.ts';
import type { Event, Subject } from './event.ts';

export interface TimelineEntry extends Event {
  /** The name on the account that acted; null for the platform, a link or a token. */
  actorName: string | null;
}

interface Row {
  sequence: number;
  at: Temporal.Instant;
  actor_id: string | null;
  actor_role: string;
  act: string;
  subjects: string[];
  detail: Event['detail'];
  actor_name: string | null;
}

/** What happened to one subject, newest first. */
export async function findTimeline(read: Read, subject: Subject, { limit = 50 } = {}): Promise<TimelineEntry[]> {
  const found = await sql<Row>`
    select event.sequence, event.at, event.actor_id, event.actor_role, event.act, event.subjects, event.detail, account.name as actor_name
    from kernel.event_subject as subject
    join kernel.event using (tenant_id, sequence)
    left join kernel.account on account.tenant_id = event.tenant_id and account.id = event.actor_id
    where subject.tenant_id = ${read.scope.tenantId} and subject.subject = ${`${subject.type}:${subject.id}`}
    order by subject.sequence desc limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asEntry);
}

/** The tenant's log, newest first, before a sequence number; for the audit page. */
export async function findLog(read: Read, { before, act, limit = 100 }: { before?: number; act?: string; limit?: number } = {}): Promise<TimelineEntry[]> {
  const found = await sql<Row>`
    select event.sequence, event.at, event.actor_id, event.actor_role, event.act, event.subjects, event.detail, account.name as actor_name
    from kernel.event
    left join kernel.account on account.tenant_id = event.tenant_id and account.id = event.actor_id
    where event.tenant_id = ${read.scope.tenantId}
      and (${before ?? null}::bigint is null or event.sequence < ${before ?? null}::bigint)
      and (${act ?? null}::text is null or event.act = ${act ?? null}::text)
    order by event.sequence desc limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asEntry);
}

function asEntry(row: Row): TimelineEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    act: row.act,
    subjects: row.subjects.map((subject) => ({ type: subject.slice(0, subject.indexOf(':')), id: subject.slice(subject.indexOf(':') + 1) })),
    detail: row.detail,
    actorName: row.actor_name,
  };
}
