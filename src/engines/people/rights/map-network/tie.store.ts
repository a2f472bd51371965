import { sql } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import { newId } from '../../../../kernel/id.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';

export const sectors = ['family', 'friends', 'school-work', 'professionals'] as const;
export const closenesses = ['near', 'middle', 'far'] as const;
export const livings = ['same-town', 'elsewhere', 'abroad'] as const;
export const rhythms = ['day', 'week', 'month', 'year', 'never'] as const;

export interface Tie {
  id: string;
  personId: string;
  /** Another person of the register. */
  otherId: string | null;
  /** A name alone; null for someone of the register, whose name stands there. */
  name: string | null;
  sector: (typeof sectors)[number];
  relation: string;
  closeness: (typeof closenesses)[number];
  /** Commits for good, also after care ends. */
  isSupport: boolean;
  lives: (typeof livings)[number] | null;
  every: (typeof rhythms)[number] | null;
  language: string | null;
  contact: string | null;
  since: Temporal.PlainDate | null;
  until: Temporal.PlainDate | null;
}

/** Those who are there first, the nearest first; then who left, the last one first. */
export async function findTies(read: Read, personId: string): Promise<Tie[]> {
  const found = await sql<Tie>`
    select id, person_id as "personId", other_id as "otherId", name, sector, relation, closeness, is_support as "isSupport", lives, contact_every as every, language, contact,
      since_day as since, until_day as until
    from people.tie where tenant_id = ${read.scope.tenantId} and person_id = ${personId}
    order by until_day is not null, until_day desc, is_support desc, case closeness when 'near' then 1 when 'middle' then 2 else 3 end, noted_at, id`.execute(read.on<never>());
  return found.rows;
}

export async function insertTie(tx: Transaction, tie: Omit<Tie, 'id' | 'until'>): Promise<string> {
  const id = newId();
  await sql`insert into people.tie (tenant_id, id, person_id, other_id, name, sector, relation, closeness, is_support, lives, contact_every, language, contact, since_day, noted_at)
    values (${tx.scope.tenantId}, ${id}, ${tie.personId}, ${tie.otherId}, ${tie.name}, ${tie.sector}, ${tie.relation}, ${tie.closeness}, ${tie.isSupport}, ${tie.lives}, ${tie.every},
      ${tie.language}, ${tie.contact}, ${tie.since}, ${tx.now})`.execute(tx.on<never>());
  return id;
}

/** False when it is not this person's, or had ended already. */
export async function endTie(tx: Transaction, { id, personId, on }: { id: string; personId: string; on: Temporal.PlainDate }): Promise<boolean> {
  const ended = await sql`update people.tie set until_day = greatest(${on}::date, since_day), version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and person_id = ${personId} and until_day is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

export interface Continuity {
  moves: number;
  carerChanges: number;
}

/** How often a person moved (to another household, or with it to another address), and how many professionals left. */
export async function findContinuity(read: Read, personId: string): Promise<Continuity> {
  const { tenantId } = read.scope;
  const found = await sql<Continuity>`
    select (select count(*)::int from people.household_member where tenant_id = ${tenantId} and person_id = ${personId} and left_on is not null)
      + (select count(*)::int from people.household_member as member join people.address on address.tenant_id = member.tenant_id and address.household_id = member.household_id
        where member.tenant_id = ${tenantId} and member.person_id = ${personId} and address.until_day is not null
          and (member.joined_on is null or address.until_day > member.joined_on) and (member.left_on is null or address.until_day < member.left_on)) as moves,
      (select count(*)::int from people.tie where tenant_id = ${tenantId} and person_id = ${personId} and sector = 'professionals' and until_day is not null) as "carerChanges"`.execute(read.on<never>());
  return found.rows[0]!;
}
