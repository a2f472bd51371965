import { sql } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Address } from '../household.ts';

/** Where a person lived with a household, as long as both were so. */
export interface Home {
  householdId: string;
  /** How many lived there, of those known. */
  size: number;
  /** Null when the household had no address that is known. */
  address: Address | null;
  fromDay: Temporal.PlainDate | null;
  untilDay: Temporal.PlainDate | null;
}

interface Row {
  household_id: string;
  size: number;
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  municipality_nis: string | null;
  municipality_name: string | null;
  has_address: boolean;
  from_day: Temporal.PlainDate | null;
  until_day: Temporal.PlainDate | null;
}

/** The homes of a person with their households, the present one first. An address in which the person never lived is left out. */
export async function findHomes(read: Read, personId: string): Promise<Home[]> {
  const found = await sql<Row>`
    select member.household_id, address.street, address.number, address.box, address.postcode, address.municipality_nis, address.municipality_name, address.id is not null as has_address,
      greatest(member.joined_on, address.from_day) as from_day, least(member.left_on, address.until_day) as until_day,
      (select count(*)::int from people.household_member as mate where mate.tenant_id = member.tenant_id and mate.household_id = member.household_id
        and (mate.left_on is null or mate.left_on > coalesce(member.joined_on, address.from_day, mate.left_on))) as size
    from people.household_member as member
    left join people.address on address.tenant_id = member.tenant_id and address.household_id = member.household_id
      and (member.left_on is null or address.from_day is null or address.from_day < member.left_on)
      and (address.until_day is null or member.joined_on is null or address.until_day > member.joined_on)
    where member.tenant_id = ${read.scope.tenantId} and member.person_id = ${personId}
    order by least(member.left_on, address.until_day) desc nulls first, from_day desc nulls last`.execute(read.on<never>());
  return found.rows.map((row) => ({
    householdId: row.household_id,
    size: row.size,
    address: row.has_address ? { street: row.street, number: row.number, box: row.box, postcode: row.postcode, municipality: { nis: row.municipality_nis, name: row.municipality_name } } : null,
    fromDay: row.from_day,
    untilDay: row.until_day,
  }));
}
