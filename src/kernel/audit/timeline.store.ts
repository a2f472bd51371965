import { sql } from 'kysely';
import type { Read } from '../db/types.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Event, Subject } from './event.ts';

export interface EventRow {
  sequence: number;
  at: Temporal.Instant;
  actor_id: string | null;
  actor_role: string;
  act: string;
  subjects: string[];
  detail: Event['detail'];
  actor_name: string | null;
}

export async function selectEventsOf(read: Read, subject: Subject, limit: number): Promise<EventRow[]> {
  const found = await sql<EventRow>`
    select event.sequence, event.at, event.actor_id, event.actor_role, event.act, event.subjects, event.detail, account.name as actor_name
    from kernel.event_subject as subject
    join kernel.event using (tenant_id, sequence)
    left join kernel.account on account.tenant_id = event.tenant_id and account.id = event.actor_id
    where subject.tenant_id = ${read.scope.tenantId} and subject.subject = ${`${subject.type}:${subject.id}`}
    order by subject.sequence desc limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export async function selectEvents(read: Read, { before, act, limit }: { before?: number | undefined; act?: string | undefined; limit: number }): Promise<EventRow[]> {
  const found = await sql<EventRow>`
    select event.sequence, event.at, event.actor_id, event.actor_role, event.act, event.subjects, event.detail, account.name as actor_name
    from kernel.event
    left join kernel.account on account.tenant_id = event.tenant_id and account.id = event.actor_id
    where event.tenant_id = ${read.scope.tenantId}
      and (${before ?? null}::bigint is null or event.sequence < ${before ?? null}::bigint)
      and (${act ?? null}::text is null or event.act = ${act ?? null}::text)
    order by event.sequence desc limit ${limit}`.execute(read.on<never>());
  return found.rows;
}
