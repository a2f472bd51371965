import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { writeXlsx } from '../../../kernel/tables/write-xlsx.ts';
import { findHouseholdsByIds } from '../household.store.ts';
import { findPersonsByIds } from '../person.store.ts';
import type { Person } from '../person.ts';
import { exampleCsv } from './example-list.ts';

const header = ['Dossiernummer', 'Rol', 'Voornaam', 'Familienaam', 'Geboortedatum', 'Nationaliteit', 'Contacttaal', 'Aankomst', 'Straat', 'Nr', 'Postcode', 'Gemeente', 'GSM'];
type Row = [dossier: string, role: string, first: string, last: string, birth: string, country: string, language: string, arrived: string, street: string, number: string, postcode: string, municipality: string, phone: string];
const karimi: Row = ['K-1', 'referentiepersoon', 'Ahmad', 'Karimi', '03/02/1988', 'Afghanistan', 'Dari', '10/02/2026', 'Modelplein', '4', '9999', 'Voorbeeldgem', '0470 00 00 11'];
const zahra: Row = ['K-1', 'echtgenote', 'Zahra', 'Karimi', '00/00/1990', 'Afghanistan', 'Dari', '10/02/2026', 'Modelplein', '4', '9999', 'Voorbeeldgem', ''];

let world: World;
let desk: Client;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-10T09:00' });
  desk = await world.signIn('front-desk');
});
afterAll(() => world.close());

