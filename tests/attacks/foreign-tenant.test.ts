import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { allRoutes } from '../../src/app/assemble.ts';
import { addOrganisations, addServices } from '../../src/engines/directory/index.ts';
import { registerHousehold } from '../../src/engines/people/index.ts';
import { recordQuestion } from '../../src/engines/questions/index.ts';
import { roles } from '../../src/kernel/access/role.ts';
import type { ActRoute, PageRoute } from '../../src/kernel/http/route.ts';
import { newId } from '../../src/kernel/id.ts';
import { createSeededWorld, seedTown, type SeededWorld, type Town } from '../seeded-world.ts';
import { Client, type Fields, type Reply } from '../client.ts';

type Guarded = (PageRoute | ActRoute) & { permission: string };
type Schema = { type?: string; format?: string; enum?: string[]; items?: Schema; properties?: Record<string, Schema>; required?: string[]; minimum?: number };
const guarded = allRoutes().filter((route): route is Guarded => route.kind !== 'open' && typeof route.permission === 'string');
const placesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
const withIds = guarded.filter(({ path }) => placesIn(path).length > 0);

/** A page without what differs from one asking to the next: ids, keys and secrets. */
function plain(body: string): string {
  return body.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID').replace(/[\w-]{46,}/g, 'SECRET');
}

function schemaOf({ input }: Guarded): Schema {
  const withFormats: Parameters<typeof z.toJSONSchema>[1] = {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => void Object.assign(jsonSchema, { ...(z.globalRegistry.get(zodSchema as never)?.format ? { format: z.globalRegistry.get(zodSchema as never)!.format } : {}) }),
  };
  return input ? (z.toJSONSchema(input, withFormats) as Schema) : {};
}

/** Say where a list goes on, by the order of ids; whose they are does not matter. */
const cursors = ['before'];

/** Fields that hold an id: what is no id is not known there, and an id might be. */
function idFieldsOf(route: Guarded): string[] {
  const apart = [...placesIn(route.path), ...cursors];
  const { properties = {} } = schemaOf(route);
  const complaints = (name: string, value: string) => {
    const shaped = properties[name]!.type === 'array' ? [value] : value;
    return route.input!.safeParse({ [name]: shaped }).error?.issues.filter(({ path }) => path[0] === name).map(({ message }) => message) ?? [];
  };
  return Object.keys(properties).filter((name) => !apart.includes(name) && complaints(name, 'x').includes('not-known') && complaints(name, newId()).length === 0);
}

/** Fields that hold an id or a word ('new', 'all'), which a schema does not tell. */
const idOrWord: Record<string, string[]> = { '/households/:id/add-member': ['sameAs'], '/cases/invitations': ['guide'] };

/** What each place in an address and each field that holds an id can name of a town. */
const named: Record<string, (town: Town) => string> = {
  person: ({ ids }) => ids.person,
  household: ({ ids }) => ids.household,
  question: ({ ids }) => ids.question,
  service: ({ ids }) => ids.service,
  organisation: ({ ids }) => ids.organisation,
  place: ({ ids }) => ids.place,
  subTheme: ({ ids }) => ids.subTheme,
  employer: ({ ids }) => ids.organisation,
  contact: ({ ids }) => ids.question,
  visitor: ({ ids }) => ids.visitor,
  template: ({ ids }) => ids.template,
  guide: ({ ids }) => ids.guide,
  case: ({ ids }) => ids.case.toPlan,
  sameAs: ({ ids }) => ids.person,
  renews: ({ ids }) => ids.consent,
  otherPerson: ({ ids }) => ids.otherMember,
  accounts: ({ ids }) => ids.account,
  insteadOf: ({ ids }) => ids.referralBack,
  slot: ({ ids }) => ids.slot,
  building: ({ ids }) => ids.building,
  room: ({ ids }) => ids.room,
  closedRoom: ({ ids }) => ids.room,
  colleague: ({ ids }) => ids.guide,
  barrierService: ({ ids }) => ids.service,
  helpQuestion: ({ ids }) => ids.question,
  existing: ({ ids }) => ids.expertAnswer,
  expert: ({ ids }) => ids.expert,
  note: ({ ids }) => ids.sealedNote,
  turn: ({ ids }) => ids.turn,
  with: ({ ids }) => ids.splitOff,
  leaving: ({ ids }) => ids.person,
  other: ({ ids }) => ids.twice.other,
};

