import { sql } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { PartialDate } from '../person.ts';
import { birthOf } from '../person.store.ts';

/** What the blind keys of a person are made of. */
export interface BlindFacts {
  id: string;
  /** In every script and spelling. */
  names: string[];
  birth: PartialDate | null;
  /** Telephones and mail addresses, in one form. */
  contacts: string[];
}

/** Persons in the order of their ids, without those who are restricted or were merged; `after` is the last id of the page before. */
export async function findBlindPersons(read: Read, after: string | null, limit: number): Promise<BlindFacts[]> {
  const found = await sql<{ id: string; names: string[]; contacts: string[]; birth_year: number | null; birth_month: number | null; birth_day: number | null }>`
    select id, birth_year, birth_month, birth_day,
      person.full_name || array(select own.full_name from people.person_name as own where own.tenant_id = person.tenant_id and own.person_id = person.id order by place) as names,
      array(select key from people.person_key as own where own.tenant_id = person.tenant_id and own.person_id = person.id and key like 'contact:%') as contacts
    from people.person where tenant_id = ${read.scope.tenantId} and merged_into is null and not is_restricted and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, names: row.names, birth: birthOf(row), contacts: row.contacts }));
}
