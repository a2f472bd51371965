import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import { newId } from '../id.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Partner } from './exchange.ts';

export type AgreementState = 'offered' | 'joining' | 'active' | 'ended';
export type EndedBy = 'own' | 'partner' | 'term' | 'code';

export interface Agreement {
  id: string;
  state: AgreementState;
  purposes: string[];
  partnerId: string | null;
  partnerName: string | null;
  codeExpiresAt: Temporal.Instant;
  madeAt: Temporal.Instant;
  activeSince: Temporal.Instant | null;
  until: Temporal.PlainDate | null;
  endedAt: Temporal.Instant | null;
  endedBy: EndedBy | null;
}

const columns = sql.raw(`id, state, purposes, partner_id as "partnerId", partner_name as "partnerName", code_expires_at as "codeExpiresAt", made_at as "madeAt",
  active_since as "activeSince", until, ended_at as "endedAt", ended_by as "endedBy"`);

/** All agreements of the authority, those that hold first. */
export async function findAgreements(read: Read): Promise<Agreement[]> {
  const found = await sql<Agreement>`
    select ${columns} from kernel.agreement where tenant_id = ${read.scope.tenantId}
    order by array_position(array['active', 'joining', 'offered', 'ended'], state), made_at desc limit 200`.execute(read.on<never>());
  return found.rows;
}

export async function findAgreement(read: Read, id: string): Promise<Agreement | undefined> {
  const found = await sql<Agreement>`select ${columns} from kernel.agreement where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

/** The partners with whom this purpose is agreed now, by name. */
export async function findPartners(read: Read, purpose: string): Promise<Partner[]> {
  const found = await sql<Partner>`
    select id as "agreementId", partner_id as id, partner_name as name, active_since as since, secret
    from kernel.agreement where tenant_id = ${read.scope.tenantId} and state = 'active' and ${purpose} = any (purposes) order by lower(partner_name)`.execute(read.on<never>());
  return found.rows;
}

/** The partner of an agreement, running or ended; nothing while nobody has joined it. */
export async function findPartnerOf(read: Read, agreementId: string): Promise<Partner | undefined> {
  const found = await sql<Partner>`
    select id as "agreementId", partner_id as id, partner_name as name, active_since as since, secret
    from kernel.agreement where tenant_id = ${read.scope.tenantId} and id = ${agreementId} and partner_id is not null and secret is not null`.execute(read.on<never>());
  return found.rows[0];
}

/** The offer that a code opens, in the scope of the authority that made it; whoever knows the code may see what is offered. */
export async function findOffer(read: Read, codeHash: Uint8Array): Promise<(Agreement & { secret: Uint8Array }) | undefined> {
  const found = await sql<Agreement & { secret: Uint8Array }>`
    select ${columns}, secret from kernel.agreement
    where tenant_id = ${read.scope.tenantId} and code_hash = ${codeHash} and state in ('offered', 'active')
      and (state = 'active' or code_expires_at > ${read.now})`.execute(read.on<never>());
  return found.rows[0];
}

export async function insertOffer(tx: Transaction, offer: { purposes: readonly string[]; codeHash: Uint8Array; codeExpiresAt: Temporal.Instant; secret: Uint8Array; until: Temporal.PlainDate | null }): Promise<string> {
  const id = newId();
  await sql`
    insert into kernel.agreement (tenant_id, id, state, purposes, code_hash, code_expires_at, secret, made_at, until)
    values (${tx.scope.tenantId}, ${id}, 'offered', ${offer.purposes}::text[], ${offer.codeHash}, ${offer.codeExpiresAt}, ${offer.secret}, ${tx.now}, ${offer.until})`.execute(tx.on<never>());
  return id;
}

export interface Joining {
  id: string;
  purposes: readonly string[];
  partner: { id: string; name: string };
  codeHash: Uint8Array;
  codeExpiresAt: Temporal.Instant;
  until: Temporal.PlainDate | null;
}

/** False when there is a running agreement with this partner already. */
export async function insertJoining(tx: Transaction, { id, purposes, partner, codeHash, codeExpiresAt, until }: Joining): Promise<boolean> {
  const made = await sql`
    insert into kernel.agreement (tenant_id, id, state, purposes, partner_id, partner_name, code_hash, code_expires_at, made_at, until)
    values (${tx.scope.tenantId}, ${id}, 'joining', ${purposes}::text[], ${partner.id}, ${partner.name}, ${codeHash}, ${codeExpiresAt}, ${tx.now}, ${until})
    on conflict do nothing`.execute(tx.on<never>());
  return made.numAffectedRows === 1n;
}

/** Makes an offer hold, on the side that made it. False when it was withdrawn or lapsed, or another joined first. */
export async function acceptOffer(tx: Transaction, id: string, codeHash: Uint8Array, partner: { id: string; name: string }): Promise<boolean> {
  const accepted = await sql`
    update kernel.agreement set state = 'active', partner_id = ${partner.id}, partner_name = ${partner.name}, active_since = coalesce(active_since, ${tx.now})
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and code_hash = ${codeHash}
      and ((state = 'offered' and code_expires_at > ${tx.now}) or (state = 'active' and partner_id = ${partner.id}))`.execute(tx.on<never>());
  return accepted.numAffectedRows === 1n;
}

/** Makes it hold on the side that joined. False when it was not joining any more. */
export async function settleJoining(tx: Transaction, id: string, secret: Uint8Array): Promise<boolean> {
  const settled = await sql`
    update kernel.agreement set state = 'active', secret = ${secret}, active_since = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'joining'`.execute(tx.on<never>());
  return settled.numAffectedRows === 1n;
}

/** False when it had ended already. */
export async function endAgreement(tx: Transaction, id: string, by: EndedBy): Promise<boolean> {
  const ended = await sql`
    update kernel.agreement set state = 'ended', ended_at = ${tx.now}, ended_by = ${by}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state <> 'ended'`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** Agreements whose last day is over, and offers that nobody used in time. */
export async function findLapsed(read: Read, today: Temporal.PlainDate): Promise<{ id: string; by: EndedBy }[]> {
  const found = await sql<{ id: string; by: EndedBy }>`
    select id, case when state = 'offered' and code_expires_at <= ${read.now} then 'code' else 'term' end as by from kernel.agreement
    where tenant_id = ${read.scope.tenantId} and state <> 'ended' and (until < ${today} or (state = 'offered' and code_expires_at <= ${read.now}))`.execute(read.on<never>());
  return found.rows;
}
