import { sql } from 'kysely';
import type { Client, Fields } from '../../../tests/client.ts';
import type { World } from '../../../tests/world.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { addOrganisations, addServices, type Theme } from '../directory/index.ts';
import { registerPersons, withdrawConsent } from '../people/index.ts';
import { recordQuestion } from '../questions/index.ts';
import type { Referral } from './referral.ts';
import { findReferral } from './referral.store.ts';

export interface ServiceTraits {
  name?: string;
  theme?: Theme;
  email?: string | null;
  /** One of its own when left out. */
  organisationId?: string;
  languages?: string[];
}

/** A service of an organisation of its own. */
export async function aService(tx: Transaction, { name = 'Woonwinkel', theme = 'housing', email = 'wonen@example.org', organisationId, languages = ['nl', 'ar'] }: ServiceTraits = {}): Promise<string> {
  const [id] = organisationId ? [organisationId] : await addOrganisations(tx, [{ name: `${name} vzw ${newId().slice(-6)}` }]);
  const [serviceId] = await addServices(tx, [{ organisationId: id!, name, does: 'Helpt een woning zoeken.', themes: [theme], languages, phone: '0470 00 00 10', email }]);
  return serviceId!;
}

export interface QuestionTraits {
  name?: string;
  phone?: string;
  /** The first contact language. */
  language?: string;
}

/** A question of a named person about housing. */
export async function aQuestionOf(tx: Transaction, { name = 'Amira Haddad', phone = '+32470000001', language = 'ar' }: QuestionTraits = {}): Promise<{ questionId: string; personId: string }> {
  const [personId] = await registerPersons(tx, [
    { name: { given: null, family: null, full: name }, languages: [{ code: language, contactRank: 1 }], contactWays: [{ kind: 'phone', value: phone, isPreferred: true }], birth: { year: 1990, month: null, day: null } },
  ]);
  const { id } = await recordQuestion(tx, { theme: 'housing', channel: 'desk', language, personId: personId!, note: 'Zoekt een huis met twee kamers' });
  return { questionId: id, personId: personId! };
}

export interface SentReferral {
  id: string;
  questionId: string;
  personId: string;
  /** Path of the receiver's link. */
  link: string;
}

export interface Posted {
  client: Client;
  serviceId: string;
  question?: QuestionTraits;
  /** Differs from the usual form. */
  fields?: Fields;
}

/** A question of a person, referred on the page as the desk does it. */
export async function refer(world: World, { client, serviceId, question, fields = {} }: Posted): Promise<SentReferral> {
  const asked = await world.write((tx) => aQuestionOf(tx, question));
  const today = dayOf(world.clock.now()).toString();
  const reply = await client.post('/referrals', { question: asked.questionId, service: serviceId, consentWay: 'spoken', consentOn: today, shares: ['phone', 'languages'], request: 'Kunnen jullie helpen zoeken?', ...fields });
  if (reply.status !== 303) throw new Error(`Not referred: ${reply.status}`);
  const id = reply.location!.split('/').at(-1)!;
  return { id, ...asked, link: (await outbox(world)).map(({ body }) => linkIn(body)).findLast((link) => link !== undefined) ?? '' };
}

export interface OutboxRow {
  channel: string;
  recipient: string;
  subject: string;
  body: string;
  purpose: string;
}

/** What left or waits to leave, the oldest first. */
export function outbox(world: World): Promise<OutboxRow[]> {
  return world.read(async (read) => (await sql<OutboxRow>`select channel, recipient, subject, body, purpose from kernel.message where tenant_id = ${world.tenantId} order by made_at, id`.execute(read.on<never>())).rows);
}

/** The path of the link in a mail to a receiver, of one referral or of a list. */
export function linkIn(body: string): string | undefined {
  return /\/(referral|referral-inbox|appointment)\/[\w-]{46}/.exec(body)?.[0];
}

export async function referralNow(world: World, id: string): Promise<Referral> {
  return (await world.read((read) => findReferral(read, id)))!;
}

/** Opens and answers as the service does, over the version that stands now. */
export async function answer(world: World, { id, link }: Pick<SentReferral, 'id' | 'link'>, fields: Fields, receiver: Client = world.visitor()) {
  const { version } = await referralNow(world, id);
  return receiver.post(`${link}/answer`, { version, ...fields });
}

/** Ends every consent of a person, as from today. */
export async function withdrawAllConsents(world: World, personId: string): Promise<void> {
  const rows = await world.read(async (read) => (await sql<{ id: string }>`select id from people.consent where tenant_id = ${world.tenantId} and person_id = ${personId} and withdrawn_on is null`.execute(read.on<never>())).rows);
  await world.write(async (tx) => {
    for (const { id } of rows) await withdrawConsent(tx, { id, on: dayOf(tx.now) });
  });
}
