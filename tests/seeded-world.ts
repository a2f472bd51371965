import { sql } from 'kysely';
import { makeDemo } from '../src/app/demo/make-demo.ts';
import { mailRecovery } from '../src/kernel/access/account-mail.ts';
import { hashPassword } from '../src/kernel/access/password.ts';
import { registerPersons } from '../src/engines/people/index.ts';
import type { Role } from '../src/kernel/access/role.ts';
import { noteAnswer } from '../src/engines/directory/index.ts';
import { makeLink } from '../src/kernel/access/identify.store.ts';
import { giveWay } from '../src/kernel/access/testing.ts';
import { insertElsewhere } from '../src/engines/people/elsewhere/elsewhere.store.ts';
import { newId } from '../src/kernel/id.ts';
import { makeLinks } from '../src/kernel/access/identify.store.ts';
import { settableClock } from '../src/kernel/clock/clock.ts';
import { Database } from '../src/kernel/db/database.ts';
import type { Client } from './client.ts';
import { newcomerList } from './journeys/newcomer-list.ts';
import { createWorld, type SignedIn, type World, type WorldOptions } from './world.ts';

/** One of each thing, by its id; what is named after a state is in that state. */
export interface OneOfEach {
  person: string;
  /** Of that person. */
  consent: string;
  /** Lives with that person. */
  otherMember: string;
  /** Of several, with an address, and welcomed. */
  household: string;
  /** Open, of someone whose name is known. */
  question: string;
  /** Not yet answered. */
  referral: string;
  /** Declined, and back with its sender. */
  referralBack: string;
  /** The list of a mailbox to which was referred. */
  referralInbox: string;
  service: string;
  organisation: string;
  /** A file of services that is checked, with a row in doubt. */
  serviceImport: string;
  /** What the owner of a service wants changed. */
  proposal: string;
  place: string;
  /** Of the authority's own, under housing. */
  subTheme: string;
  /** For everyone at the desk. */
  template: string;
  /** Who waits at the counter, behind others. */
  visitor: string;
  /** A free moment of a consultation. */
  slot: string;
  /** With rooms, hours and prices. */
  building: string;
  room: string;
  /** Of a series, still ahead. */
  booking: string;
  /** Days on which the building is closed. */
  closure: string;
  /** Who came without an appointment, and waits. */
  walkIn: string;
  guide: string;
  account: string;
  /** A mail in the outbox. */
  message: string;
  case: { toPlan: string; planned: string; talking: string; welcomed: string };
  list: { columns: string; ready: string; lineToRepair: number };
  /** An open statistic that is not imported yet. */
  statistic: string;
  token: string;
  /** Offered to another authority. */
  agreement: string;
  /** A person who is probably known there. */
  elsewhere: string;
  /** A line in each part of that person's life, by its path. */
  line: Record<'language-levels' | 'schooling' | 'jobs' | 'work-situations' | 'own-addresses' | 'statuses', string>;
  /** Under seal of that person, open for the social workers. */
  sealedNote: string;
  /** A split that can be taken back, and the household that came of it. */
  turn: string;
  splitOff: string;
  /** Someone who stands there twice, as the two persons of a pair. */
  twice: { one: string; other: string };
  /** Of two more, who are one person now. */
  merger: string;
  /** Put before policy as a count; answered; written by a colleague and not yet read. */
  signal: { counted: string; answered: string; raised: string };
  /** To the legal helpdesk: by a colleague and not taken on yet, answered, and a partner's to whom was asked back. */
  expertQuestion: { asked: string; answered: string; paused: string };
  expertAnswer: string;
  /** Who may answer for the legal helpdesk. */
  expert: string;
}

/** Paths of which the end is a secret. */
export interface Links {
  /** Of a service that was referred to. */
  referral: string;
  /** Of the owner of a service, who is asked whether it still holds. */
  ownService: string;
  /** Of the list of a mailbox to which was referred. */
  referralInbox: string;
  /** Of a person with an appointment at a service. */
  referralAppointment: string;
  /** Of a family that is invited to its talk. */
  invitation: string;
  accountInvitation: string;
  recovery: string;
  calendar: string;
  /** Of a person: who knows what about them, and all that is kept. */
  ownFile: string;
  ownData: string;
  /** Of a partner who asked the legal helpdesk. */
  expertQuestion: string;
}

