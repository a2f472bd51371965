import type { Read } from '../db/types.ts';
import type { Event, Subject } from './event.ts';
import { selectEvents, selectEventsOf, type EventRow } from './timeline.store.ts';

export interface TimelineEntry extends Event {
  /** The name on the account that acted; null for the platform, a link or a token. */
  actorName: string | null;
}

/** What happened to one subject, newest first. */
export async function findTimeline(read: Read, subject: Subject, { limit = 50 } = {}): Promise<TimelineEntry[]> {
  return (await selectEventsOf(read, subject, limit)).map(asEntry);
}

/** The tenant's log, newest first, before a sequence number; for the audit page. */
export async function findLog(read: Read, { before, act, limit = 100 }: { before?: number; act?: string; limit?: number } = {}): Promise<TimelineEntry[]> {
  return (await selectEvents(read, { before, act, limit })).map(asEntry);
}

function asEntry(row: EventRow): TimelineEntry {
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