describe('a list of newcomers', () => {
  it('is uploaded, its columns are guessed, and nothing changes before someone says so', async () => {
    const list = await upload(exampleCsv());
    const columns = await desk.get(`${list}/columns`);
    expect(columns.body).toMatch(/selected[^>]*>Geboortedatum|value="birth-date" selected/);
    expect(columns.body).toContain('Zalmai');
    await check(list);
    const review = await desk.get(list);
    expect(review.body).toContain('7 rijen inlezen');
    expect(await persons()).toEqual([]);
  });

  it('is taken over with one press, whole households together, names and days as they came', async () => {
    const list = await ready(exampleCsv());
    const before = await counted();
    await commit(list);
    const result = await desk.get(list);
    expect(result.body).toContain('personen geregistreerd');
    const registered = await persons();
    expect(registered.map(({ name }) => name.full).toSorted()).toEqual(['Amina Esempio', 'Lina Al-Voorbeeld', 'Rima Modèle', 'Selam Tesfay Gebremodel', 'Yousef Al-Voorbeeld', 'Zalmai', 'Олена Зразківна Приклад']);
    const yousef = registered.find(({ name }) => name.given === 'Yousef')!;
    expect(yousef).toMatchObject({
      birth: { year: 1985, month: 1, day: 1 },
      otherNames: [{ script: 'Arab', full: 'يوسف الفوربيلد' }],
      contactLanguages: ['ar'],
      languages: expect.arrayContaining([{ code: 'kmr', contactRank: null }]),
      needsInterpreter: true,
      contactWays: expect.arrayContaining([{ kind: 'phone', value: '+32470000001', isPreferred: true }]),
    });
    expect(registered.find(({ name }) => name.given === 'Rima')!.birth).toEqual({ year: 1988, month: null, day: null });
    const [household] = await world.read((read) => findHouseholdsByIds(read, [yousef.householdId!]));
    expect(household).toMatchObject({ reference: 'G-001', address: { street: 'Voorbeeldstraat', number: '12', box: '3', municipality: { name: 'Voorbeeldgem' } } });
    expect(household!.arrivedOn!.toString()).toBe('2026-02-03');
    expect(household!.members.map(({ role }) => role)).toEqual(['reference', 'partner', 'child']);
    const after = await counted();
    expect(after.registered - before.registered).toBe(7);
    expect(after.committed - before.committed).toBe(1);
    expect(await leftOver(list)).toEqual({ cells: 0, persons: 0 });
  });

  it('changes nothing the second time, whether as CSV or as a workbook', async () => {
    const before = await persons();
    const again = await desk.upload('/people/import', {}, { file: { filename: 'lijst.csv', bytes: exampleCsv() } });
    expect(again.notice).toContain('al eens ingelezen');
    await check(again.location!.replace('/columns', ''));
    expect((await desk.get(again.location!.replace('/columns', ''))).body).toContain('personen blijven gelijk');
    await commit(again.location!.replace('/columns', ''));
    expect(await persons()).toEqual(before);
  });

  it('shows what it says otherwise, before and after, and takes over only what is not left', async () => {
    await commit(await ready(csv([karimi, zahra])));
    const moved: Row = [...karimi];
    moved[6] = 'Pasjtoe';
    moved[8] = 'Stalenlaan';
    const list = await ready(csv([moved, [...zahra.slice(0, 12), '0470 00 00 12'] as Row]));
    const review = await desk.get(`${list}?outcome=changed`);
    expect(review.body).toContain('Modelplein 4, 9999 Voorbeeldgem → Stalenlaan 4, 9999 Voorbeeldgem');
    await decide(list, 3, { decision: 'leave' });
    await commit(list);
    const ahmad = await named('Ahmad Karimi');
    expect(ahmad.contactLanguages).toEqual(['ps', 'prs']);
    const [home] = await world.read((read) => findHouseholdsByIds(read, [ahmad.householdId!]));
    expect(home!.address!.street).toBe('Stalenlaan');
    expect((await named('Zahra Karimi')).contactWays).toEqual([]);
    const once = await ready(csv([moved, zahra]));
    expect((await desk.get(once)).body).not.toContain('verandert</span>');
  });

  it('keeps what someone put right in the register, when the same list comes again', async () => {
    const person = await named('Ahmad Karimi');
    await world.write(async (tx) => {
      await sql`update people.person set gender = 'man' where tenant_id = ${tx.scope.tenantId} and id = ${person.id}`.execute(tx.on<never>());
      await sql`delete from people.contact_way where tenant_id = ${tx.scope.tenantId} and person_id = ${person.id}`.execute(tx.on<never>());
    });
    const moved: Row = [...karimi];
    moved[6] = 'Pasjtoe';
    moved[8] = 'Stalenlaan';
    await commit(await ready(csv([moved, zahra])));
    expect((await named('Ahmad Karimi')).contactWays).toEqual([]);
  });

  it('lets a household grow: who is new in it comes to live with those who are known', async () => {
    await commit(await ready(csv([karimi, zahra, ['K-1', 'zoon', 'Idris', 'Karimi', '05/01/2026', 'Afghanistan', 'Dari', '10/02/2026', 'Stalenlaan', '4', '9999', 'Voorbeeldgem', '']])));
    const idris = await named('Idris Karimi');
    expect(idris.householdId).toBe((await named('Zahra Karimi')).householdId);
    const [home] = await world.read((read) => findHouseholdsByIds(read, [idris.householdId!]));
    expect(home!.members.map(({ role }) => role)).toEqual(['reference', 'partner', 'child']);
  });
});