/** An authority with something on every page. */
export interface Town {
  tenantId: string;
  ids: OneOfEach;
  links: Links;
  /** A colleague with this role alone, in this language. */
  as(role: Role, locale?: 'nl' | 'en'): Promise<Client & SignedIn>;
}

export interface SeededWorld extends Town {
  world: World;
  close(): Promise<void>;
}

const size = { months: 8, persons: 60, questions: 120, referrals: 30 };

/** A world whose authority is the town of the demonstration on a small scale; close it in afterAll. */
export async function createSeededWorld(options: Pick<WorldOptions, 'at' | 'assets' | 'demo'> = {}): Promise<SeededWorld> {
  const world = await createWorld({ ...options, withoutAuthority: true });
  return { world, ...(await seedTown(world, world.tenantId)), close: () => world.close() };
}

/** Makes such a town of an authority that is not there yet. */
export async function seedTown(platform: World, tenantId: string): Promise<Town> {
  const world = platform.inside(tenantId);
  const now = world.clock.now();
  const clock = settableClock(now.toString());
  const database = new Database({ ...world.connection, max: 1 }, clock);
  try {
    await makeDemo({ database, clock, now, tenantId, publicUrl: world.url, size });
  } finally {
    await database.close();
  }
  const people = new Map<string, Promise<Client & SignedIn>>();
  const as: Town['as'] = (role, locale = 'nl') => {
    const key = `${role} ${locale}`;
    if (!people.has(key)) people.set(key, world.signIn(role, { locale }));
    return people.get(key)!;
  };
  await world.sweep();
  await world.runJobs();
  return { tenantId, as, ...(await bringAbout(world, as)) };
}

type As = Town['as'];

/** By the acts of colleagues: what the town does not have by itself. */
async function bringAbout(world: World, as: As): Promise<{ ids: OneOfEach; links: Links }> {
  const { cases, ...found } = await find(world);
  const coordinator = await as('coordinator');
  await mustBe(303, coordinator.post(`/people/${found.person}/consents`, { recipient: 'Woonhuis Leiedam', purpose: 'home-search', basis: 'consent', way: 'spoken', from: '1/3/2026' }));
  const consent = await one(world, sql`select id from people.consent where tenant_id = ${world.tenantId} and person_id = ${found.person} order by given_at desc, id desc limit 1`);
  const otherMember = await one(world, sql`select person_id as id from people.household_member where tenant_id = ${world.tenantId} and household_id = ${found.household} and left_on is null and person_id <> ${found.person} order by place limit 1`);
  const referred = await refer(world, coordinator, found);
  const list = await bringLists(world, coordinator);
  const invitation = await invite(world, coordinator, cases.planned);
  await mustBe(303, coordinator.post(`/cases/${cases.talking}/talk`, { language: 'ar' }));
  const { account, token, links } = await openAccounts(world, as);
  const { location } = await mustBe(303, (await as('administrator')).upload('/figures/statistics', {}, { file: { filename: 'unhcr.csv', bytes: statistic } }));
  const helpdesk = await askAsPartner(world, coordinator);
  const map = await keepMap(world, coordinator, found.service);
  const lived = await live(as, found.person);
  const desk = { ...(await receive(world, as, found.building)), ...(await keepDesk(as)) };
  const own = await giveOwnFile(world, found.person);
  const agreed = await agreeWithAnother(world, await as('administrator'), found.person);
  const message = await one(world, sql`select id from kernel.message where tenant_id = ${world.tenantId} order by id desc limit 1`);
  return {
    ids: { ...found, consent, otherMember, ...map.ids, ...desk, case: cases, referral: referred.id, referralBack: referred.backId, referralInbox: await one(world, sql`select id from referrals.inbox where tenant_id = ${world.tenantId}`), list, account, message, ...agreed, statistic: location!.split('/').at(-1)!, token, ...lived, ...(await writeTwice(world, coordinator)), expertQuestion: { ...found.expertQuestion, paused: helpdesk.id } },
    links: { referral: referred.link, ownService: map.link, referralInbox: referred.inbox, referralAppointment: referred.appointment, invitation, expertQuestion: helpdesk.link, ...own, ...links },
  };
}

