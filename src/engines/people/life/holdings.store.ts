import { sql } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { Holding } from '../../../kernel/holdings/holding.ts';
import { rowsHolding } from '../holdings/rows-holding.store.ts';
import { findEntries } from './entry.store.ts';
import { lifeParts } from './parts.ts';
import type { LifePart } from './life-part.ts';

/** Lines of somebody's life in plain values; what was taken away as a mistake is not held against them. */
async function gatherLines(read: Read, part: LifePart, personId: string): Promise<Record<string, unknown>[]> {
  const lines = await findEntries<Record<string, unknown>>(read, part, personId);
  return lines.map((line) => Object.fromEntries(Object.keys(part.shape).map((name) => [name, plain(line[name])])));
}

const plain = (value: unknown) => (value === null || ['string', 'number', 'boolean'].includes(typeof value) ? value : String(value));

const ofParts = lifeParts.map((part): Holding => rowsHolding({ subject: 'person', name: part.path, table: `people.${part.table}`, gather: (read, id) => gatherLines(read, part, id) }));

/** How lines stood before they were changed. They say nothing beside the lines themselves, and go where those go. */
const former = rowsHolding({ subject: 'person', name: 'former-lines', table: 'people.former_entry', gather: async () => [] });

/** What is under seal is told by its day alone: only whoever opens the seal with a reason can read it. */
const sealed = rowsHolding({
  subject: 'person',
  name: 'sealed-notes',
  table: 'people.sealed_note',
  gather: async (read, id) => {
    const found = await sql<{ noted_at: unknown }>`select noted_at from people.sealed_note where tenant_id = ${read.scope.tenantId} and person_id = ${id} order by noted_at`.execute(read.on<never>());
    return found.rows.map((row) => ({ notedAt: String(row.noted_at), content: 'sealed' }));
  },
});

const openings = rowsHolding({
  subject: 'person',
  name: 'seal-openings',
  table: 'people.seal_opening',
  gather: async (read, id) => {
    const found = await sql<{ opened_at: unknown; reason: string }>`select opened_at, reason from people.seal_opening where tenant_id = ${read.scope.tenantId} and person_id = ${id} order by opened_at`.execute(read.on<never>());
    return found.rows.map((row) => ({ openedAt: String(row.opened_at), reason: row.reason }));
  },
});

export const lifeHoldings: Holding[] = [...ofParts, former, sealed, openings];