describe('a row that is not understood', () => {
  it('is repaired in place, and what was typed stays when it is still wrong', async () => {
    const list = await ready(csv([['B-1', 'alleenstaande', 'Nour', 'Stalen', '31/02/1988', 'Syrie', 'Arabich', '10/02/2026', 'Modelplein', '9', '9999', 'Voorbeeldgem', '0470 OO 00 21']]));
    const review = await desk.get(list);
    expect(review.body).toContain('In februari 1988 zijn er maar 29 dagen');
    expect(review.body).toContain('Er is nog geen rij klaar');
    const row = await desk.get(`${list}/rows/2`);
    expect(row.body).toContain('Bedoel je Arabisch');
    expect(row.body).toContain('In een telefoonnummer staan geen letters');
    const still = await repair(list, 2, { 4: '29/02/1988', 6: 'Arabich' });
    expect(still.notice).toContain('klopt nog iets niet');
    expect((await desk.get(`${list}/rows/2`)).body.includes('value="29/02/1988"')).toBe(true);
    const done = await repair(list, 2, { 6: 'Arabisch', 12: '0470 00 00 21' });
    expect(done.notice).toContain('in orde');
    await commit(list);
    expect(await named('Nour Stalen')).toMatchObject({ birth: { year: 1988, month: 2, day: 29 }, nationalities: ['SY'], contactLanguages: ['ar'] });
  });

  it('holds nobody else up: the rest is taken over, and it can be repaired afterwards', async () => {
    const list = await ready(csv([['B-2', '', '', '', '', 'Syrië', 'Arabisch', '10/02/2026', '', '', '', '', ''], ['B-3', '', 'Tamar', 'Stalen', '04/05/1991', 'Georgië', 'Georgisch', '10/02/2026', '', '', '', '', '']]));
    await commit(list);
    expect(await named('Tamar Stalen')).toBeDefined();
    expect(await words(list)).toContain('1 rij wacht nog op jou');
    await repair(list, 2, { 2: 'Farzana' });
    await commit(list);
    expect(await named('Farzana')).toBeDefined();
  });

  it('refuses the second of two who repair it at once, and shows both what was typed', async () => {
    const list = await ready(csv([['B-4', '', 'Lia', 'Stalen', 'ooit', 'Georgië', '', '10/02/2026', '', '', '', '', '']]));
    const cells = ['B-4', '', 'Lia', 'Stalen', '1990', 'Georgië', '', '10/02/2026', '', '', '', '', ''];
    const version = await rowVersion(list, 2);
    const column = cells.map((_, place) => String(place));
    await desk.post(`${list}/rows/2`, { version, column, cell: cells });
    const second = await desk.post(`${list}/rows/2`, { version, column, cell: cells.with(4, '1991') });
    expect(second.status).toBe(409);
    expect(second.body).toContain('Iemand anders was je voor');
    expect(second.body).toContain('value="1991"');
  });
});

describe('someone who may be known already', () => {
  const bilal: Row = ['D-1', 'alleenstaande', 'Mohamed', 'Al-Staal', '12/06/1984', 'Syrië', 'Arabisch', '10/02/2026', 'Modelplein', '30', '9999', 'Voorbeeldgem', '0470 00 00 31'];

  it('is shown beside the person who is registered, and is never merged silently', async () => {
    await commit(await ready(csv([bilal])));
    const list = await ready(csv([['D-9', 'alleenstaande', 'محمد', 'الستال', '12/06/1984', 'Syrië', 'Arabisch', '10/02/2026', '', '', '', '', '0470 00 00 31']]));
    expect(await words(list)).toContain('Misschien Mohamed Al-Staal, die al geregistreerd is');
    const row = await desk.get(`${list}/rows/2`);
    expect(row.body).toContain('zelfde geboortedag');
    expect(row.body).toContain('Modelplein 30, 9999 Voorbeeldgem');
    expect((await desk.post(`${list}/commit`, { version: await listVersion(list) })).status).toBe(422);
    await decide(list, 2, { decision: 'later' });
    expect(await words(list)).toContain('Wacht: je beslist later');
    expect(await count('Mohamed Al-Staal')).toBe(1);
  });

  it('is the same person: nothing changes, and the next list recognises them', async () => {
    const twice: Row = [...bilal];
    twice[0] = 'D-8';
    twice[2] = 'Mohammad';
    const list = await ready(csv([twice]));
    const mohamed = await named('Mohamed Al-Staal');
    await decide(list, 2, { decision: 'same', person: mohamed.id });
    await commit(list);
    expect(await named('Mohamed Al-Staal')).toEqual(mohamed);
    expect((await desk.get(await ready(csv([twice])))).body).toContain('persoon blijft gelijk');
  });

  it('is the same person, with what the list says', async () => {
    const list = await ready(csv([['D-7', '', 'Muhammad', 'Al-Staal', '12/06/1984', 'Syrië', 'Arabisch', '10/02/2026', '', '', '', '', '0470 00 00 39']]));
    const mohamed = await named('Mohamed Al-Staal');
    await decide(list, 2, { decision: 'same-update', person: mohamed.id });
    await commit(list);
    const [after] = await world.read((read) => findPersonsByIds(read, [mohamed.id]));
    expect(after).toMatchObject({ name: { full: 'Muhammad Al-Staal' }, contactWays: expect.arrayContaining([expect.objectContaining({ value: '+32470000039' })]) });
  });

  it('is someone else, and is registered beside', async () => {
    const list = await ready(csv([['D-6', '', 'Mohamad', 'Al-Staal', '12/06/1984', 'Syrië', 'Arabisch', '10/02/2026', '', '', '', '', '']]));
    await decide(list, 2, { decision: 'different' });
    await commit(list);
    expect(await count('Mohamad Al-Staal')).toBe(1);
  });

  it('stands twice in the list itself', async () => {
    const list = await ready(csv([
      ['E-1', '', 'Nadia', 'Proef', '09/09/1979', 'Marokko', 'Arabisch', '10/02/2026', '', '', '', '', '0470 00 00 41'],
      ['E-2', '', 'Nadia', 'Proef', '09/09/1979', 'Marokko', 'Arabisch', '10/02/2026', '', '', '', '', '0470 00 00 41'],
    ]));
    expect((await desk.get(`${list}/rows/3`)).body).toContain('Misschien dezelfde als lijn 2');
    await decide(list, 3, { decision: 'same', twin: 2 });
    await commit(list);
    expect(await count('Nadia Proef')).toBe(1);
  });

  it('cannot be linked to someone whom the list did not propose', async () => {
    const list = await ready(csv([['D-5', '', 'Mohamed', 'Al-Staal', '12/06/1984', 'Syrië', 'Arabisch', '10/02/2026', '', '', '', '', '']]));
    const other = await named('Tamar Stalen');
    const refused = await desk.post(`${list}/rows/2/decide`, { version: await rowVersion(list, 2), decision: 'same', person: other.id });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Die keuze past niet');
  });

  it('was registered by another list since this one was checked: once is enough', async () => {
    const row: Row = ['F-1', '', 'Sanna', 'Proef', '02/03/1994', 'Finland', 'Fins', '10/02/2026', '', '', '', '', ''];
    const [first, second] = [await ready(csv([row])), await ready(`${csv([row])}\r\n`)];
    await commit(first);
    await commit(second);
    expect(await count('Sanna Proef')).toBe(1);
  });
});

