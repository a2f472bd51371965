import { sql } from 'kysely';
import type { Holding } from '../../../kernel/holdings/holding.ts';

export interface RowsOf extends Pick<Holding, 'subject' | 'name' | 'gather'>, Partial<Pick<Holding, 'told'>> {
  /** With its schema: 'people.residence_status'. */
  table: string;
  /** The column that says whose the row is. */
  whose?: string;
  /** What tells a row apart within the authority, and is not the column above. */
  key?: string;
  /**
   * Columns that are unique together with whose it is: a row of which the other already has the same stays where it is, with
   * the person that was merged, and comes back with them.
   */
  oncePer?: readonly string[];
}

/** The holding of one table whose rows belong to a person or a household: they move, come back and are erased as rows. */
export function rowsHolding({ subject, name, table, whose = 'person_id', key = 'id', oncePer, gather, told }: RowsOf): Holding {
  const [rows, owner, id] = [sql.table(table), sql.ref(whose), sql.ref(key)];
  return {
    subject,
    name,
    gather,
    ...(told ? { told } : {}),
    move: async (tx, from, into) => {
      const isThere = sql.join((oncePer ?? []).map((column) => sql`there.${sql.ref(column)} is not distinct from here.${sql.ref(column)}`), sql` and `);
      const alone = oncePer ? sql`and not exists (select from ${rows} as there where there.tenant_id = here.tenant_id and there.${owner} = ${into} and ${isThere})` : sql``;
      const moved = await sql<{ id: string }>`
        update ${rows} as here set ${owner} = ${into} where tenant_id = ${tx.scope.tenantId} and ${owner} = ${from} ${alone} returning ${id}::text as id`.execute(tx.on<never>());
      return moved.rows.map((row) => ({ table, id: row.id }));
    },
    moveBack: async (tx, moved, to) => {
      const ids = moved.filter((each) => each.table === table).map((each) => each.id);
      await sql`update ${rows} set ${owner} = ${to} where tenant_id = ${tx.scope.tenantId} and ${id}::text = any (${ids}::text[])`.execute(tx.on<never>());
    },
    forget: async (tx, subjectId) => {
      await sql`delete from ${rows} where tenant_id = ${tx.scope.tenantId} and ${owner} = ${subjectId}`.execute(tx.on<never>());
    },
  };
}