/** The line of the part of a life that an address speaks of. */
const lineOf = ({ path }: Guarded, { ids }: Town): string => ids.line[path.split('/')[3] as keyof typeof ids.line] ?? newId();

/** Whose id stands in an address that begins so. */
const heads: [string, (town: Town) => string][] = [
  ['/people/import/', ({ ids }) => ids.list.ready],
  ['/people/duplicates/', ({ ids }) => ids.twice.one],
  ['/people/elsewhere/', ({ ids }) => ids.elsewhere],
  ['/people/mergers/', ({ ids }) => ids.merger],
  ['/people/', ({ ids }) => ids.person],
  ['/households/', ({ ids }) => ids.household],
  ['/directory/services/', ({ ids }) => ids.service],
  ['/directory/import/', ({ ids }) => ids.serviceImport],
  ['/directory/proposals/', ({ ids }) => ids.proposal],
  ['/directory/organisations/', ({ ids }) => ids.organisation],
  ['/directory/colleagues/', ({ ids }) => ids.guide],
  ['/rooms/buildings/', ({ ids }) => ids.building],
  ['/rooms/bookings/', ({ ids }) => ids.booking],
  ['/rooms/slots/', ({ ids }) => ids.slot],
  ['/rooms/walk-ins/', ({ ids }) => ids.walkIn],
  ['/rooms/closures/', ({ ids }) => ids.closure],
  ['/rooms/', ({ ids }) => ids.room],
  ['/questions/places/', ({ ids }) => ids.place],
  ['/questions/queue/', ({ ids }) => ids.visitor],
  ['/questions/templates/', ({ ids }) => ids.template],
  ['/settings/themes/', ({ ids }) => ids.subTheme],
  ['/questions/', ({ ids }) => ids.question],
  ['/signals/:id/release', ({ ids }) => ids.signal.raised],
  ['/signals/:id/set-aside', ({ ids }) => ids.signal.raised],
  ['/signals/', ({ ids }) => ids.signal.counted],
  ['/legal/questions/', ({ ids }) => ids.expertQuestion.asked],
  ['/legal/answers/', ({ ids }) => ids.expertAnswer],
  ['/referrals/:id/elsewhere', ({ ids }) => ids.referralBack],
  ['/referrals/:id/along', ({ ids }) => ids.referralBack],
  ['/referrals/:id/leave', ({ ids }) => ids.referralBack],
  ['/referrals/', ({ ids }) => ids.referral],
  ['/settings/referral-inboxes/', ({ ids }) => ids.referralInbox],
  ['/cases/:id/plan', ({ ids }) => ids.case.toPlan],
  ['/cases/:id/reopen', ({ ids }) => ids.case.toPlan],
  ['/cases/:id/talk/', ({ ids }) => ids.case.talking],
  ['/cases/:id/finish', ({ ids }) => ids.case.talking],
  ['/cases/', ({ ids }) => ids.case.planned],
  ['/guides/', ({ ids }) => ids.guide],
  ['/figures/statistics/', ({ ids }) => ids.statistic],
  ['/settings/partners/', ({ ids }) => ids.agreement],
  ['/settings/practices/', () => 'one-desk-guides'],
  ['/settings/accounts/', ({ ids }) => ids.account],
  ['/settings/outbox/', ({ ids }) => ids.message],
  ['/settings/tokens/', ({ ids }) => ids.token],
  ['/settings/people-lists/', () => 'status'],
];
/** Without an id in the small town, or not the reader's own: what was told or asked by another; ways to sign in, what failed, a term ahead, who left a household; what another has open under seal; and what is named by a word, the same for all. */
const ofNobody = ['/people/:id/network/:tie/end', '/people/:id/holds/:hold/lift', '/people/:id/open-restricted', '/people/:id/lift-restriction', '/account/sessions/:id/end', '/account/passkeys/:id/remove', '/settings/jobs/:id/retry', '/settings/cases/terms/:id/withdraw', '/households/:id/members/:person/return', '/directory/municipalities/:nis/remove', '/help/:slug', '/people/:id/sealed/close', '/people/:id/sealed/:note/change', '/people/:id/sealed/:note/erase', '/account/calendar/:id/renew', '/account/calendar/:id/end', '/signals/:id/read', '/legal/questions/:id/reply', '/legal/questions/:id/withdraw', '/legal/questions/:id/read'];
/** Who is hidden or erased is not there for the acts after these. */
const last = ['/people/:id/restrict', '/people/:id/erase'];
/** What an earlier act has ended: left, imported, ended, in line already. */
const spent = ['/people/:id/consents/:consent/withdraw', '/people/:id/schooling/:entry/return', '/people/:id/jobs/:entry/return', '/directory/import/:id/rows/:line', '/households/:id/remove-member', '/figures/statistics/:id/discard', '/settings/accounts/:id/reset', '/settings/outbox/:id/send'];