describe('what is refused, with what to do', () => {
  const files: [what: string, file: { filename: string; bytes: Uint8Array | string }, sentence: string][] = [
    ['a PDF', { filename: 'lijst.csv', bytes: '%PDF-1.7' }, 'Dit is een PDF'],
    ['a picture', { filename: 'foto.xlsx', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }, 'Dit is een afbeelding'],
    ['an empty file', { filename: 'leeg.csv', bytes: '' }, 'Dit bestand is leeg'],
    ['titles only', { filename: 'kop.csv', bytes: 'Naam;Stad;Land\n' }, 'alleen titels'],
    ['no titles', { filename: 'kop.csv', bytes: '1;2\n3;4\n' }, 'geen rij met titels'],
    ['a wrong encoding', { filename: 'x.csv', bytes: Buffer.from([0x4e, 0x3b, 0x81, 0x0a, 0x9d, 0x3b, 0x41]) }, 'kunnen we niet lezen'],
    ['an open quote', { filename: 'x.csv', bytes: 'Naam;Stad\nAn;"Gent\nBo;Gent\n' }, 'Op lijn 2 begint een aanhalingsteken'],
  ];
  for (const [what, file, sentence] of files)
    it(what, async () => {
      const reply = await desk.upload('/people/import', {}, { file });
      expect(reply.status).toBe(422);
      expect(reply.body).toContain(sentence);
    });

  it('a form without a file', async () => {
    expect((await desk.upload('/people/import', {}, {})).body).toContain('Kies eerst een bestand');
  });

  it('more than the form may carry, whatever it holds', async () => {
    const reply = await desk.upload('/people/import', {}, { file: { filename: 'groot.csv', bytes: new Uint8Array(30_000_000) } });
    expect(reply.status).toBe(413);
    expect(reply.body).not.toContain('at ');
  });

  it('a mapping without a name, or with one field twice, keeps what was chosen', async () => {
    const list = await upload('Naam;Geboren;Extra\nAn;1990;x\n');
    const version = await listVersion(list);
    const none = await desk.post(`${list}/columns`, { version, mapping: ['', 'birth-date', ''] });
    expect(none.body).toContain('Zeg in welke kolom de naam staat');
    const twice = await desk.post(`${list}/columns`, { version, mapping: ['full-name', 'birth-date', 'birth-date'] });
    expect(twice.status).toBe(422);
    expect(twice.body).toContain('Twee kolommen worden gelezen als “Geboortedatum”');
  });

  it('a list of another authority, and an act on it: as if it were not there', async () => {
    const list = await ready(csv([['X-1', '', 'Elif', 'Proef', '1990', 'Turkije', '', '10/02/2026', '', '', '', '', '']]));
    const stranger = await world.signIn('coordinator', { tenantId: await world.anotherTenant() });
    for (const path of [list, `${list}/columns`, `${list}/rows/2`]) expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`${list}/commit`, { version: 1 })).status).toBe(404);
    expect((await (await world.signIn('guide')).get(list)).status).toBe(403);
  });
});

