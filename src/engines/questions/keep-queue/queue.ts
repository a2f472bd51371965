import type { Transaction } from '../../../kernel/db/types.ts';
import type { Sweep } from '../../../kernel/jobs/job.ts';
import { callLongest, callOne, clearDesk, forgetEarlierVisitors, hasEarlierVisitors, insertVisitor, letLeave, type NewVisitor, type Visitor } from './visitor.store.ts';

const subject = (id: string) => [{ type: 'visitor', id }];

/** Someone waits: with the ticket of the day. */
export async function letWait(tx: Transaction, visitor: NewVisitor): Promise<{ id: string; number: number }> {
  const made = await insertVisitor(tx, visitor);
  tx.record({ act: 'visitor-came', subjects: subject(made.id) });
  return made;
}

/** Whoever is at the desk goes, and whoever waits longest at this place comes; undefined when nobody waits. */
export async function callNext(tx: Transaction, placeId: string | null): Promise<Visitor | undefined> {
  await leaveDesk(tx);
  const visitor = await callLongest(tx, placeId);
  if (visitor) tx.record({ act: 'visitor-called', subjects: subject(visitor.id) });
  return visitor;
}

/** Calls one in particular, say for the language; undefined when another desk just did. */
export async function callVisitor(tx: Transaction, id: string): Promise<Visitor | undefined> {
  const visitor = await callOne(tx, id);
  if (!visitor) return undefined;
  tx.record({ act: 'visitor-called', subjects: subject(id) });
  return visitor;
}

/** The desk is free. */
export async function leaveDesk(tx: Transaction): Promise<void> {
  for (const id of await clearDesk(tx)) tx.record({ act: 'visitor-left', subjects: subject(id) });
}

/** Gone, from the queue or from a desk. False when not here. */
export async function visitorLeft(tx: Transaction, id: string): Promise<boolean> {
  const isGone = await letLeave(tx, id);
  if (isGone) tx.record({ act: 'visitor-left', subjects: subject(id) });
  return isGone;
}

/** The queue of yesterday is forgotten. */
export const forgetVisitorsSweep: Sweep = async ({ read, write }) => {
  if (await read(hasEarlierVisitors)) await write(forgetEarlierVisitors);
};
