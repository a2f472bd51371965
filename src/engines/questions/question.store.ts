import { sql } from 'kysely';
import { dayOf, instantOf } from '../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { countsAsOn, lifeDomainOf, type LifeDomain, type Theme } from '../directory/index.ts';
import { addToCounts } from './monthly-count.store.ts';
import { inOrder, type Channel, type Handling, type NewQuestion, type Question, type QuestionFacts, type QuestionLine, type Visit } from './question.ts';

/** A row without its moments, which a list needs only as text. */
interface FactsRow {
  id: string;
  theme: Theme;
  recorded_theme: Theme | null;
  sub_theme_id: string | null;
  life_domain: LifeDomain;
  channel: Channel;
  language: string;
  municipality: string;
  place_id: string | null;
  place_label: string | null;
  handling: Handling[];
  minutes: number | null;
  person_id: string | null;
  pseudonym_id: string | null;
  household_id: string | null;
  case_id: string | null;
  contact_id: string | null;
  service_id: string | null;
  visit_place: string | null;
  visited_on: Temporal.PlainDate | null;
  travel_minutes: number | null;
  travel_km: number | null;
  employer_id: string | null;
  note: string | null;
  recorded_by: string | null;
  version: number;
}

export interface QuestionRow extends FactsRow {
  asked_at: Temporal.Instant;
  recorded_at: Temporal.Instant;
  closed_at: Temporal.Instant | null;
}

/** Moments as PostgreSQL writes them: '2026-03-03 08:00:00+00'. */
export interface LineRow extends FactsRow {
  asked_at: string;
  asked_on: string;
  recorded_at: string;
  closed_at: string | null;
}

const factColumns = sql`question.id, question.theme, question.recorded_theme, question.sub_theme_id, question.life_domain, question.channel, question.language,
  question.municipality, question.place_id, place.label as place_label, question.handling, question.minutes, question.person_id, question.pseudonym_id,
  question.household_id, question.case_id, question.contact_id, question.service_id, question.visit_place, question.visited_on, question.travel_minutes,
  question.travel_km::float8 as travel_km, question.employer_id, question.note, question.recorded_by, question.version`;
export const questionColumns = sql`${factColumns}, question.asked_at, question.recorded_at, question.closed_at`;
/** For lists: making moments of fifty rows to write them down again would take longer than to find them. */
export const lineColumns = sql`${factColumns}, question.asked_at::text as asked_at, question.asked_on::text as asked_on, question.recorded_at::text as recorded_at, question.closed_at::text as closed_at`;

export const questionWithPlace = sql`questions.question left join questions.place on place.tenant_id = question.tenant_id and place.id = question.place_id`;

export function asQuestion(row: QuestionRow): Question {
  return { ...factsOf(row), askedAt: row.asked_at, recordedAt: row.recorded_at, closedAt: row.closed_at };
}

export function asLine(row: LineRow): QuestionLine {
  return { ...factsOf(row), askedAt: isoOf(row.asked_at), askedOn: row.asked_on, recordedAt: isoOf(row.recorded_at), closedAt: row.closed_at === null ? null : isoOf(row.closed_at) };
}

/** The session runs in UTC: '2026-03-03 08:00:00.5+00' is 2026-03-03T08:00:00.5Z. */
const isoOf = (written: string) => `${written.slice(0, 10)}T${written.slice(11, -3)}Z`;

function factsOf(row: FactsRow) {
  return {
    id: row.id,
    theme: row.theme,
    recordedTheme: row.recorded_theme,
    subThemeId: row.sub_theme_id,
    lifeDomain: row.life_domain,
    channel: row.channel,
    language: row.language,
    municipality: row.municipality || null,
    place: row.place_id && row.place_label ? { id: row.place_id, label: row.place_label } : null,
    handling: row.handling,
    minutes: row.minutes,
    personId: row.person_id,
    pseudonymId: row.pseudonym_id,
    householdId: row.household_id,
    caseId: row.case_id,
    contactId: row.contact_id,
    serviceId: row.service_id,
    visit: visitOf(row),
    employerId: row.employer_id,
    note: row.note,
    recordedBy: row.recorded_by,
    version: row.version,
  };
}

function visitOf({ visit_place: place, visited_on: on, travel_minutes: travelMinutes, travel_km: km }: FactsRow): Visit | null {
  return place === null && on === null && travelMinutes === null && km === null ? null : { place, on, travelMinutes, km };
}