describe('the work in the background', () => {
  const many = (from: number, count: number) => csv(Array.from({ length: count }, (_, index): Row => [`M-${from + index}`, '', letters(from + index), letters(7 * (from + index) + 3), `${(index % 28) + 1}/${(index % 12) + 1}/${1950 + (index % 60)}`, 'Syrië', 'Arabisch', '10/02/2026', 'Modelplein', String(index + 1), '9999', 'Voorbeeldgem', '']));

  it('stops when it is asked to: what was done stays, the rest waits and goes on later', async () => {
    const list = await ready(many(0, 450));
    await desk.post(`${list}/commit`, { version: await listVersion(list) });
    expect(await words(list)).toContain('Rijen worden ingelezen');
    await desk.post(`${list}/stop`);
    await world.runJobs();
    expect(await words(list)).toContain('450 rijen inlezen');
    await commit(list);
    expect(await words(list)).toContain('450 personen geregistreerd');
  });

  it('goes on where it was when the process was killed between two batches, and registers nobody twice', async () => {
    const list = await ready(many(1000, 450));
    await desk.post(`${list}/commit`, { version: await listVersion(list) });
    const { importJobs } = await import('./jobs.ts');
    const before = (await persons()).length;
    const job = importJobs['commit-newcomer-list']!;
    let batches = 0;
    const context = jobContext(() => batches++ >= 1);
    expect(await job(context, payload(list))).toBe('go-on-later');
    const halfway = (await persons()).length - before;
    expect(halfway).toBe(200);
    await world.runJobs();
    expect((await persons()).length - before).toBe(450);
  });

  it('takes 10,000 rows over in one go', async () => {
    const before = (await counted()).registered;
    const list = await ready(many(20_000, 10_000));
    await commit(list);
    expect((await counted()).registered - before).toBeGreaterThan(9_000);
  }, 400_000);

  it('forgets rows that waited for two months', async () => {
    const list = await ready(csv([['Z-1', '', '', '', '', 'Syrië', '', '10/02/2026', '', '', '', '', '']]));
    world.clock.advance({ days: 61 });
    await world.sweep();
    expect((await desk.get(`${list}/rows/2`)).status).toBe(404);
  });
});

function csv(rows: Row[]): string {
  return writeCsv([header, ...rows]);
}

it('a workbook is read as well as a CSV', async () => {
  const bytes = writeXlsx({ sheets: [{ name: 'Lijst', header, rows: [['W-1', '', 'Ivo', 'Proef', '01/02/1990', 'Kroatië', 'Kroatisch', '10/02/2026', '', '', '', '', '0470 00 00 51']] }] });
  const list = (await desk.upload('/people/import', {}, { file: { filename: 'lijst.xlsx', bytes } })).location!.replace('/columns', '');
  await check(list);
  await commit(list);
  expect(await named('Ivo Proef')).toMatchObject({ contactLanguages: ['hr'] });
});

async function upload(bytes: string): Promise<string> {
  const reply = await desk.upload('/people/import', {}, { file: { filename: 'lijst.csv', bytes } });
  expect(reply.status, reply.body.slice(0, 2000)).toBe(303);
  return reply.location!.replace('/columns', '');
}

