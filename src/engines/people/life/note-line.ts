import type { Transaction } from '../../../kernel/db/types.ts';
import { insertEntry } from './entry.store.ts';
import type { LifePart } from './life-part.ts';
import { lifeParts } from './parts.ts';

/** Records what was done to a line, and lets its part see to what hangs on it. */
export async function tellLine(part: LifePart, tx: Transaction, { act: name, personId, values }: { act: string; personId: string; values: Record<string, unknown> }): Promise<void> {
  tx.record({ act: name, subjects: [{ type: 'person', id: personId }], detail: part.codes?.(values) ?? {} });
  await part.after?.(tx, personId, values);
}

/** Notes a line of someone's life that was checked already: of a part by its path ('statuses'), with that part's own values. Throws on a part that is not there. */
export async function noteLine(tx: Transaction, { personId, path, values }: { personId: string; path: string; values: Record<string, unknown> }): Promise<string> {
  const part = lifeParts.find((one) => one.path === path);
  if (!part) throw new Error(`A life has no ${path}.`);
  const id = await insertEntry(tx, part, { personId, values });
  await tellLine(part, tx, { act: part.acts.noted, personId, values });
  return id;
}