/** Writes questions and their counts in one statement; answers their ids in the order given. Records no event. */
export async function insertQuestions(tx: Transaction, questions: readonly NewQuestion[], employerId: string | null = null): Promise<string[]> {
  const rows = questions.map((question) => rowOf(tx, question));
  await sql`
    with inserted as (
      insert into questions.question (tenant_id, id, theme, recorded_theme, sub_theme_id, life_domain, channel, language, municipality, place_id, handling, minutes,
        person_id, pseudonym_id, household_id, case_id, contact_id, service_id, visit_place, visited_on, travel_minutes, travel_km, employer_id,
        note, asked_at, recorded_at, recorded_by, closed_at)
      select ${tx.scope.tenantId}::uuid, id, theme, recorded_theme, sub_theme_id, life_domain, channel, language, municipality, place_id, handling, minutes,
        person_id, pseudonym_id, household_id, case_id, contact_id, service_id, visit_place, visited_on, travel_minutes, travel_km, ${employerId}::uuid,
        note, asked_at, ${tx.now}::timestamptz, ${tx.scope.actorId}::uuid, closed_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, theme text, recorded_theme text, sub_theme_id uuid, life_domain text, channel text,
        language text, municipality text, place_id uuid, handling text[], minutes smallint, person_id uuid, pseudonym_id uuid, household_id uuid, case_id uuid,
        contact_id uuid, service_id uuid, visit_place text, visited_on date, travel_minutes smallint, travel_km numeric, note text,
        asked_at timestamptz, closed_at timestamptz)
      returning asked_on, theme, municipality
    ) ${addToCounts(tx, sql`select asked_on, theme, municipality, 1 as difference from inserted`)}`.execute(tx.on<never>());
  return rows.map(({ id }) => id);
}

function rowOf(tx: Transaction, question: NewQuestion) {
  const handling = inOrder(question.handling ?? []);
  const isOpen = question.open ?? handling.length === 0;
  const theme = countsAsOn(question.theme, dayOf(tx.now));
  return {
    id: question.id ?? newId(),
    theme,
    // A program may still send a theme that went: it is kept as it was told, and counts as what the theme became.
    recorded_theme: theme === question.theme ? null : question.theme,
    sub_theme_id: question.subThemeId ?? null,
    life_domain: lifeDomainOf(theme),
    channel: question.channel,
    language: question.language,
    municipality: question.municipality ?? '',
    place_id: question.placeId ?? null,
    handling,
    minutes: question.minutes ?? null,
    person_id: question.personId ?? null,
    pseudonym_id: question.pseudonymId ?? null,
    household_id: question.householdId ?? null,
    case_id: question.caseId ?? null,
    contact_id: question.contactId ?? null,
    service_id: question.serviceId ?? null,
    ...visitRow(question.visit ?? null),
    note: question.note ?? null,
    asked_at: (question.askedAt ?? tx.now).toString(),
    closed_at: isOpen ? null : tx.now.toString(),
  };
}

function visitRow(visit: Visit | null) {
  return { visit_place: visit?.place ?? null, visited_on: visit?.on?.toString() ?? null, travel_minutes: visit?.travelMinutes ?? null, travel_km: visit?.km ?? null };
}

export async function findQuestion(read: Read, id: string): Promise<Question | undefined> {
  const found = await sql<QuestionRow>`
    select ${questionColumns} from ${questionWithPlace}
    where question.tenant_id = ${read.scope.tenantId} and question.id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asQuestion(found.rows[0]);
}

/** The question. Throws when there is none with this id. */
export async function getQuestion(read: Read, id: string): Promise<Question> {
  const question = await findQuestion(read, id);
  if (!question) throw new Error(`There is no question ${id}.`);
  return question;
}

export interface AskedBy {
  personId?: string;
  householdId?: string;
  caseId?: string;
  contactId?: string;
  pseudonymId?: string;
}

/** What a person asked, a household or the holder of a code, or what came up in a talk or a contact; the latest first. Exactly one is given. */
export async function findQuestionsOf(read: Read, { personId, householdId, caseId, contactId, pseudonymId }: AskedBy, limit = 100): Promise<Question[]> {
  const condition = personId
    ? sql`question.person_id = ${personId}`
    : householdId
      ? sql`question.household_id = ${householdId}`
      : contactId
        ? sql`question.contact_id = ${contactId}`
        : pseudonymId
          ? sql`question.pseudonym_id = ${pseudonymId}`
          : sql`question.case_id = ${caseId}`;
  const found = await sql<QuestionRow>`
    select ${questionColumns} from ${questionWithPlace}
    where question.tenant_id = ${read.scope.tenantId} and ${condition}
    order by question.asked_at desc, question.id desc limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asQuestion);
}