/** Take only what the reader recorded today, or who was proposed, and in the small town nobody was; or choose a place to go back to. */
const onlyProposed = ['/questions contact', '/referrals slot', '/referrals/:id/book slot', '/people/import/:id/rows/:line/decide person', '/households/:id/add-member sameAs', '/cases/invitations guide'];

const otherPlaces: Record<string, string> = { line: '2', page: 'housing', list: 'status', code: 'brexit', nis: '34990', slug: 'gesprek' };

/** What is filled in where a schema alone does not tell it. */
const usual: Fields = { language: 'nl', practice: 'welcome-talks', newOrganisation: undefined, email: undefined, reason: 'full', outcome: 'moved-away', given: 'Nieuw', family: 'Voorbeeld', name: 'Voorbeeld', time: '10:00', day: '2026-06-02', joinedOn: '2026-03-02', leftOn: '2026-03-02', placeKind: 'desk', minutes: 60, column: '1', cell: 'Voorbeeld', mapping: 'full-name', decision: 'new', scopes: 'people:list', roles: 'guide', handling: 'informed', barriers: 'waiting-list', themes: 'housing', consentOn: '2026-03-02', heldOn: '2026-03-02' };
const usualOf: Record<string, Fields> = {
  '/cases/:id/call-off': { reason: 'family' },
  '/cases/:id/plan': { version: undefined },
  '/households/:id/add-member': { role: 'child' },
  // A template fills the form in and records nothing; a contact and a visitor are the reader's own.
  '/questions': { template: undefined, contact: undefined, visitor: undefined },
  '/questions/templates': { theme: 'housing' },
  '/rooms/bookings': { day: '2026-06-02', from: '20:00', until: '20:30' },
  '/rooms/bookings/:id/move': { day: '2026-06-03', from: '20:00', until: '20:30' },
  '/rooms/tariffs': { hour: '10' },
  '/settings/accounts/:id': { email: 'iemand@example.org' },
};

/** What its schema requires, and every id that it takes, filled in so that it could be right. */
function filledIn(route: Guarded, town: Town): Fields {
  const { properties = {}, required = [] } = schemaOf(route);
  const inPath = placesIn(route.path);
  const fields: Fields = {};
  for (const name of Object.keys(properties)) {
    if (inPath.includes(name)) continue;
    const isAsked = required.includes(name) || name in usual || name in named || name === 'version';
    if (isAsked && name !== 'sameAs') fields[name] = named[name] ? named[name](town) : name in usual ? usual[name] : sample(properties[name]!);
  }
  return { ...fields, ...usualOf[route.path] };
}

function sample({ type, format, enum: choices, minimum, items }: Schema): string | number {
  if (choices) return choices[0]!;
  if (type === 'array') return items ? sample(items) : 'x';
  if (format === 'date') return '2026-03-02';
  return type === 'integer' ? Math.max(minimum ?? 1, 1) : 'Voorbeeld';
}

