import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../../tests/world.ts';
import { instantOf } from '../../../../kernel/clock/clock.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { addOrganisations } from '../../index.ts';
import { aService } from '../../testing.ts';
import { findBookings, insertBookings } from '../booking.store.ts';
import { spanOn } from '../cut-slots.ts';
import { aBooking, aBuilding, aRoom } from '../testing.ts';
import { newId } from '../../../../kernel/id.ts';

describe('booking a room', () => {
  let world: World;
  let desk: Client;
  let buildingId: string, office: string, second: string, classroom: string, woonhuis: string, school: string;
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const all = (roomId: string) => world.read((read) => findBookings(read, { from: instantOf(Temporal.PlainDateTime.from('2026-01-01T00:00')), until: instantOf(Temporal.PlainDateTime.from('2028-01-01T00:00')), roomIds: [roomId], cancelled: true }));
  const hours = (bookings: { startsAt: Temporal.Instant }[]) => bookings.map(({ startsAt }) => startsAt.toZonedDateTimeISO('Europe/Brussels').toPlainDateTime().toString().slice(0, 16));
  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
    await world.write(async (tx) => {
      buildingId = await aBuilding(tx, { name: 'Welzijnscampus', opening: [1, 2, 3, 4, 5].map((each) => ({ day: each, from: '08:00', until: '20:00' })) });
      office = await aRoom(tx, buildingId, { name: 'Kantoor 1' });
      second = await aRoom(tx, buildingId, { name: 'Kantoor 2' });
      classroom = await aRoom(tx, buildingId, { name: 'Leslokaal', kind: 'classroom', capacity: 20 });
      [woonhuis, school] = (await addOrganisations(tx, [{ name: 'Woonhuis' }, { name: 'Avondschool' }])) as [string, string];
    });
  });
  afterAll(() => world.close());
  const ask = (fields: Record<string, string | string[]> = {}) => desk.post('/rooms/bookings', { room: office, organisation: woonhuis, day: '2026-03-10', from: '09:00', until: '12:00', ...fields });

  it('stands in the calendar of the week, with hours and organisation', async () => {
    const reply = await ask({ title: 'Overleg' });
    expect([reply.status, reply.notice]).toEqual([303, 'Geboekt.']);
    const week = (await desk.get(`/rooms/calendar?building=${buildingId}&day=2026-03-10`)).body;
    expect(week).toContain('Woonhuis: Overleg');
    expect(week).toContain('09:00–12:00');
    expect((await desk.get(`/rooms/calendar?room=${office}&view=month&day=2026-03-01`)).body).toContain('Woonhuis: Overleg');
  });

  it('is refused when another is in the way, says which one, and proposes rooms and hours that are free', async () => {
    const clash = await ask({ organisation: school, from: '11:00', until: '12:30', title: 'Les' });
    expect(clash.status).toBe(409);
    for (const words of ['Dan is het lokaal niet vrij', 'Woonhuis: Overleg, 09:00–12:00', 'Kantoor 2 (Kantoor, 4)', '12:00–13:30', 'value="Les"']) expect(clash.body).toContain(words);
    expect(clash.body).not.toContain('>10:30–12:00<');
    const instead = /href="(\/rooms\/book\?[^"]*)"[^>]*>Kantoor 2/.exec(clash.body)![1]!.replaceAll('&amp;', '&');
    const form = (await desk.get(instead)).body;
    expect(form).toContain(`value="${second}" selected`);
    expect(form).toContain('value="Les"');
  });

  it('may begin at the very moment that another ends', async () => {
    expect((await ask({ organisation: school, from: '12:00', until: '13:00' })).status).toBe(303);
  });

  it('is one of thirty that many make at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 30 }, (_, at) => ask({ room: classroom, day: '2026-03-11', organisation: at % 2 ? woonhuis : school, from: at % 3 ? '10:00' : '09:30', until: '11:00' })));
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(29);
    expect(await all(classroom)).toHaveLength(1);
  });

  it('cannot be double even for a program that does not look first', async () => {
    const facts = { roomId: classroom, organisationId: school, serviceId: null, accountId: null, title: null, slotMinutes: null, breaks: [] };
    const span = spanOn(day('2026-03-12'), Temporal.PlainTime.from('09:00'), Temporal.PlainTime.from('10:00'));
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => world.write((tx) => insertBookings(tx, facts, [{ ...span, id: newId(), seriesId: null, seriesOn: null }]))));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts) if (attempt.status === 'rejected') expect(String(attempt.reason)).toContain('a_room_is_booked_once');
  });

  it('comes back every week at the same hour on the wall, over Easter and over the start of summer time', async () => {
    const reply = await ask({ room: second, day: '2026-03-23', from: '09:00', until: '10:00', repeat: 'weekly', lastOn: '2026-04-13' });
    expect([reply.status, reply.notice]).toEqual([303, '3 keer geboekt.']);
    const made = await all(second);
    expect(hours(made)).toEqual(['2026-03-23T09:00', '2026-03-30T09:00', '2026-04-13T09:00']);
    expect(made.map(({ startsAt }) => startsAt.toString())).toEqual(['2026-03-23T08:00:00Z', '2026-03-30T07:00:00Z', '2026-04-13T07:00:00Z']);
    expect((await desk.get(reply.location!)).body).toContain('elke week op maandag, tot en met 13 apr 2026');
  });

  it('saves nothing of a series when one time is taken, until those are skipped', async () => {
    const before = (await all(office)).length;
    const series = { day: '2026-03-03', from: '09:00', until: '10:00', repeat: 'weekly', lastOn: '2026-03-24', organisation: school };
    const clash = await ask(series);
    expect([clash.status, (await all(office)).length]).toEqual([409, before]);
    expect(clash.body).toContain('1 van de 4 keer is het lokaal niet vrij');
    expect(clash.body).toContain('Boek de andere 3 keer');
    const skipped = await ask({ ...series, skipClashes: 'yes' });
    expect(skipped.notice).toBe('3 keer geboekt. 1 dag is overgeslagen.');
    expect(hours(await all(office)).filter((at) => at.startsWith('2026-03-10'))).toEqual(['2026-03-10T09:00', '2026-03-10T12:00']);
  });

  it('is refused on closed days, on holidays, and outside of the opening hours', async () => {
    const coordinator = await world.signIn('coordinator');
    await coordinator.post(`/rooms/buildings/${buildingId}/closures`, { from: '2026-07-13', until: '2026-07-17', why: 'Schilderwerken' });
    expect((await ask({ day: '2026-07-15' })).body).toContain('Gesloten: Schilderwerken');
    expect((await ask({ day: '2026-05-01' })).body).toContain('Gesloten: feestdag');
    expect((await ask({ day: '2026-03-14' })).body).toContain('Het gebouw is dan niet open');
    expect((await ask({ day: '2026-03-16', from: '19:00', until: '21:00' })).body).toContain('Het gebouw is dan niet open');
  });

  it.each([
    [{ until: '08:00' }, 'Het einde ligt voor het begin'],
    [{ repeat: 'weekly' }, 'Zeg tot en met wanneer het terugkomt'],
    [{ repeat: 'weekly', lastOn: '2029-01-01' }, 'hoogstens 24 maanden'],
    [{ repeat: 'weekly', days: '6', lastOn: '2026-03-12' }, 'valt geen enkele dag'],
    [{ slotMinutes: '20' }, 'Kies de dienst waarvoor'],
    [{ breaks: 'over de middag' }, 'Schrijf uren zoals'],
    [{ room: newId() }, 'Dit lokaal vinden we niet'],
  ])('says what is wrong with %j, and keeps what was typed', async (fields, words) => {
    const wrong = await ask({ title: 'Blijft staan', ...fields });
    expect([wrong.status, wrong.body.includes(words), wrong.body.includes('value="Blijft staan"')]).toEqual([422, true, true]);
  });

  describe('that comes back', () => {
    let ids: string[];
    const fields = async (id: string) => ({ version: /name="version" value="(\d+)"/.exec((await desk.get(`/rooms/bookings/${id}`)).body)![1]! });
    beforeAll(async () => {
      ids = await world.write((tx) => aBooking(tx, { roomId: second, organisationId: school, day: '2026-09-01', from: '13:00', until: '15:00', rule: { frequency: 'weekly', every: 1, days: [2] }, lastOn: '2026-09-29' }));
    });

    it('can be called off once: the room is free for another at once', async () => {
      const reply = await desk.post(`/rooms/bookings/${ids[0]}/cancel`, { ...(await fields(ids[0]!)), scope: 'this' });
      expect(reply.notice).toBe('Geannuleerd.');
      expect((await ask({ room: second, day: '2026-09-01', from: '13:00', until: '15:00' })).status).toBe(303);
    });

    it('can be moved once, to another day and room, and the others stay', async () => {
      await desk.post(`/rooms/bookings/${ids[1]}/move`, { ...(await fields(ids[1]!)), scope: 'this', room: classroom, day: '2026-09-09', from: '14:00', until: '16:00' });
      expect(hours((await all(classroom)).filter(({ id }) => id === ids[1]))).toEqual(['2026-09-09T14:00']);
      expect(hours((await all(second)).filter(({ id }) => ids.slice(2).includes(id)))).toEqual(['2026-09-15T13:00', '2026-09-22T13:00', '2026-09-29T13:00']);
    });

    it('can be moved from one time on, by a day, over its own old days', async () => {
      const reply = await desk.post(`/rooms/bookings/${ids[2]}/move`, { ...(await fields(ids[2]!)), scope: 'following', room: second, day: '2026-09-22', from: '13:00', until: '15:00' });
      expect(reply.notice).toBe('3 boekingen verplaatst.');
      expect(hours((await all(second)).filter(({ id }) => ids.slice(2).includes(id)))).toEqual(['2026-09-22T13:00', '2026-09-29T13:00', '2026-10-06T13:00']);
    });

    it('is not moved at all when one of them cannot', async () => {
      await world.write((tx) => aBooking(tx, { roomId: office, organisationId: woonhuis, day: '2026-09-29', from: '14:00', until: '15:00' }));
      const before = hours(await all(second));
      const clash = await desk.post(`/rooms/bookings/${ids[2]}/move`, { ...(await fields(ids[2]!)), scope: 'following', room: office, day: '2026-09-22', from: '13:00', until: '15:00' });
      expect([clash.status, clash.body.includes('geboekt door')]).toEqual([409, true]);
      expect(hours(await all(second))).toEqual(before);
    });

    it('can be called off from one time on', async () => {
      const reply = await desk.post(`/rooms/bookings/${ids[3]}/cancel`, { ...(await fields(ids[3]!)), scope: 'following' });
      expect(reply.notice).toBe('2 boekingen geannuleerd.');
      const late = await desk.post(`/rooms/bookings/${ids[3]}/cancel`, { version: '1', scope: 'this' });
      expect([late.status, late.body.includes('al geannuleerd')]).toEqual([409, true]);
    });
  });

  it('moves the appointments of a consultation along with it, and cuts the free ones anew', async () => {
    const serviceId = await world.write((tx) => aService(tx, { name: 'Rechtswinkel', organisationId: woonhuis }));
    const [id] = await world.write((tx) => aBooking(tx, { roomId: office, organisationId: woonhuis, serviceId, slotMinutes: 30, day: '2026-06-02', from: '09:00', until: '10:30' }));
    const page = (await desk.get(`/rooms/bookings/${id}`)).body;
    const slot = /\/rooms\/slots\/([\w-]{36})[^>]*>09:30/.exec(page)![1]!;
    expect((await desk.post(`/rooms/slots/${slot}/take`, { called: 'nummer 7' })).notice).toBe('De afspraak is geboekt.');
    await desk.post(`/rooms/bookings/${id}/move`, { version: 1, scope: 'this', room: office, day: '2026-06-03', from: '13:00', until: '14:30' });
    const moved = (await desk.get(`/rooms/bookings/${id}`)).body;
    expect([...moved.matchAll(/\/rooms\/slots\/[\w-]{36}"[^>]*>(\d\d:\d\d)/g)].map(([, at]) => at)).toEqual(['13:00', '13:30', '14:00']);
    expect(moved).toMatch(/13:30[\s\S]*nummer 7/);
  });

  it('shows nobody’s name to who may not see names', async () => {
    const page = (await (await world.signIn('volunteer')).get('/rooms/calendar?day=2026-06-03')).body;
    expect(page).toContain('Rechtswinkel');
    const [booking] = (await all(office)).filter(({ service }) => service);
    expect((await (await world.signIn('volunteer')).get(`/rooms/bookings/${booking!.id}`)).body).not.toContain('nummer 7');
  });
});
