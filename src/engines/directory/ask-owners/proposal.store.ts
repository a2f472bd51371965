import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

/** Facts that an owner may propose to change; the end of the service is one too. */
export const proposable = ['name', 'does', 'phone', 'email', 'website', 'enrolment'] as const;
export type Proposable = (typeof proposable)[number];
export type Proposed = { [Name in Proposable]?: string } & { ended?: true };

export interface Proposal {
  id: string;
  serviceId: string;
  proposed: Proposed;
  madeAt: Temporal.Instant;
  decision: 'accepted' | 'declined' | null;
  version: number;
}

const columns = sql`id, service_id as "serviceId", proposed, made_at as "madeAt", decision, version`;

export async function insertProposal(tx: Transaction, serviceId: string, proposed: Proposed): Promise<string> {
  const id = newId();
  await sql`insert into directory.proposal (tenant_id, id, service_id, proposed, made_at) values (${tx.scope.tenantId}, ${id}, ${serviceId}, ${JSON.stringify(proposed)}::jsonb, ${tx.now})`.execute(tx.on<never>());
  return id;
}

export async function findProposal(read: Read, id: string): Promise<Proposal | undefined> {
  const found = await sql<Proposal>`select ${columns} from directory.proposal where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

/** Settles a proposal that still waits; false when someone else did. */
export async function decideProposal(tx: Transaction, { id, version, decision }: { id: string; version: number; decision: 'accepted' | 'declined' }): Promise<boolean> {
  const changed = await sql`
    update directory.proposal set decision = ${decision}, decided_by = ${tx.scope.actorId}, decided_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and decision is null`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

export async function countWaiting(read: Read): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from directory.proposal where tenant_id = ${read.scope.tenantId} and decision is null`.execute(read.on<never>());
  return found.rows[0]!.n;
}