/** Saves over the version that the writer saw, and moves the count along; false when someone else saved in between. */
export async function updateQuestion(tx: Transaction, id: string, version: number, facts: QuestionFacts): Promise<boolean> {
  const visit = visitRow(facts.visit);
  const changed = await sql<{ saved: number }>`
    with old as (
      select asked_on, theme, municipality from questions.question
      where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} for update
    ), saved as (
      update questions.question set theme = ${facts.theme}, recorded_theme = case when theme = ${facts.theme} then recorded_theme end,
        sub_theme_id = ${facts.subThemeId}, life_domain = ${lifeDomainOf(facts.theme)}, channel = ${facts.channel},
        language = ${facts.language}, municipality = ${facts.municipality ?? ''}, place_id = ${facts.placeId}, handling = ${inOrder(facts.handling)}::text[],
        minutes = ${facts.minutes}, person_id = ${facts.personId}, note = ${facts.note}, asked_at = ${facts.askedAt}, service_id = ${facts.serviceId},
        visit_place = ${visit.visit_place}, visited_on = ${visit.visited_on}::date, travel_minutes = ${visit.travel_minutes}, travel_km = ${visit.travel_km},
        -- A code is tied to a name by its holder's wish alone: naming who asked one question leaves the code out of it.
        pseudonym_id = case when ${facts.personId}::uuid is null or person_id = ${facts.personId}::uuid then pseudonym_id end, version = version + 1
      where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and exists (select from old)
      returning asked_on, theme, municipality
    ), counted as (${addToCounts(
      tx,
      sql`select asked_on, theme, municipality, -1 as difference from old union all select asked_on, theme, municipality, 1 from saved`,
    )})
    select count(*)::int as saved from saved`.execute(tx.on<never>());
  return changed.rows[0]?.saved === 1;
}

/** Makes a question that the actor recorded today the first of a contact, if it is not part of one; answers the contact. */
export async function joinContact(tx: Transaction, id: string): Promise<string | undefined> {
  const joined = await sql<{ contact_id: string }>`
    update questions.question set contact_id = coalesce(contact_id, id)
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and recorded_by = ${tx.scope.actorId} and recorded_at >= ${instantOf(dayOf(tx.now).toPlainDateTime())}
    returning contact_id`.execute(tx.on<never>());
  return joined.rows[0]?.contact_id;
}

/** Closes or opens again. False when it is not there, or is so already. */
export async function setClosed(tx: Transaction, id: string, isClosed: boolean): Promise<boolean> {
  const changed = await sql`
    update questions.question set closed_at = ${isClosed ? tx.now : null}::timestamptz, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and (closed_at is null) = ${isClosed}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Adds one handling to what was done. False when it is not there, or says so already. */
export async function addHandling(tx: Transaction, id: string, handling: Handling): Promise<boolean> {
  const changed = await sql`
    update questions.question set version = version + 1,
      handling = (select array_agg(one order by place) from unnest(array['informed', 'went-along', 'referred', 'mediated']) with ordinality as listed (one, place)
        where one = any(question.handling || array[${handling}::text]))
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and not ${handling}::text = any(handling)`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Takes a question out of the register and out of the counts: only by who just recorded it, as long as nobody touched it since. */
export async function deleteUntouched(tx: Transaction, id: string, recordedAfter: Temporal.Instant): Promise<boolean> {
  const gone = await sql<{ gone: number }>`
    with gone as (
      delete from questions.question
      where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = 1 and recorded_by = ${tx.scope.actorId} and recorded_at >= ${recordedAfter}
      returning asked_on, theme, municipality
    ), counted as (${addToCounts(tx, sql`select asked_on, theme, municipality, -1 as difference from gone`)})
    select count(*)::int as gone from gone`.execute(tx.on<never>());
  return gone.rows[0]?.gone === 1;
}