async function find(world: World) {
  const { tenantId } = world;
  const [talking, planned] = await many(world, sql`select case_id as id from cases.appointment where tenant_id = ${tenantId} and state = 'planned' order by starts_at desc limit 2`);
  const household = await one(world, sql`select household_id as id from people.household_member as member where tenant_id = ${tenantId} and left_on is null
      and exists (select from cases.case_file as file where file.tenant_id = member.tenant_id and file.household_id = member.household_id and file.outcome = 'welcomed')
    group by 1 having count(*) > 2 order by 1 limit 1`);
  return {
    person: await one(world, sql`select person_id as id from people.household_member where tenant_id = ${tenantId} and household_id = ${household} and role = 'reference'`),
    household,
    question: await one(world, sql`select id from questions.question where tenant_id = ${tenantId} and person_id is not null and closed_at is null and theme = 'housing' union all
      select id from questions.question where tenant_id = ${tenantId} and person_id is not null and closed_at is null limit 1`),
    service: await one(world, sql`select id from directory.service where tenant_id = ${tenantId} and email is not null and not_accepting_reason is null order by name limit 1`),
    // The service's own: a consultation is of both.
    organisation: await one(world, sql`select organisation_id as id from directory.service where tenant_id = ${tenantId} and email is not null and not_accepting_reason is null order by name limit 1`),
    place: await one(world, sql`select id from questions.place where tenant_id = ${tenantId} order by label limit 1`),
    signal: {
      counted: await one(world, sql`select id from questions.signal where tenant_id = ${tenantId} and origin = 'counted' and state = 'before-policy' order by id limit 1`),
      answered: await one(world, sql`select id from questions.signal where tenant_id = ${tenantId} and state = 'answered' order by id limit 1`),
      raised: await one(world, sql`select id from questions.signal where tenant_id = ${tenantId} and state = 'gathering' order by id limit 1`),
    },
    expertQuestion: {
      asked: await one(world, sql`select id from questions.expert_question where tenant_id = ${tenantId} and state = 'asked' order by id limit 1`),
      answered: await one(world, sql`select id from questions.expert_question where tenant_id = ${tenantId} and state = 'answered' order by id limit 1`),
    },
    expertAnswer: await one(world, sql`select id from questions.expert_answer where tenant_id = ${tenantId} order by id limit 1`),
    expert: await one(world, sql`select id from kernel.account where tenant_id = ${tenantId} and 'coordinator' = any (roles) order by id limit 1`),
    building: await one(world, sql`select building_id as id from directory.room where tenant_id = ${tenantId} order by name limit 1`),
    room: await one(world, sql`select id from directory.room where tenant_id = ${tenantId} order by name limit 1`),
    booking: await one(world, sql`select id from directory.booking where tenant_id = ${tenantId} and series_id is not null and slot_minutes is null order by starts_at desc limit 1`),
    slot: await one(world, sql`select id from directory.slot where tenant_id = ${tenantId} and taken_at is null order by starts_at desc limit 1`),
    guide: await one(world, sql`select id from cases.worker where tenant_id = ${tenantId} order by id limit 1`),
    cases: {
      toPlan: await one(world, sql`select id from cases.case_file as file where tenant_id = ${tenantId} and closed_on is null and not exists (select from cases.appointment where case_id = file.id and state = 'planned') order by due_on limit 1`),
      planned: planned!,
      talking: talking!,
      welcomed: await one(world, sql`select id from cases.case_file where tenant_id = ${tenantId} and outcome = 'welcomed' order by closed_on desc limit 1`),
    },
  };
}