async function check(list: string): Promise<void> {
  const columns = await desk.get(`${list}/columns`);
  const mapping = [...columns.body.matchAll(/<select[^>]*name="mapping"[^>]*>(.*?)<\/select>/gs)].map(([, options]) => /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  const reply = await desk.post(`${list}/columns`, { version: await listVersion(list), mapping });
  expect(reply.status, reply.body.slice(0, 2000)).toBe(303);
  await world.runJobs();
}

/** What a page says, without its markup. */
async function words(path: string): Promise<string> {
  const { body } = await desk.get(path);
  return body.slice(body.indexOf('<main')).replace(/<dialog.*/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

async function ready(bytes: string): Promise<string> {
  const list = await upload(bytes);
  await check(list);
  return list;
}

async function commit(list: string): Promise<void> {
  const reply = await desk.post(`${list}/commit`, { version: await listVersion(list) });
  expect(reply.status, reply.body.replace(/<[^>]+>/g, ' ').slice(0, 3000)).toBe(303);
  await world.runJobs();
}

async function repair(list: string, line: number, changes: Record<number, string>) {
  const { cells, version } = await rowOf(list, line);
  return desk.post(`${list}/rows/${line}`, { version, column: cells.map((_, column) => String(column)), cell: cells.map((cell, column) => changes[column] ?? cell) });
}

async function decide(list: string, line: number, choice: Record<string, string | number>): Promise<void> {
  const reply = await desk.post(`${list}/rows/${line}/decide`, { version: await rowVersion(list, line), ...choice });
  expect(reply.status, reply.body.replace(/<[^>]+>/g, ' ').slice(0, 3000)).toBe(303);
}

async function listVersion(list: string): Promise<number> {
  return one<{ version: number }>(sql`select version from people.newcomer_list where id = ${idOf(list)}`).then(({ version }) => version);
}

function rowOf(list: string, line: number): Promise<{ cells: string[]; version: number }> {
  return one(sql`select cells, version from people.newcomer_row where list_id = ${idOf(list)} and line = ${line}`);
}

async function rowVersion(list: string, line: number): Promise<number> {
  return (await rowOf(list, line)).version;
}

function idOf(list: string): string {
  return list.split('/').at(-1)!;
}

async function one<T>(query: ReturnType<typeof sql>): Promise<T> {
  return world.read(async (read) => (await query.execute(read.on<never>())).rows[0] as T);
}

async function persons(): Promise<Person[]> {
  return world.read(async (read) => {
    const ids = (await sql<{ id: string }>`select id from people.person order by id`.execute(read.on<never>())).rows.map(({ id }) => id);
    return (await findPersonsByIds(read, ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  });
}

async function named(full: string): Promise<Person> {
  return (await persons()).find(({ name }) => name.full === full)!;
}

async function count(full: string): Promise<number> {
  return (await persons()).filter(({ name }) => name.full === full).length;
}

/** How many events of each kind stand in the log. */
async function counted(): Promise<{ registered: number; committed: number }> {
  return one(sql`select count(*) filter (where act = 'person-registered')::int as registered, count(*) filter (where act = 'import-committed')::int as committed from kernel.event`);
}

async function leftOver(list: string): Promise<{ cells: number; persons: number }> {
  return one(sql`select coalesce(sum(cardinality(cells)), 0)::int as cells, count(person)::int as persons from people.newcomer_row where list_id = ${idOf(list)}`);
}

/** A number as letters, so that made-up names differ by more than a digit. */
function letters(number: number): string {
  return [...String(number * 7919 + 10_000)].map((digit) => 'bdfgklmnrs'.charAt(Number(digit)) + 'aeiou'.charAt(Number(digit) % 5)).join('');
}

function payload(list: string) {
  return { listId: idOf(list), actorId: (desk as Client & { accountId: string }).accountId, actorRole: 'front-desk' };
}

function jobContext(isStopping: () => boolean) {
  const scope = world.scope();
  return {
    scope,
    now: () => world.clock.now(),
    read: <T>(work: Parameters<typeof world.database.read<T>>[1]) => world.database.read(scope, work),
    write: <T>(work: Parameters<typeof world.database.write<T>>[1]) => world.database.write(scope, work),
    isStopping,
    services: world.services,
  };
}
