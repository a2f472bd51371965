import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../../../tests/world.ts';
import { addOrganisations, employ } from '../../engines/directory/index.ts';
import { aBooking, aBuilding, aRoom } from '../../engines/directory/rooms/testing.ts';
import { aService } from '../../engines/directory/testing.ts';
import { endAccount } from '../../kernel/access/account.store.ts';
import { Temporal } from '../../kernel/time/temporal.ts';

describe('calendars that renew themselves', () => {
  let world: World;
  let coordinator: Client & SignedIn, guide: Client & SignedIn;
  let roomId: string, organisationId: string;
  let consultations: string[];
  const addressIn = ({ body }: { body: string }) => /\/calendar\/[\w-]{46}\/agenda\.ics/.exec(body)![0];
  const fetchIt = (path: string, program = 'Agenda/7.1') => world.visitor().get(path, { 'user-agent': program });
  const events = async (path: string) => convertIcsCalendar(undefined, (await fetchIt(path)).body).events ?? [];
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator', { name: 'Kim Coördinator' });
    guide = await world.signIn('guide', { name: 'Amal Gids' });
    await world.write(async (tx) => {
      roomId = await aRoom(tx, await aBuilding(tx, { name: 'Welzijnscampus' }), { name: 'Lokaal 2' });
      [organisationId] = (await addOrganisations(tx, [{ name: 'Welzijnshuis' }])) as [string];
      const serviceId = await aService(tx, { name: 'Infopunt', organisationId });
      for (const { accountId } of [guide, coordinator]) await employ(tx, { accountId, organisationId, from: Temporal.PlainDate.from('2026-01-01') });
      consultations = await aBooking(tx, { roomId, organisationId, serviceId, accountId: guide.accountId, slotMinutes: 30, day: '2026-03-24', from: '09:00', until: '10:30', rule: { frequency: 'weekly', every: 1, days: [2] }, lastOn: '2026-04-07' });
      await aBooking(tx, { roomId, organisationId, accountId: coordinator.accountId, title: 'Teamoverleg', day: '2026-10-26', from: '13:00', until: '14:00' });
    });
  });
  afterAll(() => world.close());

  it('hold one’s own consultations, at the same hour on the wall before and after the start of summer time', async () => {
    const body = (await fetchIt(addressIn(await guide.post('/account/calendar')))).body;
    expect([...body.matchAll(/DTSTART:(\S+)/g)].map(([, at]) => at)).toEqual(['20260324T080000Z', '20260331T070000Z', '20260407T070000Z']);
    expect(body).toContain('SUMMARY:Zitdag Infopunt (Welzijnshuis)');
    expect(body).toContain('LOCATION:Lokaal 2\\, Welzijnscampus');
  });

  it('hold all of a team, with the colleague’s name', async () => {
    const team = await events(addressIn(await coordinator.post('/account/calendar', { organisation: organisationId })));
    expect(team.map(({ summary }) => summary)).toEqual([...Array(3).fill('Amal Gids: Zitdag Infopunt (Welzijnshuis)'), 'Kim Coördinator: Welzijnshuis: Teamoverleg']);
  });

  it('hold what is in a room, and say what was called off or moved so that programs follow', async () => {
    const path = addressIn(await guide.post('/account/calendar', { room: roomId }));
    expect(await events(path)).toHaveLength(4);
    const version = async (id: string) => /name="version" value="(\d+)"/.exec((await coordinator.get(`/rooms/bookings/${id}`)).body)![1]!;
    await coordinator.post(`/rooms/bookings/${consultations[0]}/cancel`, { version: await version(consultations[0]!), scope: 'this' });
    await coordinator.post(`/rooms/bookings/${consultations[1]}/move`, { version: await version(consultations[1]!), scope: 'this', room: roomId, day: '2026-04-01', from: '10:00', until: '11:00' });
    const after = await events(path);
    expect(after.find(({ uid }) => uid === `${consultations[0]}@wegwijs`)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    expect(after.find(({ uid }) => uid === `${consultations[1]}@wegwijs`)).toMatchObject({ status: 'CONFIRMED', sequence: 1 });
    expect((await fetchIt(path)).body).toContain('DTSTART:20260401T080000Z');
  });

  it('say when they were last fetched and by what, and that something is wrong after two days of silence', async () => {
    const page = (await guide.get('/account/calendar')).body;
    expect(page).toMatch(/Mezelf[\s\S]*3 mrt 2026, 09:00 · Agenda[\s\S]*Werkt/);
    world.clock.advance({ days: 3 });
    expect((await guide.get('/account/calendar')).body).toContain('Al 3 dagen niet opgehaald');
    const fresh = addressIn(await guide.post('/account/calendar'));
    expect((await guide.get('/account/calendar')).body).toContain('Wacht op je agenda');
    await fetchIt(fresh);
    expect((await guide.get('/account/calendar')).body).not.toContain('Wacht op je agenda');
  });

  it('end for one who loses the link, and go on for others', async () => {
    const [mine, theirs] = [addressIn(await guide.post('/account/calendar', { room: roomId })), addressIn(await coordinator.post('/account/calendar', { room: roomId }))];
    const renewed = addressIn(await guide.post('/account/calendar', { room: roomId }));
    expect([(await fetchIt(mine)).status, (await fetchIt(theirs)).status, (await fetchIt(renewed)).status]).toEqual([404, 200, 200]);
  });

  it('are refused of a team that one does not work for', async () => {
    const [other] = await world.write((tx) => addOrganisations(tx, [{ name: 'Elders vzw' }]));
    const refused = await guide.post('/account/calendar', { organisation: other! });
    expect([refused.status, refused.body.includes('of je werkt er niet')]).toEqual([422, true]);
  });

  it('are fetched by many at once', async () => {
    const path = addressIn(await coordinator.post('/account/calendar'));
    const replies = await Promise.all(Array.from({ length: 40 }, () => fetchIt(path)));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
  });

  it('end with the account', async () => {
    const path = addressIn(await guide.post('/account/calendar'));
    await world.write((tx) => endAccount(tx, guide.accountId));
    expect((await fetchIt(path)).status).toBe(404);
  });

  it.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('are right on a server whose own clock is set to %s, over both clock changes', (zone) => {
    const from = (path: string) => JSON.stringify(resolve(import.meta.dirname, '../../..', path));
    const script = `
      import { spanOn, cutSlots } from ${from('src/engines/directory/rooms/cut-slots.ts')};
      import { daysOf } from ${from('src/engines/directory/rooms/rule.ts')};
      import { writeCalendar } from ${from('src/kernel/calendar/write-calendar.ts')};
      import { formatMoment } from ${from('src/kernel/i18n/format.ts')};
      import { Temporal } from ${from('src/kernel/time/temporal.ts')};
      const clock = (at) => Temporal.PlainTime.from(at);
      const day = (at) => Temporal.PlainDate.from(at);
      const days = ['2026-03-22', '2026-10-18'].flatMap((first) => daysOf({ frequency: 'weekly', every: 1, days: [7] }, day(first), day(first).add({ weeks: 1 }), { overHolidays: true }));
      const spans = days.map((each) => spanOn(each, clock('09:00'), clock('10:00')));
      const events = spans.map(({ startsAt, endsAt }, at) => ({ uid: String(at), sequence: 0, start: startsAt, end: endsAt, summary: 'x', state: 'confirmed', changedAt: startsAt }));
      console.log(JSON.stringify({
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        starts: [...writeCalendar({ name: 'x', events }).matchAll(/DTSTART:(\\S+)/g)].map(([, at]) => at),
        said: spans.map(({ startsAt }) => formatMoment('nl', startsAt)),
        slots: cutSlots(spans[1], 20, [{ from: clock('09:20'), until: clock('09:40') }]).map(({ startsAt }) => startsAt.toString()),
      }));`;
    const said = JSON.parse(execFileSync(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', script], { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8' }));
    expect(said).toEqual({
      zone: zone === 'Asia/Kolkata' ? expect.stringMatching(/Kolkata|Calcutta/) : zone,
      starts: ['20260322T080000Z', '20260329T070000Z', '20261018T070000Z', '20261025T080000Z'],
      said: ['22 mrt 2026, 09:00', '29 mrt 2026, 09:00', '18 okt 2026, 09:00', '25 okt 2026, 09:00'],
      slots: ['2026-03-29T07:00:00Z', '2026-03-29T07:40:00Z'],
    });
  });
});
