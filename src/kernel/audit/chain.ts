import { createHash } from 'node:crypto';
import type { Event } from './event.ts';

/** The hash before a tenant's first event. */
export const genesis = Buffer.alloc(32);

/** What of an entry is hashed besides its place: canonical JSON, keys sorted, times as milliseconds. */
export function chainedText(tenantId: string, event: Omit<Event, 'sequence'>): string {
  return canonical({
    tenantId,
    at: event.at.epochMilliseconds,
    actorId: event.actorId,
    actorRole: event.actorRole,
    act: event.act,
    subjects: event.subjects.map((subject) => `${subject.type}:${subject.id}`),
    detail: event.detail,
  });
}

/** SHA-256 over the previous hash, the sequence number as eight bytes, and the entry's text: as the database chains it. */
export function chainHash(previous: Buffer, tenantId: string, event: Event): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(event.sequence));
  return createHash('sha256').update(previous).update(place).update(chainedText(tenantId, event)).digest();
}

/** JSON with the keys of every object in order, since jsonb does not keep the order in which they were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
    pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