/** What a desk has: a queue, a template, a sub-theme to choose, and someone who came without a name and got a code. */
async function keepDesk(as: As): Promise<Pick<OneOfEach, 'subTheme' | 'template' | 'visitor'>> {
  const coordinator = await as('coordinator');
  const make = async (path: string, fields: object) => (await coordinator.json(`/api/v1${path}`, fields)).value.id as string;
  const visitors = [await make('/questions/queue', { language: 'ti' }), await make('/questions/queue', { language: 'ar' }), await make('/questions/queue', { calledName: 'A.', language: 'uk' })];
  await mustBe(200, coordinator.post('/questions', { theme: 'leisure', channel: 'desk', language: 'ar', newCode: 'yes' }));
  return {
    subTheme: await make('/settings/themes', { theme: 'housing', label: 'Kamer bij een particulier' }),
    template: await make('/questions/templates', { label: 'Brief nalezen', hotkey: 'Y', theme: 'money-administration', shared: true }),
    visitor: visitors.at(-1)!,
  };
}

/** A line in each part of somebody's life, and something under seal that is open for the social workers. */
async function live(as: As, person: string): Promise<Pick<OneOfEach, 'line' | 'sealedNote' | 'turn' | 'splitOff'>> {
  const worker = await as('social-worker');
  const note = async (part: string, fields: Record<string, string>) => (await worker.json(`/api/v1/people/${person}/${part}`, fields)).value.id as string;
  const line = {
    'language-levels': await note('language-levels', { language: 'nl', listening: 'A2', speaking: 'A1', assessedOn: '2026-02-01', how: 'told' }),
    schooling: await note('schooling', { level: 'bachelor', field: 'Farmacie', country: 'SY', fromYear: '2007', recognition: 'asked' }),
    jobs: await note('jobs', { occupation: 'Apothekersassistent', country: 'LB', fromYear: '2012', untilYear: '2014' }),
    'work-situations': await note('work-situations', { situation: 'training', fromDay: '2024-01-15', untilDay: '2024-06-01' }),
    'own-addresses': await note('own-addresses', { kind: 'hospital', municipality: 'Halle', fromDay: '2026-02-01', untilDay: '2026-02-10' }),
    statuses: await note('statuses', { type: 'subsidiary-protection', fromDay: '2019-04-01', untilDay: '2019-10-01', document: 'A-kaart', expiresOn: '2019-12-31' }),
  };
  await worker.json(`/api/v1/people/${person}/jobs/${line.jobs}`, { version: 1, occupation: 'Apothekersassistent', country: 'SY', fromYear: '2012', untilYear: '2014' });
  const sealedNote = await note('sealed/notes', { type: 'other', words: 'Wil liever niet alleen naar het gemeentehuis.' });
  for (const locale of ['nl', 'en'] as const) await mustBe(303, (await as('social-worker', locale)).post(`/people/${person}/sealed`, { reason: 'help', reasonText: 'Gesprek over opvang', minutes: '60' }));
  const { householdId, personIds } = (await worker.json('/api/v1/people', { members: [{ given: 'Samira', family: 'Voorbeeldig' }, { given: 'Tarik', family: 'Voorbeeldig', role: 'partner' }] })).value;
  const apart = await worker.json(`/api/v1/households/${householdId}/split`, { version: 1, leaving: [personIds[1]], on: '2026-03-01', clock: 'same', confirmed: true });
  await mustBe(303, (await as('coordinator')).post('/settings/people-lists/status/new', { label: 'Humanitair visum', kind: 'stay', validFrom: '2026-01-01' }));
  return { line, sealedNote, turn: apart.value.turnId, splitOff: apart.value.newId };
}

