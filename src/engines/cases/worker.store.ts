import { sql } from 'kysely';
import type { Role } from '../../kernel/access/role.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Worker } from './worker.ts';

interface WorkerRow {
  id: string;
  name: string;
  roles: Role[];
  languages: string[] | null;
  municipalities: string[] | null;
  ended_at: Temporal.Instant | null;
  version: number | null;
  cases_running: number;
  talks_ahead: number;
}

/** Everyone who holds talks or may be asked to: guides, and whoever has a profile. By name, with what they have ahead. */
export async function findWorkers(read: Read, { id }: { id?: string } = {}): Promise<Worker[]> {
  const found = await sql<WorkerRow>`
    select account.id, account.name, account.roles, worker.languages, worker.municipalities, worker.ended_at, worker.version,
      (select count(*) from cases.case_file as file where file.tenant_id = account.tenant_id and file.guide_id = account.id and file.closed_on is null)::int as cases_running,
      (select count(*) from cases.appointment where appointment.tenant_id = account.tenant_id and appointment.worker_id = account.id
        and appointment.state = 'planned' and appointment.ends_at > ${read.now})::int as talks_ahead
    from kernel.account left join cases.worker on worker.tenant_id = account.tenant_id and worker.id = account.id
    where account.tenant_id = ${read.scope.tenantId} and account.ended_at is null and (${id ?? null}::uuid is null or account.id = ${id ?? null}::uuid)
      and (worker.id is not null or account.roles && ${['guide', 'social-worker', 'coordinator']}::text[])
    order by lower(account.name), account.id`.execute(read.on<never>());
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    isGuide: row.roles.includes('guide'),
    languages: row.languages ?? [],
    municipalities: row.municipalities ?? [],
    isActive: row.ended_at === null && (row.version !== null || row.roles.includes('guide')),
    casesRunning: row.cases_running,
    talksAhead: row.talks_ahead,
    version: row.version ?? 0,
  }));
}

export async function findWorker(read: Read, id: string): Promise<Worker | undefined> {
  return (await findWorkers(read, { id }))[0];
}

/** Saves a profile that is at this version (0 when there is none yet). False when someone else saved it in between. */
export async function saveWorker(tx: Transaction, { id, version, languages, municipalities, isActive }: Pick<Worker, 'id' | 'version' | 'languages' | 'municipalities' | 'isActive'>): Promise<boolean> {
  const endedAt = isActive ? null : tx.now;
  const saved =
    version === 0
      ? await sql`
          insert into cases.worker (tenant_id, id, languages, municipalities, ended_at)
          values (${tx.scope.tenantId}, ${id}, ${languages}::text[], ${municipalities}::text[], ${endedAt}) on conflict do nothing`.execute(tx.on<never>())
      : await sql`
          update cases.worker set languages = ${languages}::text[], municipalities = ${municipalities}::text[], version = version + 1,
            ended_at = case when ${isActive} then null else coalesce(ended_at, ${tx.now}) end
          where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return saved.numAffectedRows === 1n;
}
