import { sql, type RawBuilder } from 'kysely';
import type { Holding, Moved } from '../../kernel/holdings/holding.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { findQuestionsOf } from './question.store.ts';
import { askedOn, type Question } from './question.ts';

const questions = 'questions.question';
const pseudonyms = 'questions.pseudonym';

/** Nobody asks so much that an export would leave something out. */
const all = 100_000;

/** What a person asked, and the codes by which they came before they were known. */
export const personHolding: Holding = {
  subject: 'person',
  name: 'help-questions',
  gather: async (read, id) => (await findQuestionsOf(read, { personId: id }, all)).map(told),
  async move(tx, from, into) {
    return [...(await moveRows(tx, questions, sql`person_id`, from, into)), ...(await moveRows(tx, pseudonyms, sql`person_id`, from, into))];
  },
  async moveBack(tx, moved, to) {
    await moveRowsBack(tx, questions, sql`person_id`, moved, to);
    await moveRowsBack(tx, pseudonyms, sql`person_id`, moved, to);
  },
  /** Notes, where they were gone along to and codes go; that something was asked, when and about what, stays as nobody's. */
  async forget(tx, id) {
    const db = tx.on<never>();
    await sql`
      update questions.question set person_id = null, pseudonym_id = null, household_id = null, note = null, visit_place = null, version = version + 1
      where tenant_id = ${tx.scope.tenantId} and person_id = ${id}`.execute(db);
    await sql`delete from questions.pseudonym where tenant_id = ${tx.scope.tenantId} and person_id = ${id}`.execute(db);
  },
};

/** What was asked for a household as a whole. */
export const householdHolding: Holding = {
  subject: 'household',
  name: 'help-questions-of-household',
  gather: async (read, id) => (await findQuestionsOf(read, { householdId: id }, all)).map(told),
  move: (tx, from, into) => moveRows(tx, questions, sql`household_id`, from, into),
  moveBack: (tx, moved, to) => moveRowsBack(tx, questions, sql`household_id`, moved, to),
  /** What one of its members asked stays theirs. */
  async forget(tx, id) {
    await sql`
      update questions.question set household_id = null, version = version + 1,
        note = case when person_id is null then null else note end, visit_place = case when person_id is null then null else visit_place end
      where tenant_id = ${tx.scope.tenantId} and household_id = ${id}`.execute(tx.on<never>());
  },
};

/** A question in plain values, for whoever asks what is held about them. */
function told(question: Question): Record<string, unknown> {
  const { theme, recordedTheme, lifeDomain, channel, language, municipality, place, handling, minutes, visit, note, recordedAt, closedAt } = question;
  return {
    askedOn: askedOn(question).toString(),
    theme,
    ...(recordedTheme ? { recordedTheme } : {}),
    lifeDomain,
    channel,
    language,
    municipality,
    place: place?.label ?? null,
    handling,
    minutes,
    visit: visit && { place: visit.place, on: visit.on?.toString() ?? null, travelMinutes: visit.travelMinutes, km: visit.km },
    note,
    recorded: recordedAt.toString(),
    closed: closedAt?.toString() ?? null,
  };
}

async function moveRows(tx: Transaction, table: string, owner: RawBuilder<unknown>, from: string, into: string): Promise<Moved[]> {
  const moved = await sql<{ id: string }>`
    update ${sql.raw(table)} set ${owner} = ${into} where tenant_id = ${tx.scope.tenantId} and ${owner} = ${from} returning id`.execute(tx.on<never>());
  return moved.rows.map(({ id }) => ({ table, id }));
}

/** What was erased meanwhile is nobody's, and stays so. */
async function moveRowsBack(tx: Transaction, table: string, owner: RawBuilder<unknown>, moved: readonly Moved[], to: string): Promise<void> {
  const ids = moved.filter((one) => one.table === table).map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`
    update ${sql.raw(table)} set ${owner} = ${to}
    where tenant_id = ${tx.scope.tenantId} and id = any(${ids}::uuid[]) and ${owner} is not null`.execute(tx.on<never>());
}