/** Two pairs of registrations of one person each; the second is merged. */
async function writeTwice(world: World, coordinator: Client): Promise<Pick<OneOfEach, 'twice' | 'merger'>> {
  const persons = ['Dubbele Inschrijving', 'Dubbelle Inschrijving', 'Tweemaal Genoteerd', 'Twemaal Genoteerd'].map((full) => ({ name: { given: null, family: null, full }, birth: { year: 1980, month: 5, day: 6 } }));
  const [one, other, kept, gone] = (await world.write((tx) => registerPersons(tx, persons))) as [string, string, string, string];
  const merged = await coordinator.json(`/api/v1/people/duplicates/${kept}/${gone}/merge`, { oneVersion: 1, otherVersion: 1 });
  await world.sweep();
  return { twice: { one, other }, merger: merged.value.merger };
}

/** One that waits, one that came back and one with an appointment; gives the links of the first, of the mailbox and of the person. */
/** Someone walks in, and some days ahead the building is closed. */
async function receive(world: World, as: As, building: string): Promise<Pick<OneOfEach, 'closure' | 'walkIn'>> {
  const { tenantId } = world;
  const farAhead = world.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().add({ years: 2 }).toString();
  await mustBe(303, (await as('coordinator')).post(`/rooms/buildings/${building}/closures`, { from: farAhead, why: 'Poetsdag' }));
  await mustBe(303, (await as('front-desk')).post('/rooms/walk-ins', { building, called: 'nummer 12' }));
  return { closure: await one(world, sql`select id from directory.closure where tenant_id = ${tenantId} limit 1`), walkIn: await one(world, sql`select id from directory.walk_in where tenant_id = ${tenantId} and ended_at is null limit 1`) };
}

async function refer(world: World, coordinator: Client, { question, service }: { question: string; service: string }) {
  const asked = { question, service, consentWay: 'spoken', consentOn: '1/3/2026', shares: ['phone', 'languages', 'household'], request: 'Zoekt een woning met drie slaapkamers.', tells: 'yes' };
  const send = async () => {
    const { location } = await mustBe(303, coordinator.post('/referrals', asked));
    return { id: location!.split('/').at(-1)!, link: await linkInMail(world, '/referral/') };
  };
  const [back, booked, waiting] = [await send(), await send(), await send()];
  await mustBe(303, world.visitor().post(`${back.link}/answer`, { version: 2, answer: 'decline', reason: 'full' }));
  await mustBe(303, world.visitor().post(`${booked.link}/answer`, { version: 2, answer: 'appoint', appointmentDay: '2026-12-15', appointmentTime: '10:00', appointmentPlace: 'Sluisplein 3' }));
  const letter = await mustBe(200, coordinator.post(`/referrals/${booked.id}/appointment-letter`, { language: 'ar' }));
  await mustBe(303, coordinator.post(`/referrals/${booked.id}/notes`, { body: 'Graag met een tolk.' }));
  await mustBe(303, world.visitor().post(`${waiting.link}/inbox`));
  return { ...waiting, backId: back.id, inbox: await linkInMail(world, '/referral-inbox/'), appointment: /\/appointment\/[\w-]{46}/.exec(letter.body)![0] };
}

