import { sql } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import type { StaffLocale } from '../../../../kernel/i18n/locale.ts';

export interface Listener {
  id: string;
  email: string;
  locale: StaffLocale;
  byMail: boolean;
}

/** Colleagues with a live account who wrote down a part of a signal, or raised it. */
export async function findListeners(read: Read, signalId: string): Promise<Listener[]> {
  const found = await sql<Listener>`
    select account.id, account.email, account.locale, coalesce(preference.by_mail, true) as "byMail"
    from kernel.account left join questions.signal_preference as preference on preference.tenant_id = account.tenant_id and preference.account_id = account.id
    where account.tenant_id = ${read.scope.tenantId} and account.ended_at is null and (
      exists (select from questions.signal_part where signal_part.tenant_id = account.tenant_id and signal_part.signal_id = ${signalId} and signal_part.recorder_id = account.id)
      or exists (select from questions.signal where signal.tenant_id = account.tenant_id and signal.id = ${signalId} and signal.raised_by = account.id))
    order by account.id`.execute(read.on<never>());
  return found.rows;
}

export async function insertTold(tx: Transaction, signalId: string, stepId: string, accountIds: readonly string[]): Promise<void> {
  await sql`
    insert into questions.signal_told (tenant_id, step_id, account_id, signal_id, told_at)
    select ${tx.scope.tenantId}::uuid, ${stepId}::uuid, account_id, ${signalId}::uuid, ${tx.now}::timestamptz from unnest(${[...accountIds]}::uuid[]) as account_id`.execute(tx.on<never>());
}

export interface Unread {
  stepId: string;
  signalId: string;
  answer: string;
}

/** Answers that were told to the reader and not yet read, the latest first. */
export async function findUnread(read: Read, accountId: string, limit: number): Promise<Unread[]> {
  const found = await sql<Unread>`
    select told.step_id as "stepId", told.signal_id as "signalId", step.words as answer
    from questions.signal_told as told join questions.signal_step as step on step.tenant_id = told.tenant_id and step.id = told.step_id
    where told.tenant_id = ${read.scope.tenantId} and told.account_id = ${accountId} and told.read_at is null
    order by told.told_at desc, told.step_id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

/** The reader has read what was answered on a signal. False when nothing was waiting. */
export async function markRead(tx: Transaction, signalId: string, accountId: string): Promise<boolean> {
  const read = await sql`
    update questions.signal_told set read_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and signal_id = ${signalId} and account_id = ${accountId} and read_at is null`.execute(tx.on<never>());
  return (read.numAffectedRows ?? 0n) > 0n;
}

export async function wantsMail(read: Read, accountId: string): Promise<boolean> {
  const found = await sql<{ by_mail: boolean }>`select by_mail from questions.signal_preference where tenant_id = ${read.scope.tenantId} and account_id = ${accountId}`.execute(read.on<never>());
  return found.rows[0]?.by_mail ?? true;
}

export async function putMailPreference(tx: Transaction, accountId: string, byMail: boolean): Promise<void> {
  await sql`
    insert into questions.signal_preference (tenant_id, account_id, by_mail) values (${tx.scope.tenantId}, ${accountId}, ${byMail})
    on conflict (tenant_id, account_id) do update set by_mail = excluded.by_mail`.execute(tx.on<never>());
}
