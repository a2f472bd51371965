import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { endAccount } from '../../../kernel/access/account.store.ts';
import { findTalkAhead } from '../appointment.store.ts';
import { aGuide, anArrival, databaseHolds, plan, welcomed, type Guide } from '../testing.ts';

describe('the calendar feed of a guide', () => {
  let world: World;
  let coordinator: Guide, guide: Guide, other: Guide;
  let caseId: string;
  let path: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator');
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
    other = await aGuide(world, 'Tigist Bekele', ['ti']);
    caseId = (await welcomed(world, anArrival('Nour Haddad')))[0]!.caseId;
    path = addressIn((await guide.post('/account/calendar')).body);
  });
  afterAll(() => world.close());
  const addressIn = (html: string) => /\/calendar\/[\w-]{46}\/agenda\.ics/.exec(html)![0];
  const events = async (at = path) => convertIcsCalendar(undefined, (await world.visitor().get(at)).body).events ?? [];

  test('is empty at first, and is a calendar all the same', async () => {
    const reply = await world.visitor().get(path);
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(reply.body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT60M');
  });

  test('has each talk, in UTC, without a name or the address of a home', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-27', time: '10:00', placeKind: 'home' });
    const { body } = await world.visitor().get(path);
    expect(body).toContain('DTSTART:20260327T090000Z');
    expect(body).toContain('SEQUENCE:0\r\n');
    expect(body).not.toMatch(/Nour|Haddad|Kerkstraat/);
    expect((await events())[0]).toMatchObject({ summary: 'Gesprek (Arabisch)', location: 'Thuis, Voorbeeldgem', status: 'CONFIRMED', url: `${world.url}/cases/${caseId}` });
  });

  test('follows a talk that moves over the start of summer time', async () => {
    const [before] = await events();
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-30', time: '10:00' });
    const [after] = await events();
    expect(after).toMatchObject({ uid: before!.uid, sequence: 1, location: 'Markt 1, zaal 2' });
    expect((await world.visitor().get(path)).body).toContain('DTSTART:20260330T080000Z');
  });

  test('and over the end of it', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-10-24', time: '10:00' });
    expect((await world.visitor().get(path)).body).toContain('DTSTART:20261024T080000Z');
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-10-25', time: '10:00' });
    expect((await world.visitor().get(path)).body).toContain('DTSTART:20261025T090000Z');
  });

  test('says that a talk is off, with a higher number so that programs believe it', async () => {
    await plan(world, coordinator, caseId, { guide: other.accountId, day: '2026-10-25', time: '10:00' });
    const [mine] = await events();
    expect(mine).toMatchObject({ status: 'CANCELLED', sequence: 4 });
    const theirs = addressIn((await other.post('/account/calendar')).body);
    expect(await events(theirs)).toMatchObject([{ status: 'CONFIRMED' }]);
    const { version } = (await world.read((read) => findTalkAhead(read, caseId)))!;
    await coordinator.post(`/cases/${caseId}/call-off`, { version, reason: 'authority' });
    expect(await events(theirs)).toMatchObject([{ status: 'CANCELLED', sequence: 1 }]);
  });

  test('has a link that works until the guide makes a new one', async () => {
    const fresh = addressIn((await guide.post('/account/calendar')).body);
    expect((await world.visitor().get(path)).status).toBe(404);
    expect((await world.visitor().get(fresh)).status).toBe(200);
    world.clock.advance({ years: 2 });
    expect((await world.visitor().get(fresh)).status).toBe(200);
    path = fresh;
  });

  test('shows its link once, and keeps it nowhere', async () => {
    expect(await databaseHolds(world, path.split('/')[2]!)).toBe(false);
    const page = (await guide.get('/account/calendar')).body;
    expect(page).not.toContain(path.split('/')[2]);
    expect(page).toContain('Laatst opgehaald');
  });

  test('ends when the guide withdraws it', async () => {
    const [, id] = /\/account\/calendar\/([\w-]{36})\/end/.exec((await guide.get('/account/calendar')).body)!;
    expect((await other.post(`/account/calendar/${id}/end`)).status).toBe(404);
    await guide.post(`/account/calendar/${id}/end`);
    expect((await world.visitor().get(path)).status).toBe(404);
    expect((await guide.get('/account/calendar')).body).toContain('Nog geen agendalink');
  });

  test('ends with the account', async () => {
    const mine = addressIn((await guide.post('/account/calendar')).body);
    await world.write((tx) => endAccount(tx, guide.accountId));
    expect((await world.visitor().get(mine)).status).toBe(404);
  });
});

describe('one talk as a calendar file', () => {
  test('is for who plans and who holds it, and for nobody else', async () => {
    const world = await createWorld({ at: '2026-03-03T09:00' });
    const coordinator = await world.signIn('coordinator');
    const [guide, other] = [await aGuide(world, 'Amal', ['ar']), await aGuide(world, 'Tigist', ['ti'])];
    const [family] = await welcomed(world, anArrival('Nour Haddad'));
    expect((await coordinator.get(`/cases/${family!.caseId}/appointment.ics`)).status).toBe(404);
    await plan(world, coordinator, family!.caseId, { guide: guide.accountId });
    for (const client of [coordinator, guide]) expect((await client.get(`/cases/${family!.caseId}/appointment.ics`)).body).toContain('BEGIN:VEVENT');
    expect((await other.get(`/cases/${family!.caseId}/appointment.ics`)).status).toBe(404);
    await world.close();
  });
});