/** A file of services with one that looks like another, whatever a service can have, and an owner who proposes something. */
async function keepMap(world: World, coordinator: Client, service: string): Promise<{ ids: Pick<OneOfEach, 'serviceImport' | 'proposal'>; link: string }> {
  const at = `/directory/services/${service}`;
  const api = `/api/v1/directory/services/${service}`;
  const version = async () => String((await coordinator.json(api)).value.version);
  await mustBe(303, coordinator.post(`${at}/contacts`, { version: await version(), contactId: '', role: 'director', contactName: 'Leiding', contactPhone: '', contactEmail: 'leiding@example.org', contactLanguages: 'Arabisch', contactNote: '' }));
  await mustBe(303, coordinator.post(`${at}/places`, { version: await version(), placeId: '', placeName: '', street: 'Sluisplein 3', postalCode: '9999', city: 'Leiedam', coordinates: '50.83, 3.26', accessibility: '', route: 'Bus 1' }));
  const { value: document } = await coordinator.json(`/api/v1/hsds/services/${service}`);
  const file = JSON.stringify([{ ...document, id: '01990000-0000-7000-8000-000000000001' }, { name: 'Zonder organisatie' }]);
  const { location } = await mustBe(303, coordinator.upload('/directory/import', {}, { file: { filename: 'kaart.json', bytes: file, type: 'application/json' } }));
  await world.runJobs();
  const link = await world.write((tx) => makeLink(tx, { purpose: 'check-service', subject: { type: 'service', id: service }, expiresAt: null }));
  await world.write(async (tx) => {
    await noteAnswer(tx, { serviceId: service, outcome: 'accepted', days: 2 });
    await sql`insert into directory.inquiry (tenant_id, id, service_id, asked_on) values (${world.tenantId}, gen_random_uuid(), ${service}, ${world.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate()}) on conflict do nothing`.execute(tx.on<never>());
  });
  const { name, does } = (await coordinator.json(api)).value;
  await mustBe(303, world.visitor().post(`/service-check/${link.secret}/correct`, { version: await version(), name: `${name} nieuw`, does }));
  return { ids: { serviceImport: location!.split('/').at(-1)!, proposal: await one(world, sql`select id from directory.proposal where tenant_id = ${world.tenantId} limit 1`) }, link: `/service-check/${link.secret}` };
}

/** A partner's question, confirmed, to which the expert asked something back; gives the partner's link. */
async function askAsPartner(world: World, expert: Client): Promise<{ id: string; link: string }> {
  const question = { authority: world.tenantId, ask: 'Vanaf wanneer mag iemand in de asielprocedure werken?', theme: 'work', urgency: 'urgent', partnerName: 'Wijkcentrum De Sluis', email: 'wijk@example.org' };
  await mustBe(200, world.visitor().post('/ask-legal', question));
  await mustBe(303, world.visitor().post(`${await linkInMail(world, '/ask-legal/')}/confirm`));
  const id = await one(world, sql`select id from questions.expert_question where tenant_id = ${world.tenantId} and partner_name is not null limit 1`);
  await mustBe(303, expert.post(`/legal/questions/${id}/ask-back`, { version: 2, back: 'Wanneer begon de procedure?' }));
  return { id, link: await linkInMail(world, '/ask-legal/') };
}

/** The letter in each language that has one; gives the family's page. */
async function invite(world: World, coordinator: Client, caseId: string): Promise<string> {
  const letter = await mustBe(200, coordinator.post(`/cases/${caseId}/invitation`, { language: 'ar' }));
  return /\/i\/[\w-]{46}/.exec(letter.body.replaceAll(world.url, ''))![0];
}

/** One list of which the columns must be seen to, and one that is ready but for a row with mistakes. */
async function bringLists(world: World, coordinator: Client): Promise<OneOfEach['list']> {
  const bring = async (bytes: string) => (await mustBe(303, coordinator.upload('/people/import', {}, { file: { filename: newcomerList.name, bytes } }))).location!.split('/')[3]!;
  const ready = await bring(newcomerList.buffer.toString('utf8'));
  const { body } = await mustBe(200, coordinator.get(`/people/import/${ready}/columns`));
  const mapping = [...body.matchAll(/<select[^>]*name="mapping"[\s\S]*?<\/select>/g)].map(([select]) => /<option(?=[^>]*\sselected)[^>]*value="([^"]*)"/.exec(select)?.[1] ?? '');
  mapping[4] = 'full-name';
  await mustBe(303, coordinator.post(`/people/import/${ready}/columns`, { version: /name="version" value="(\d+)"/.exec(body)![1], mapping }));
  await world.runJobs();
  const review = await mustBe(200, coordinator.get(`/people/import/${ready}`));
  const columns = await bring(newcomerList.buffer.toString('utf8').replace('Denkbeeld', 'Denkwijs'));
  return { ready, columns, lineToRepair: Number(/\/rows\/(\d+)/.exec(review.body)![1]) };
}

