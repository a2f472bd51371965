import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { getTenant, updateTenant } from '../../../kernel/access/tenant.store.ts';
import { findPlan } from '../case.store.ts';
import { aGuide, anArrival, databaseHolds, linksIn, plan, welcomed, wordsOf, type Guide } from '../testing.ts';

describe('an invitation', () => {
  let world: World;
  let coordinator: Guide, guide: Guide;
  let caseId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00', name: 'Voorbeeldgem' });
    coordinator = await world.signIn('coordinator');
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
    caseId = (await welcomed(world, anArrival('Nour Haddad')))[0]!.caseId;
  });
  afterAll(() => world.close());
  const letter = async (language: string) => coordinator.post(`/cases/${caseId}/invitation`, { language });

  test('needs a talk to invite to', async () => {
    expect(wordsOf((await coordinator.get(`/cases/${caseId}/invitation`)).body)).toContain('Plan eerst het gesprek');
    expect((await letter('ar')).status).toBe(409);
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-10', time: '14:00' });
  });

  test('proposes the language of the family', async () => {
    const { body } = await coordinator.get(`/cases/${caseId}/invitation`);
    expect(body).toMatch(/value="ar" checked/);
    expect(wordsOf(body)).toContain('Nederlands en Arabisch');
  });

  test.each([
    ['en', 'The talk is on Tuesday, 10 March 2026 at 14:00. It takes about 60 minutes.', 'ltr'],
    ['fr', 'L’entretien a lieu le mardi 10 mars 2026 à 14:00. Il dure environ 60 minutes.', 'ltr'],
    ['ar', 'موعد اللقاء: الثلاثاء، 10 مارس 2026 الساعة 14:00. مدته حوالي 60 دقيقة.', 'rtl'],
    ['uk', 'Розмова відбудеться вівторок, 10 березня 2026', 'ltr'],
  ])('stands in plain Dutch first, with the same below it: %s', async (language, sentence, direction) => {
    const { status, body } = await letter(language);
    expect(status).toBe(200);
    const words = wordsOf(body);
    expect(words).toContain('Het gesprek is op dinsdag 10 maart 2026 om 14:00. Het duurt ongeveer 60 minuten. Plaats: Aan de balie, Markt 1, zaal 2.');
    expect(words).toContain('Beste Nour Haddad');
    expect(words).toContain('Nour Haddad Kerkstraat 12 1500 Voorbeeldgem');
    expect(words).toContain('Je spreekt met Amal.');
    expect(words).not.toContain('Saïdi');
    expect(words).toContain(sentence);
    expect(words.indexOf('Het gesprek is op')).toBeLessThan(words.indexOf(sentence));
    expect(body).toContain(`lang="${language}" dir="${direction}"`);
    expect(words).not.toMatch(/\{\w+\}/);
  });

  test('in Dutch alone says everything once', async () => {
    expect(wordsOf((await letter('nl')).body).match(/Uitnodiging voor een welkomstgesprek/g)).toHaveLength(1);
  });

  test('carries a code that opens the page of this family, until a week after the talk', async () => {
    const [address] = linksIn((await letter('ar')).body, world.url);
    expect(address).toMatch(/^\/i\/[\w-]{46}\?lang=ar$/);
    const visitor = world.visitor();
    expect((await visitor.get(address!)).status).toBe(200);
    world.clock.set('2026-03-17T14:59');
    expect((await visitor.get(address!)).status).toBe(200);
    world.clock.set('2026-03-17T15:01');
    expect((await visitor.get(address!)).status).toBe(404);
    world.clock.set('2026-03-03T09:00');
  });

  test('is noted with the case, and is outdated once the talk moves', async () => {
    expect(await world.read((read) => findPlan(read, caseId))).toMatchObject({ letter: 'completed' });
    expect(wordsOf((await coordinator.get(`/cases/${caseId}`)).body)).toContain('Gemaakt op');
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-11' });
    expect(wordsOf((await coordinator.get(`/cases/${caseId}`)).body)).toContain('maar het gesprek is daarna gewijzigd. Maak een nieuwe brief.');
  });

  test('sent twice by one press makes one letter, and the secret of its link is kept nowhere', async () => {
    const key = 'press-once-12345678';
    const first = await coordinator.post(`/cases/${caseId}/invitation`, { language: 'nl', _key: key });
    const second = await coordinator.post(`/cases/${caseId}/invitation`, { language: 'nl', _key: key });
    expect([first.status, second.status]).toEqual([200, 303]);
    const secret = /\/i\/([\w-]{46})/.exec(linksIn(first.body, world.url)[0]!)![1]!;
    expect(await databaseHolds(world, secret)).toBe(false);
    expect(await databaseHolds(world, 'Nour Haddad')).toBe(true);
  });

  test('has the sender’s own address and telephone', async () => {
    await world.write(async (tx) => updateTenant(tx, { ...(await getTenant(tx)), settings: { address: ['Markt 1', '1500 Voorbeeldgem'], telephone: '0470 00 00 01' } }));
    expect(wordsOf((await letter('nl')).body)).toContain('Markt 1 1500 Voorbeeldgem 0470 00 00 01');
  });

  test('for several families at once: each in its own language, without those that have no talk', async () => {
    const families = await welcomed(world, anArrival('Oksana Kovalenko').speaking('uk'), anArrival('Rahim Noori').speaking('prs'), anArrival('Nog Niets'));
    await plan(world, coordinator, families[0]!.caseId, { guide: guide.accountId, day: '2026-03-12' });
    await plan(world, coordinator, families[1]!.caseId, { guide: guide.accountId, day: '2026-03-13', placeKind: 'home' });
    const { status, body } = await coordinator.post('/cases/invitations', { case: families.map((one) => one.caseId), back: '/welcome?state=planned' });
    expect(status).toBe(200);
    expect(body.match(/class="ww-letter"/g)).toHaveLength(2);
    const words = wordsOf(body);
    expect(words).toContain('Запрошення на вітальну розмову');
    expect(words).toContain('Plaats: Thuis, Kerkstraat 12, 1500 Voorbeeldgem.');
    expect(words).toContain('1 aangevinkt gezin heeft nog geen gesprek gepland.');
    expect(linksIn(body, world.url).map((link) => link.slice(-2))).toEqual(['uk', 'nl']);
  });

  test('says so when the family speaks no language in which we have the letter', async () => {
    const [family] = await welcomed(world, anArrival('Selam Tesfay').speaking('ti'));
    await plan(world, coordinator, family!.caseId, { guide: guide.accountId, day: '2026-03-16' });
    const { body } = await coordinator.get(`/cases/${family!.caseId}/invitation`);
    expect(wordsOf(body)).toContain('We hebben de brief niet in een taal van dit gezin (Tigrinya)');
    expect(body).toMatch(/value="nl" checked/);
  });

  test('is read in standard Arabic by who speaks Iraqi or Moroccan Arabic', async () => {
    const [family] = await welcomed(world, anArrival('Ali Hassan').speaking('acm'));
    await plan(world, coordinator, family!.caseId, { guide: guide.accountId, day: '2026-03-17' });
    expect((await coordinator.get(`/cases/${family!.caseId}/invitation`)).body).toMatch(/value="ar" checked/);
  });
});
