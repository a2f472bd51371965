import type { Database, Transaction } from '../../kernel/db/database.ts';
import type { SettableClock } from '../../kernel/clock/clock.ts';
import { Temporal } from '../../kernel/time/temporal.ts';

/** Something that was done, at a moment, by someone: one transaction. */
export interface Happening {
  at: Temporal.Instant;
  by: Actor;
  act: (tx: Transaction) => Promise<unknown>;
}

export interface Actor {
  /** An account; null for the platform itself and for who comes by a link. */
  id: string | null;
  role: string;
}

export const platform: Actor = { id: null, role: 'platform' };
export const receiver: Actor = { id: null, role: 'link' };

export interface Past {
  /** Lives on `clock`. */
  database: Database;
  clock: SettableClock;
  tenantId: string;
  /** Told after each one how many are done. */
  progress: (done: number, total: number) => void;
}

/** Lets everything happen in its order, each at its own moment, so that rows and log are as if the authority had lived it. */
export async function letHappen({ database, clock, tenantId, progress }: Past, happenings: readonly Happening[]): Promise<void> {
  const inOrder = happenings.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  for (const [index, { at, by, act }] of inOrder.entries()) {
    clock.set(at.toString());
    await database.write({ tenantId, actorId: by.id, actorRole: by.role }, act);
    progress(index + 1, inOrder.length);
  }
}

/** Those of one moment and one actor as one transaction, their order kept. */
export function together(happenings: readonly Happening[]): Happening[] {
  const groups = new Map<string, Happening[]>();
  for (const one of happenings) {
    const key = `${one.at.epochMilliseconds} ${one.by.id ?? one.by.role}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    act: async (tx) => {
      for (const { act } of group) await act(tx);
    },
  }));
}
