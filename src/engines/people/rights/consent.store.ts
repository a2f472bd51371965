import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Consent, ConsentWay, LegalBasis, NewConsent } from './consent.ts';

interface ConsentRow {
  id: string;
  person_id: string;
  recipient_id: string | null;
  recipient_name: string;
  purpose: string;
  basis: LegalBasis;
  way: ConsentWay | null;
  shares: string[];
  from_day: Temporal.PlainDate;
  until_day: Temporal.PlainDate | null;
  withdrawn_on: Temporal.PlainDate | null;
  withdrawn_by: 'person' | 'authority' | null;
  renewed_by: string | null;
  given_at: Temporal.Instant;
}

const columns = sql`id, person_id, recipient_id, recipient_name, purpose, basis, way, shares, from_day, until_day, withdrawn_on, withdrawn_by, renewed_by, given_at`;

/** Writes down that an organisation may be told. Answers its id. */
export async function giveConsent(tx: Transaction, consent: NewConsent): Promise<string> {
  const id = newId();
  await sql`
    insert into people.consent (tenant_id, id, person_id, recipient_id, recipient_name, purpose, basis, way, shares, from_day, until_day, given_at)
    values (${tx.scope.tenantId}, ${id}, ${consent.personId}, ${consent.recipientId}, ${consent.recipientName}, ${consent.purpose}, ${consent.basis}, ${consent.way},
      ${[...consent.shares]}::text[], ${consent.from}, ${consent.until}, ${tx.now})`.execute(tx.on<never>());
  tx.record({
    act: 'consent-given',
    subjects: [{ type: 'person', id: consent.personId }, { type: 'consent', id }],
    detail: { purpose: consent.purpose, basis: consent.basis, recipient: consent.recipientId, from: consent.from.toString(), until: consent.until?.toString() ?? null },
  });
  return id;
}

/** The one that holds on a day for this organisation and purpose, the one that lasts longest first; undefined when none does. */
export async function findConsent(read: Read, { personId, recipientId, purpose, on }: { personId: string; recipientId: string; purpose: string; on: Temporal.PlainDate }): Promise<Consent | undefined> {
  const found = await sql<ConsentRow>`
    select ${columns} from people.consent
    where tenant_id = ${read.scope.tenantId} and person_id = ${personId} and recipient_id = ${recipientId} and purpose = ${purpose}
      and from_day <= ${on}::date and (until_day is null or until_day >= ${on}::date) and (withdrawn_on is null or withdrawn_on > ${on}::date)
    order by until_day desc nulls first, given_at desc limit 1`.execute(read.on<never>());
  return found.rows.map(asConsent)[0];
}

export async function findConsentById(read: Read, id: string): Promise<Consent | undefined> {
  const found = await sql<ConsentRow>`select ${columns} from people.consent where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows.map(asConsent)[0];
}

/** All that were ever given for a person, the newest first. */
export async function findConsentsOf(read: Read, personId: string): Promise<Consent[]> {
  const found = await sql<ConsentRow>`
    select ${columns} from people.consent where tenant_id = ${read.scope.tenantId} and person_id = ${personId}
    order by from_day desc, given_at desc`.execute(read.on<never>());
  return found.rows.map(asConsent);
}

/** Ends a consent: from `on` it holds no more. False when it is gone or had ended already. */
export async function withdrawConsent(tx: Transaction, { id, on, by = 'person' }: { id: string; on: Temporal.PlainDate; by?: 'person' | 'authority' }): Promise<boolean> {
  const ended = await sql<{ person_id: string; recipient_id: string | null; purpose: string }>`
    update people.consent set withdrawn_on = ${on}::date, withdrawn_by = ${by}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and withdrawn_on is null and (until_day is null or until_day >= ${on}::date)
    returning person_id, recipient_id, purpose`.execute(tx.on<never>());
  const row = ended.rows[0];
  if (!row) return false;
  tx.record({ act: 'consent-withdrawn', subjects: [{ type: 'person', id: row.person_id }, { type: 'consent', id }], detail: { purpose: row.purpose, recipient: row.recipient_id, by, on: on.toString() } });
  return true;
}

/** Says that another took its place. */
export async function markRenewed(tx: Transaction, { id, by }: { id: string; by: string }): Promise<void> {
  await sql`update people.consent set renewed_by = ${by} where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

/** Organisations that were named before, for a list of suggestions: by name, with the id that they had last. */
export async function findRecipients(read: Read): Promise<{ id: string | null; name: string }[]> {
  const found = await sql<{ id: string | null; name: string }>`
    select distinct on (recipient_name) recipient_id as id, recipient_name as name from people.consent
    where tenant_id = ${read.scope.tenantId} order by recipient_name, recipient_id nulls last limit 500`.execute(read.on<never>());
  return found.rows;
}

function asConsent(row: ConsentRow): Consent {
  return {
    id: row.id,
    personId: row.person_id,
    recipientId: row.recipient_id,
    recipientName: row.recipient_name,
    purpose: row.purpose,
    basis: row.basis,
    way: row.way,
    shares: row.shares,
    from: row.from_day,
    until: row.until_day,
    withdrawnOn: row.withdrawn_on,
    withdrawnBy: row.withdrawn_by,
    renewedBy: row.renewed_by,
    givenAt: row.given_at,
  };
}
