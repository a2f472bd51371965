import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { levelsNow, levelsReached, skills, type Assessment } from './level.ts';
import type { Entry } from './life-part.ts';

/** A language of which a level is known is a language of the person, for contact or not. */
export async function keepLanguage(tx: Transaction, { personId, language }: { personId: string; language: string }): Promise<void> {
  await sql`insert into people.person_language (tenant_id, person_id, language, contact_rank) values (${tx.scope.tenantId}, ${personId}, ${language}, null) on conflict do nothing`.execute(tx.on<never>());
}

/** The level of each language and skill that each of these persons reaches, for finding them: 'nl-speaking-A1', 'nl-speaking-A2'. One query. */
export async function findReached(read: Read, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = await sql<{ person_id: string; all: Record<string, never>[] }>`
    select person_id, jsonb_agg(to_jsonb(assessment) order by noted_at, id) as all from people.language_assessment as assessment
    where tenant_id = ${read.scope.tenantId} and person_id = any (${personIds}::uuid[]) and removed_at is null group by person_id`.execute(read.on<never>());
  return new Map(found.rows.map(({ person_id, all }) => [person_id, reached(all.map(asAssessment))]));
}

function asAssessment(row: Record<string, string | null>): Assessment & Entry {
  return { ...row, assessedOn: Temporal.PlainDate.from(row['assessed_on']!) } as unknown as Assessment & Entry;
}

function reached(assessments: readonly (Assessment & Entry)[]): string[] {
  return [...levelsNow(assessments)].flatMap(([language, known]) => skills.flatMap((skill) => levelsReached(known[skill]?.level ?? 'none').map((level) => levelMark(language, skill, level))));
}

export const levelMark = (language: string, skill: string, level: string): string => `${language}-${skill}-${level}`;
