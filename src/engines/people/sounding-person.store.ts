import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import type { OtherName, PartialDate, PersonName } from './person.ts';
import { birthOf, nameOf, otherNamesOf } from './person.store.ts';

export interface SoundingPerson {
  id: string;
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  gender: string | null;
  /** The marks of sound by which the person is found. */
  sounds: string[];
}

/** All persons, in the order of their ids, so many at a time; `after` is the last id of the page before. */
export async function findSoundingPersons(read: Read, after: string | null, limit: number): Promise<SoundingPerson[]> {
  const found = await sql<{ id: string; given_name: string | null; family_name: string | null; full_name: string; other_names: OtherName[]; birth_year: number | null; birth_month: number | null; birth_day: number | null; gender: string | null; words: string[] }>`
    select id, given_name, family_name, full_name, birth_year, birth_month, birth_day, gender, tsvector_to_array(search) as words, ${otherNamesOf} as other_names
    from people.person where tenant_id = ${read.scope.tenantId} and merged_into is null and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, name: nameOf(row), otherNames: row.other_names, birth: birthOf(row), gender: row.gender, sounds: row.words.filter((word) => word.startsWith('p~')) }));
}
