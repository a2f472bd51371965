import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { findTalkAhead } from '../appointment.store.ts';
import { findCase } from '../case.store.ts';
import { aGuide, anArrival, linksIn, plan, welcomed, wordsOf, type Guide } from '../testing.ts';

describe('the page of a family', () => {
  let world: World;
  let coordinator: Guide, guide: Guide;
  let caseId: string, path: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator');
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
    caseId = (await welcomed(world, anArrival('Nour Haddad')))[0]!.caseId;
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-29', time: '14:00' });
    const letter = await coordinator.post(`/cases/${caseId}/invitation`, { language: 'ar' });
    path = linksIn(letter.body, world.url)[0]!.split('?')[0]!;
  });
  afterAll(() => world.close());
  const family = () => world.visitor();

  test('says when, where, with whom and about what, in Dutch and in its language', async () => {
    const { status, body } = await family().get(`${path}?lang=ar`);
    expect(status).toBe(200);
    expect(body).toMatch(/<html lang="ar" dir="rtl"/);
    const words = wordsOf(body);
    expect(words).toContain('zondag 29 maart 2026 om 14:00');
    expect(words).toContain('الأحد، 29 مارس 2026 الساعة 14:00');
    expect(words).toContain('Hier: Markt 1, zaal 2');
    expect(words).toContain('Je spreekt met Amal.');
    expect(words).toContain('We praten over: Wonen, Werk, Nederlands, Inburgering, School en kinderopvang, Vrije tijd, Gezondheid en welzijn, Geld en administratie en Afval en milieu.');
    expect(words).toContain('سأحضر');
  });

  test.each(['nl', 'en', 'fr', 'ar', 'uk'])('stands in %s too, without a hole in the words', async (locale) => {
    const { body } = await family().get(`${path}?lang=${locale}`);
    expect(body).toContain(`<html lang="${locale}"`);
    expect(wordsOf(body)).not.toMatch(/\{\w+\}/);
    expect(wordsOf((await family().get(`${path}/other-moment?lang=${locale}`)).body)).not.toMatch(/\{\w+\}/);
  });

  test('tells a finder of the letter no name of the family and no address of its home', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-29', time: '14:00', placeKind: 'home' });
    const words = wordsOf((await family().get(path)).body);
    expect(words).toContain('Bij jou thuis. We komen naar jou.');
    expect(words).not.toMatch(/Nour|Haddad|Kerkstraat|Saïdi/);
    expect((await family().get(`${path}/talk.ics`)).body).not.toMatch(/Nour|Haddad|Kerkstraat|Saïdi/);
  });

  test('lets the family say that it comes, once', async () => {
    const reply = await family().post(`${path}/come`, { lang: 'ar' });
    expect(reply).toMatchObject({ status: 303, location: `${path}?lang=ar` });
    await family().post(`${path}/come`, { lang: 'ar' });
    expect(wordsOf((await family().get(`${path}?lang=ar`)).body)).toContain('Je komt. Tot dan!');
    const told = (await world.read((read) => findTimeline(read, { type: 'case', id: caseId }))).filter(({ act }) => act === 'family-comes');
    expect(told).toHaveLength(1);
    expect(told[0]!.actorRole).toBe('link');
    expect(wordsOf((await coordinator.get(`/cases/${caseId}`)).body)).toContain('Liet weten dat het komt');
    expect(wordsOf((await coordinator.get('/welcome')).body)).toContain('Gezin komt');
  });

  test('lets the family ask for another moment, which waits with the coordinator and the guide until it is planned', async () => {
    const wish = await family().post(`${path}/other-moment`, { lang: 'uk', suits: ['evening', 'saturday'], words: 'Ik werk tot 18 uur' });
    expect(wish.location).toBe(`${path}?lang=uk`);
    expect(wordsOf((await family().get(`${path}?lang=uk`)).body)).toContain('Ви попросили інший час.');
    for (const client of [coordinator, guide]) {
      const today = wordsOf((await client.get('/')).body);
      expect(today).toContain('1 gezin vraagt een ander moment');
      expect(today).toContain('Avond · Zaterdag · Ik werk tot 18 uur');
    }
    expect(wordsOf((await coordinator.get('/welcome?state=other-moment')).body)).toContain('Nour Haddad');
    expect(wordsOf((await coordinator.get(`/cases/${caseId}/plan`)).body)).toContain('Ik werk tot 18 uur');
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-28', time: '18:30' });
    expect(wordsOf((await coordinator.get('/')).body)).not.toContain('vraagt een ander moment');
    expect(wordsOf((await family().get(path)).body)).toContain('zaterdag 28 maart 2026 om 18:30');
  });

  test('keeps what was typed when something is wrong with it', async () => {
    const reply = await family().post(`${path}/other-moment`, { lang: 'fr', suits: ['evening'], words: 'x'.repeat(301) });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('x'.repeat(301));
    expect(reply.body).toContain('<html lang="fr"');
  });

  test('gives the moment for a calendar, right on the day that summer time begins', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-29', time: '14:00' });
    const reply = await family().get(`${path}/talk.ics?lang=ar`);
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(reply.body).toContain('DTSTART:20260329T120000Z');
    const [event] = convertIcsCalendar(undefined, reply.body).events!;
    expect(event!.summary).toContain('لقاء ترحيبي');
    const ahead = await world.read((read) => findTalkAhead(read, caseId));
    expect(event).toMatchObject({ uid: `${ahead!.id}@wegwijs`, sequence: ahead!.sequence });
  });

  test('says that nothing is planned when the talk is called off', async () => {
    const version = (await world.read((read) => findTalkAhead(read, caseId)))!.version;
    await coordinator.post(`/cases/${caseId}/call-off`, { version, reason: 'guide' });
    expect(wordsOf((await family().get(path)).body)).toContain('Er is nu geen gesprek gepland.');
    expect((await family().get(`${path}/talk.ics`)).status).toBe(404);
    const late = await family().post(`${path}/come`, { lang: 'nl' });
    expect(late.status).toBe(409);
    expect(wordsOf(late.body)).toContain('Er is nu geen gesprek gepland.');
  });

  test('is gone once the case is withdrawn', async () => {
    const { version } = (await world.read((read) => findCase(read, caseId)))!;
    await coordinator.post(`/cases/${caseId}/close`, { version, outcome: 'moved-away' });
    expect((await family().get(path)).status).toBe(404);
  });

  test('does not open for a link that was tampered with, nor for another purpose', async () => {
    const secret = path.slice(3);
    expect((await family().get(`/i/${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    expect((await family().get(`/calendar/${secret}/agenda.ics`)).status).toBe(404);
  });
});