/** An account that waits for its owner, one that can recover, a calendar and a token. */
async function openAccounts(world: World, as: As): Promise<{ account: string; token: string; links: Pick<Links, 'accountInvitation' | 'recovery' | 'calendar'> }> {
  const administrator = await as('administrator');
  const { location } = await mustBe(303, administrator.post('/settings/accounts/new', { name: 'Mira Nieuwkouter', email: 'mira@example.org', roles: 'guide', locale: 'nl' }));
  const accountInvitation = await linkInMail(world, '/invitation/');
  const guide = await as('guide');
  await giveWay(world, guide.accountId, await hashPassword('paard fiets lamp rivier'));
  await world.write((tx) => mailRecovery(tx, { id: guide.accountId, email: 'gids@example.org', locale: 'nl' }, { publicUrl: world.url, authority: 'Leiedam' }));
  const recovery = await linkInMail(world, '/recover/');
  const calendar = /\/calendar\/[\w-]{46}\/agenda\.ics/.exec((await mustBe(200, guide.post('/account/calendar'))).body)![0];
  await mustBe(200, administrator.post('/settings/tokens/new', { name: 'Koppeling', organisation: 'Woonhuis Leiedam', scopes: 'people:list', days: '90' }));
  const token = await one(world, sql`select id from kernel.api_token where tenant_id = ${world.tenantId} limit 1`);
  return { account: location!.split('/').at(-1)!, token, links: { accountInvitation, recovery, calendar } };
}

/** The links by which a person reads who knows what, and takes the own file along; the first stands on its sheet as a code alone. */
async function giveOwnFile(world: World, person: string): Promise<Pick<Links, 'ownFile' | 'ownData'>> {
  const subject = { type: 'person', id: person };
  const [ownFile, ownData] = await world.write((tx) => makeLinks(tx, ['own-file', 'own-data'].map((purpose) => ({ purpose, subject, expiresAt: tx.now.add({ hours: 24 * 14 }) }))));
  return { ownFile: `/me/${ownFile!.secret}`, ownData: `/my-data/${ownData!.secret}` };
}

/** An offer to another authority, and someone who is probably known there: what a comparison of the two would find. */
async function agreeWithAnother(world: World, administrator: Client, person: string): Promise<{ agreement: string; elsewhere: string }> {
  await mustBe(200, administrator.post('/settings/partners/offer', { purposes: 'duplicates', until: '' }));
  const agreement = await one(world, sql`select id from kernel.agreement where tenant_id = ${world.tenantId}`);
  const elsewhere = newId();
  await world.write((tx) => insertElsewhere(tx, { id: agreement, partnerName: 'Overstad' }, [{ id: elsewhere, personId: person, kinds: 3 }]));
  return { agreement, elsewhere };
}

const statistic = ['year,coo_name,coo,coa_name,coa,procedure_type,app_type,dec_level,app_pc,applied', '2015,Syria,SYR,Belgium,BEL,G,N,FI,P,120', '2016,Syria,SYR,Belgium,BEL,G,N,FI,P,80', ''].join('\n');

async function linkInMail(world: World, path: string): Promise<string> {
  const body = await world.read(async (read) => (await sql<{ body: string }>`select body from kernel.message where tenant_id = ${world.tenantId} and body like ${`%${path}%`} order by id desc limit 1`.execute(read.on<never>())).rows[0]!.body);
  return new RegExp(`${path}[\\w-]{46}`).exec(body)![0];
}

async function many(world: World, query: ReturnType<typeof sql>): Promise<string[]> {
  const found = await world.read((read) => query.execute(read.on<never>()));
  return (found.rows as { id: string }[]).map(({ id }) => id);
}

async function one(world: World, query: ReturnType<typeof sql>): Promise<string> {
  const [id] = await many(world, query);
  if (!id) throw new Error('The small town has none of what is looked for.');
  return id;
}

async function mustBe<T extends { status: number; body: string }>(status: number, sent: Promise<T>): Promise<T> {
  const reply = await sent;
  if (reply.status !== status) throw new Error(`Answered ${reply.status} instead of ${status}: ${reply.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 600)}`);
  return reply;
}
