import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import { findServicesByIds } from '../../directory/index.ts';
import type { Barrier, BarrierReason, NewBarrier } from './barrier.ts';

/** Makes these the barriers of a question; what was noted before and still holds keeps its moment. True when something changed. */
export async function replaceBarriers(tx: Transaction, questionId: string, barriers: readonly NewBarrier[]): Promise<boolean> {
  const rows = barriers.map(({ reason, serviceId }) => ({ id: newId(), reason, service_id: serviceId }));
  const changed = await sql<{ changed: number }>`
    with wanted as (
      select id, reason, service_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, reason text, service_id uuid)
    ), gone as (
      delete from questions.barrier
      where tenant_id = ${tx.scope.tenantId} and question_id = ${questionId}
        and not exists (select from wanted where wanted.reason = barrier.reason and wanted.service_id is not distinct from barrier.service_id)
      returning id
    ), added as (
      insert into questions.barrier (tenant_id, id, question_id, reason, service_id, noted_at, noted_by)
      select ${tx.scope.tenantId}::uuid, id, ${questionId}::uuid, reason, service_id, ${tx.now}::timestamptz, ${tx.scope.actorId}::uuid from wanted
      on conflict do nothing returning id
    )
    select ((select count(*) from gone) + (select count(*) from added))::int as changed`.execute(tx.on<never>());
  return changed.rows[0]!.changed > 0;
}

interface Row {
  question_id: string;
  reason: BarrierReason;
  service_id: string | null;
}

/** The barriers of each of these questions, in the order in which they were noted; a question without any is left out. */
export async function findBarriersOf(read: Read, questionIds: readonly string[]): Promise<Map<string, Barrier[]>> {
  if (questionIds.length === 0) return new Map();
  const found = await sql<Row>`
    select question_id, reason, service_id from questions.barrier
    where tenant_id = ${read.scope.tenantId} and question_id = any(${[...questionIds]}::uuid[]) order by id`.execute(read.on<never>());
  const serviceIds = [...new Set(found.rows.flatMap(({ service_id }) => service_id ?? []))];
  const services = new Map((await findServicesByIds(read, serviceIds)).map(({ id, name }) => [id, { id, name }]));
  const byQuestion = new Map<string, Barrier[]>();
  for (const { question_id, reason, service_id } of found.rows) {
    const barrier = { reason, serviceId: service_id, service: service_id ? (services.get(service_id) ?? null) : null };
    const list = byQuestion.get(question_id);
    if (list) list.push(barrier);
    else byQuestion.set(question_id, [barrier]);
  }
  return byQuestion;
}
