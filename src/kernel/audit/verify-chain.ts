import type { Read } from '../db/types.ts';
import { chainHash, genesis } from './chain.ts';
import type { Checkpoint } from './checkpoints.ts';
import { selectChain, selectHead, type ChainedRow } from './verify.store.ts';

export type ChainFault = 'missing' | 'altered' | 'cut off' | 'not in the index' | 'other than the signed checkpoint' | 'before the signed checkpoint';

export interface Verified {
  entries: number;
  /** The first entry that is not as it was written. */
  bad?: { sequence: number; fault: ChainFault };
}

const page = 2000;

/**
 * Reads a tenant's whole chain, recomputes every hash and compares with the signed checkpoints that are kept outside the
 * database. An entry that was altered, removed, swapped or added afterwards, and an end that was cut off, are found.
 */
export async function verifyChain(read: Read, checkpoints: Checkpoint[]): Promise<Verified> {
  const marks = new Map(checkpoints.map((mark) => [mark.sequence, mark.hash]));
  let last: { sequence: number; hash: Buffer } = { sequence: 0, hash: genesis };
  for (;;) {
    const rows = await selectChain(read, last.sequence, page);
    for (const row of rows) {
      const fault = faultOf(row, last, read.scope.tenantId, marks);
      if (fault) return { entries: last.sequence, bad: { sequence: fault === 'missing' ? last.sequence + 1 : row.sequence, fault } };
      last = { sequence: row.sequence, hash: row.hash };
    }
    if (rows.length < page) break;
  }
  return atTheEnd(await selectHead(read), last, checkpoints);
}

function faultOf(row: ChainedRow, last: { sequence: number; hash: Buffer }, tenantId: string, marks: Map<number, string>): ChainFault | undefined {
  if (row.sequence !== last.sequence + 1) return 'missing';
  const subjects = row.subjects.map((subject) => ({ type: subject.slice(0, subject.indexOf(':')), id: subject.slice(subject.indexOf(':') + 1) }));
  const hash = chainHash(last.hash, tenantId, { sequence: row.sequence, at: row.at, actorId: row.actor_id, actorRole: row.actor_role, act: row.act, subjects, detail: row.detail });
  if (!hash.equals(row.hash)) return 'altered';
  if (row.indexed !== new Set(row.subjects).size) return 'not in the index';
  const mark = marks.get(row.sequence);
  return mark && mark !== hash.toString('hex') ? 'other than the signed checkpoint' : undefined;
}

function atTheEnd(head: { sequence: number; hash: Buffer } | undefined, last: { sequence: number; hash: Buffer }, checkpoints: Checkpoint[]): Verified {
  if (head && (head.sequence !== last.sequence || !head.hash.equals(last.hash))) return { entries: last.sequence, bad: { sequence: last.sequence + 1, fault: 'cut off' } };
  const furthest = Math.max(0, ...checkpoints.map(({ sequence }) => sequence));
  if (furthest > last.sequence) return { entries: last.sequence, bad: { sequence: last.sequence + 1, fault: 'before the signed checkpoint' } };
  return { entries: last.sequence };
}
