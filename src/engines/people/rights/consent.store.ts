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
      and not exists (select from people.consent as later where later.tenant_id = consent.tenant_id and later.id = consent.renewed_by and later.from_day <= ${on}::date)
    order by until_day desc nulls first, given_at desc limit 1`.execute(read.on<never>());
  return found.rows.map(asConsent)[0];
}

/** Those that hold on a day for many persons and organisations at once, under `consentKey`. */
export async function findConsents(read: Read, { of, purpose, on }: { of: readonly { personId: string; recipientId: string }[]; purpose: string; on: Temporal.PlainDate }): Promise<Map<string, Consent>> {
  if (of.length === 0) return new Map();
  const found = await sql<ConsentRow>`
    select distinct on (person_id, recipient_id) ${columns} from people.consent
    where tenant_id = ${read.scope.tenantId} and purpose = ${purpose}
      and (person_id, recipient_id) in (select * from unnest(${of.map(({ personId }) => personId)}::uuid[], ${of.map(({ recipientId }) => recipientId)}::uuid[]))
      and from_day <= ${on}::date and (until_day is null or until_day >= ${on}::date) and (withdrawn_on is null or withdrawn_on > ${on}::date)
    order by person_id, recipient_id, until_day desc nulls first, given_at desc`.execute(read.on<never>());
  return new Map(found.rows.map((row) => [consentKey({ personId: row.person_id, recipientId: row.recipient_id! }), asConsent(row)]));
}

export function consentKey({ personId, recipientId }: { personId: string; recipientId: string }): string {
  return `${personId} ${recipientId}`;
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

/**
 * Ends a consent, and with it any other that tells the same organisation for the same purpose on the same ground, so that sharing
 * really stops: from `on` they hold no more. False when it is gone or had ended already.
 */
export async function withdrawConsent(tx: Transaction, { id, on, by = 'person' }: { id: string; on: Temporal.PlainDate; by?: 'person' | 'authority' }): Promise<boolean> {
  const ended = await sql<{ id: string; person_id: string; recipient_id: string | null; purpose: string }>`
    update people.consent set withdrawn_on = ${on}::date, withdrawn_by = ${by}
    from people.consent as asked
    where asked.tenant_id = ${tx.scope.tenantId} and asked.id = ${id} and asked.withdrawn_on is null and (asked.until_day is null or asked.until_day >= ${on}::date)
      and consent.tenant_id = asked.tenant_id and consent.person_id = asked.person_id and consent.purpose = asked.purpose and consent.basis = asked.basis
      and (consent.recipient_id = asked.recipient_id or consent.recipient_name = asked.recipient_name)
      and consent.withdrawn_on is null and (consent.until_day is null or consent.until_day >= ${on}::date)
    returning consent.id, consent.person_id, consent.recipient_id, consent.purpose`.execute(tx.on<never>());
  for (const row of ended.rows)
    tx.record({ act: 'consent-withdrawn', subjects: [{ type: 'person', id: row.person_id }, { type: 'consent', id: row.id }], detail: { purpose: row.purpose, recipient: row.recipient_id, by, on: on.toString() } });
  return ended.rows.length > 0;
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
