import { sql } from 'kysely';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { PersonName } from '../person.ts';
import { nameOf } from '../person.store.ts';

/** A document that runs out soon or did lately, and nothing came after it. */
export interface Expiring {
  personId: string;
  name: PersonName;
  type: string;
  document: string | null;
  expiresOn: Temporal.PlainDate;
}

/** How many days before the end a document is shown, and how many after it. */
export const shownBefore = 30;
export const shownAfter = 60;

const within = (read: Read, { after }: { after: number }) => {
  const today = dayOf(read.now);
  return sql`status.tenant_id = ${read.scope.tenantId} and status.removed_at is null and status.until_day is null
    and status.expires_on between ${today.subtract({ days: after })}::date and ${today.add({ days: shownBefore })}::date
    and not exists (select from people.status_period as later where later.tenant_id = status.tenant_id and later.person_id = status.person_id
      and later.removed_at is null and later.id <> status.id and later.type = status.type and later.expires_on > status.expires_on)`;
};

/** What runs out first comes first. */
export async function findExpiring(read: Read): Promise<Expiring[]> {
  const found = await sql<{ person_id: string; given_name: string | null; family_name: string | null; full_name: string; type: string; document: string | null; expires_on: Temporal.PlainDate }>`
    select status.person_id, given_name, family_name, full_name, status.type, status.document, status.expires_on from people.status_period as status
    join people.person on person.tenant_id = status.tenant_id and person.id = status.person_id
    where ${within(read, { after: shownAfter })} order by status.expires_on, person.sort_name, status.id limit 500`.execute(read.on<never>());
  return found.rows.map((row) => ({ personId: row.person_id, name: nameOf(row), type: row.type, document: row.document, expiresOn: row.expires_on }));
}

/** Of how many persons a document runs out within 30 days. */
export async function countExpiring(read: Read): Promise<number> {
  const found = await sql<{ n: number }>`select count(distinct status.person_id)::int as n from people.status_period as status where ${within(read, { after: 0 })}`.execute(read.on<never>());
  return found.rows[0]!.n;
}