/** What colleagues did there about the rights of persons: one row of each. */
async function useRights({ as, ids }: Town): Promise<void> {
  const coordinator = await as('coordinator');
  await coordinator.post(`/people/${ids.person}/network`, { name: 'Geheime tante', sector: 'family', relation: 'tante', closeness: 'near' });
  await coordinator.post(`/people/${ids.person}/refuse-erasure`, { requestedBy: 'person', refusalGround: 'legal-duty', refusalSource: 'Archiefdecreet' });
  await coordinator.post(`/people/${ids.person}/holds`, { holdGround: 'court-case' });
  await coordinator.post('/settings/retention', { kind: 'registered', years: 50, weeks: 4, source: 'Selectielijst', from: '3/3/2026' });
  await coordinator.post(`/people/${ids.otherMember}/restrict`, { reason: 'asked' });
  await coordinator.post(`/people/${ids.otherMember}/open-restricted`, { reason: 'Nodig' });
  await coordinator.post(`/people/${ids.otherMember}/erase`, { askedBy: 'person' });
  await coordinator.post(`/people/${ids.person}/restrict`, { reason: 'asked' });
  await coordinator.post(`/people/${ids.person}/open-restricted`, { reason: 'Nodig' });
}

describe('another authority', () => {
  let seeded: SeededWorld;
  let theirs: Town;
  let insider: Client;
  let superuser: pg.Client;
  let tables: { name: string; hasId: boolean }[];
  /** One id of each of their tables. */
  const ids = new Map<string, string>();
  let before: Record<string, string>;

  beforeAll(async () => {
    seeded = await createSeededWorld();
    theirs = await seedTown(seeded.world, newId());
    await useRights(theirs);
    await hideSecrets();
    insider = await seeded.world.signIn([...roles]);
    superuser = new pg.Client({ ...inject('superuser'), database: seeded.world.connection.database });
    await superuser.connect();
    const found = await superuser.query<{ name: string; hasId: boolean }>(`
      select nspname || '.' || relname as name, exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'id' and not attisdropped) as "hasId"
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace where relkind = 'r' and relrowsecurity order by 1`);
    tables = found.rows;
    for (const { name } of tables.filter(({ hasId }) => hasId)) {
      const row = await superuser.query<{ id: string }>(`select id from ${name} where tenant_id = $1 limit 1`, [theirs.tenantId]);
      if (row.rows[0]) ids.set(name, row.rows[0].id);
    }
    before = await fingerprint();
  });
  afterAll(async () => {
    await superuser?.end();
    await seeded.close();
  });

  /** The two towns are alike; these words are theirs alone. */
  async function hideSecrets(): Promise<void> {
    await seeded.world.write(async (tx) => {
      const { id, personIds } = await registerHousehold(tx, { arrivedOn: null, address: null, members: [{ role: 'reference', person: { name: { given: null, family: null, full: 'Geheime Persoon' } } }] });
      const [organisationId] = await addOrganisations(tx, [{ name: 'Geheime vzw' }]);
      await addServices(tx, [{ organisationId: organisationId!, name: 'Geheime Dienst', does: 'Geheim', themes: ['housing'] }]);
      await recordQuestion(tx, { theme: 'housing', channel: 'desk', language: 'nl', personId: personIds[0]!, householdId: id, note: 'Geheime vraag' });
    }, theirs.tenantId);
  }

  /** All that they have, as one text per table. */
  async function fingerprint(): Promise<Record<string, string>> {
    // A calendar's link notes by itself when a program last fetched it.
    const prints = tables.filter(({ name }) => name !== 'kernel.calendar_feed').map(({ name }) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t where tenant_id = $1`);
    const found = await superuser.query<{ name: string; print: string }>(prints.join(' union all '), [theirs.tenantId]);
    return Object.fromEntries(found.rows.map(({ name, print }) => [name, print]));
  }

  /** The address with this id in one of its places, and what the reader's own town has in the others. */
  function address(route: Guarded, path: string, { id, at }: { id: string; at: string }): string {
    const own = heads.find(([head]) => route.path.startsWith(head))?.[1];
    return path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === at ? id : name === 'entry' ? lineOf(route, seeded) : (otherPlaces[name] ?? named[name]?.(seeded) ?? own?.(seeded) ?? newId())));
  }

  /** The places of its address that hold an id. */
  const idPlacesOf = (route: Guarded) => placesIn(route.path).filter((name) => !(name in otherPlaces));

  /** Asks with an id that nobody has, and then with each of theirs: what differs. */
  async function differences(route: Guarded, ask: (id: string, at: string) => Promise<Pick<Reply, 'status' | 'body'>>): Promise<string[]> {
    const wrong: string[] = [];
    for (const at of idPlacesOf(route)) {
      const unknown = await ask(newId(), at);
      if (unknown.status < 400) wrong.push(`${route.method} ${route.path} answers ${unknown.status} to an id that nobody has`);
      for (const [table, id] of ids) {
        const reply = await ask(id, at);
        const which = `${route.method} ${route.path} with an id of ${table} as ${at}`;
        if (reply.status !== unknown.status || plain(reply.body) !== plain(unknown.body)) wrong.push(`${which}: ${reply.status} instead of ${unknown.status}`);
        if (/[Gg]ehei?m/.test(reply.body)) wrong.push(`${which} tells a secret`);
      }
    }
    return wrong;
  }

  it('has something of every kind to be guessed at', () => {
    const without = tables.filter(({ name, hasId }) => hasId && !ids.has(name)).map(({ name }) => name);
    expect(without).toEqual(['cases.moment_request', 'kernel.passkey', 'kernel.recovery_code']);
    expect(withIds.length).toBeGreaterThan(50);
  });

  it.each(withIds.filter(({ kind }) => kind === 'page'))('answers each of its ids exactly as an id that nobody has, on $path', async (route) => {
    expect(await differences(route, (id, at) => insider.get(address(route, route.path, { id, at })))).toEqual([]);
  });

  it.each(withIds.filter(({ kind }) => kind === 'act'))('answers each of its ids exactly as an id that nobody has, on the act $path', async (route) => {
    const fields = filledIn(route, seeded);
    expect(await differences(route, (id, at) => insider.post(address(route, route.path, { id, at }), fields))).toEqual([]);
  });

  it.each(withIds.filter(({ api }) => api))('answers programs alike, on $method $path', async (route) => {
    const path = `/api/v1${route.api!.path ?? route.path}`;
    const body = route.kind === 'act' ? JSON.parse(JSON.stringify(filledIn(route, seeded))) : undefined;
    const ask = async (id: string, at: string) => {
      const { status, value } = await insider.json(address(route, path, { id, at }), body, { origin: seeded.world.url });
      return { status, body: JSON.stringify(value) };
    };
    expect(await differences(route, ask)).toEqual([]);
  });

  const fields = guarded.flatMap((route) => {
    const names = route.input ? [...idFieldsOf(route), ...(idOrWord[route.path] ?? [])] : [];
    return names.map((field) => ({ route, field, path: route.path, method: route.method }));
  });

  it('is asked for in every field that holds an id', () => {
    expect([...new Set(fields.map(({ field }) => field))].filter((field) => !named[field])).toEqual([]);
    expect(fields.map(({ path, field }) => `${path} ${field}`)).toEqual(expect.arrayContaining(['/referrals question', '/referrals service', '/questions person', '/cases/:id/plan guide', '/cases/assign case', '/households/:id/remove-member person']));
  });

  /** Everything as it should be, but for the id in one field; in a browser that remembers nothing of before. */
  function askWith(route: Guarded, field: string, id: string): Promise<Reply> {
    const client = new Client(seeded.world.url, { cookie: `ww_session=${insider.cookie('ww_session')}` });
    const to = address(route, route.path, { id: '', at: '' });
    return route.method === 'POST' ? client.post(to, { ...filledIn(route, seeded), [field]: id }) : client.get(`${to}?${new URLSearchParams({ [field]: id })}`);
  }

  /** Of a list, what is not known is left out. */
  const isList = (route: Guarded, field: string) => schemaOf(route).properties![field]!.type === 'array';

  it.each(fields)('lends nothing to the field $field of $method $path', async ({ route, field }) => {
    const [foreign, unknown] = [await askWith(route, field, named[field]!(theirs)), await askWith(route, field, newId())];
    expect([foreign.status, plain(foreign.body)]).toEqual([unknown.status, plain(unknown.body)]);
    if (route.method === 'POST' && !isList(route, field) && route.path !== '/cases/invitations') expect([404, 409, 422]).toContain(foreign.status);
    expect(foreign.body).not.toMatch(/[Gg]ehei?m/);
  });

  it('opens by its links for whoever holds them, and not further for who has a session elsewhere', async () => {
    const visitor = seeded.world.visitor();
    for (const link of Object.values(theirs.links)) {
      const [bare, signedIn] = [await visitor.get(link), await insider.get(link)];
      expect([signedIn.status, plain(signedIn.body)], link).toEqual([bare.status, plain(bare.body)]);
    }
  });

  it('is not opened by a link of ours that is made to look like one of theirs, nor by one for another purpose', async () => {
    const secretOf = (link: string) => /[\w-]{46}/.exec(link)![0];
    const [ours, foreign] = [Buffer.from(secretOf(seeded.links.referral), 'base64url'), Buffer.from(secretOf(theirs.links.referral), 'base64url')];
    const forged = [Buffer.concat([foreign.subarray(0, 16), ours.subarray(16)]), Buffer.concat([ours.subarray(0, 16), foreign.subarray(16)])].map((bytes) => bytes.toString('base64url'));
    const visitor = seeded.world.visitor();
    for (const secret of forged) expect((await visitor.get(`/referral/${secret}`)).status).toBe(404);
    expect((await visitor.get(`/i/${secretOf(theirs.links.referral)}`)).status).toBe(404);
    expect((await visitor.get(`/referral/${secretOf(theirs.links.invitation)}`)).status).toBe(404);
    expect((await visitor.send('/', { headers: { cookie: `ww_session=${secretOf(theirs.links.referral)}` } })).status).toBe(303);
  });

  it('is found by no search and in no list', async () => {
    const lists = guarded.filter(({ kind, path }) => kind === 'page' && placesIn(path).length === 0).flatMap(({ path }) => [path, `${path}?q=geheime`]);
    for (const path of lists) {
      const reply = await insider.get(path);
      expect(reply.body.replaceAll(/value="geheime"|“geheime”/g, ''), path).not.toMatch(/Geheime|Geheim\b/);
    }
  });

  it('has stayed exactly as it was', async () => {
    expect(await fingerprint()).toEqual(before);
  });

  it('was guessed at by fields that work with what is ours', async () => {
    const idle: string[] = [];
    const single = fields.filter(({ route, field }) => route.kind === 'act' && !isList(route, field) && !onlyProposed.includes(`${route.path} ${field}`));
    for (const { route, field, path } of single) {
      const [own, unknown] = [await askWith(route, field, named[field]!(seeded)), await askWith(route, field, newId())];
      if (own.status === unknown.status && plain(own.body) === plain(unknown.body)) idle.push(`${path} ${field}: ${own.status}`);
    }
    expect(idle).toEqual([]);
  });

  it('was guessed at by acts that work on what is ours', async () => {
    const empty: string[] = [];
    const inOrder = withIds.filter(({ path }) => !ofNobody.includes(path) && !spent.includes(path)).toSorted((one, other) => one.method.localeCompare(other.method) || last.indexOf(one.path) - last.indexOf(other.path));
    for (const route of inOrder) {
      const own = heads.find(([head]) => route.path.startsWith(head))?.[1];
      if (!own) throw new Error(`Say in \`heads\` whose id stands in ${route.path}.`);
      const to = address(route, route.path, { id: own(seeded), at: 'id' });
      const reply = route.method === 'GET' ? await insider.get(`${to}?person=${seeded.ids.person}`) : await insider.post(to, filledIn(route, seeded));
      if (reply.status === 404) empty.push(`${route.method} ${route.path}`);
    }
    expect(empty).toEqual([]);
  });

  it('was the reason of no fault', () => {
    expect(seeded.world.logged).toEqual([]);
  });
});
