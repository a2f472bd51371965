import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findQuestionsOf } from '../../questions/index.ts';
import { findAppointmentsOf } from '../appointment.store.ts';
import { findCase, findPlan } from '../case.store.ts';
import { aGuide, anArrival, plan, welcomed, wordsOf, type Guide } from '../testing.ts';

const themes = ['housing', 'work', 'dutch', 'civic-integration', 'school-childcare', 'leisure', 'health-wellbeing', 'money-administration', 'waste-environment'];

describe('a talk', () => {
  let world: World;
  let coordinator: Guide, guide: Guide;
  let caseId: string, householdId: string, personId: string;
  let families = 0;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-03-03T09:00');
    families += 1;
    const [family] = await welcomed(world, anArrival(`Nour Haddad ${families}`));
    ({ caseId, householdId } = family!);
    personId = family!.personIds[0]!;
    await coordinator.post('/cases/assign', { case: [caseId], guide: guide.accountId });
  });

  const file = async () => (await world.read((read) => findCase(read, caseId)))!;
  const questions = () => world.read((read) => findQuestionsOf(read, { caseId }));
  const at = (page: string) => `/cases/${caseId}/talk/${page}`;
  const begin = (client = guide) => client.post(`/cases/${caseId}/talk`, { language: 'ar' });
  const versionOn = async (page: string) => /name="version" value="(\d+)"/.exec((await guide.get(at(page))).body)?.[1];
  const save = async (page: string, fields: Record<string, string | string[]>, client = guide) => client.post(at(page), { version: await versionOn(page), ...fields });
  const finish = (heldOn = '2026-03-03', client = guide, key?: string) => client.post(`/cases/${caseId}/finish`, { heldOn, _key: key });

  test('goes theme by theme to expectations, the summary, the approach and the end', async () => {
    let next = (await begin()).location!;
    const seen: string[] = [];
    while (next.includes('/talk/')) {
      const page = next.split('/').at(-1)!;
      seen.push(page);
      const { status, body } = await guide.get(next);
      expect(status).toBe(200);
      if (page === 'summary') next = /href="([^"]+)"[^>]*>(?:(?!<\/a>)[\s\S])*Ga verder/.exec(body)![1]!;
      else next = (await guide.post(next, { version: /name="version" value="(\d+)"/.exec(body)?.[1] })).location!;
    }
    expect(seen).toEqual([...themes, 'expectations', 'summary', 'approach']);
    expect(next).toBe(`/cases/${caseId}/finish`);
  });

  test('shows each question in Dutch and in the language of the talk, right to left', async () => {
    await begin();
    const { body } = await guide.get(at('housing'));
    const words = wordsOf(body);
    expect(words).toContain('1 van 12');
    expect(words).toContain('Huren: contract, waarborg en plaatsbeschrijving.');
    expect(words).toContain('الإيجار: العقد والضمان ووصف حالة المسكن.');
    expect(body).toMatch(/lang="ar" dir="rtl">\s*هل هو واضح؟/);
    expect(words).toContain('De huurwaarborg betalen');
    expect(words).toContain('دفع ضمان الإيجار');
  });

  test('is saved page by page: going back shows what was filled in, and nothing is lost', async () => {
    await begin();
    const reply = await save('housing', { explained: 'yes', understood: 'partly', needs: ['deposit', 'condition'], own: 'Er is schimmel في غرفة النوم' });
    expect(reply.location).toBe(at('work'));
    const { body } = await guide.get(at('housing'));
    expect(body).toMatch(/value="deposit" checked/);
    expect(body).toMatch(/value="partly" checked/);
    expect(body).toContain('Er is schimmel في غرفة النوم');
    expect(wordsOf((await guide.get(`/cases/${caseId}/talk`)).body)).toContain('Alles wat je invulde, is bewaard.');
    expect((await guide.get(`/cases/${caseId}/talk`)).body).toContain(at('work'));
  });

  test('shows both when two people fill in one page, and lets the second decide', async () => {
    await begin();
    await save('work', { explained: 'yes', understood: 'yes' });
    const seen = await versionOn('work');
    await coordinator.post(at('work'), { version: seen, explained: 'yes', understood: 'no', needs: ['diploma'] });
    const second = await guide.post(at('work'), { version: seen, explained: 'no', understood: 'partly', needs: ['find-work'], own: 'wat ik typte' });
    expect(second.status).toBe(409);
    const words = wordsOf(second.body);
    expect(words).toContain('Bea Coördinator bewaarde deze pagina intussen');
    expect(words).toContain('Mijn diploma laten erkennen');
    expect(second.body).toMatch(/value="find-work" checked/);
    expect(second.body).toContain('wat ik typte');
    const fresh = /name="version" value="(\d+)"/.exec(second.body)![1]!;
    expect((await guide.post(at('work'), { version: fresh, explained: 'no', understood: 'partly', needs: ['find-work'] })).status).toBe(303);
    expect((await guide.get(at('work'))).body).toMatch(/value="find-work" checked/);
  });

  test('does not mind two people who fill in two pages, or the same thing twice', async () => {
    await begin();
    expect((await begin(coordinator)).location).toBe(at('housing'));
    const both = await Promise.all([guide.post(at('housing'), { understood: 'yes' }), coordinator.post(at('work'), { understood: 'no' })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await coordinator.post(at('housing'), { understood: 'yes' })).status).toBe(303);
  });

  test.each([
    ['an answer that is not offered', { understood: 'perhaps' }, 'Kies een van de mogelijkheden.'],
    ['words that are too long', { own: 'x'.repeat(301) }, 'Gebruik hoogstens 300 tekens.'],
    ['a field that the page does not ask', { colour: 'red' }, 'Dit veld hoort niet bij deze actie.'],
  ])('refuses %s and keeps the rest as it was typed', async (_, wrong, sentence) => {
    await begin();
    const reply = await guide.post(at('housing'), { explained: 'yes', needs: ['deposit'], ...wrong });
    expect(reply.status).toBe(422);
    expect(wordsOf(reply.body)).toContain(sentence);
    expect(reply.body).toMatch(/value="deposit" checked/);
  });

  test('reads back what was said, in Dutch with the language of the talk beside it', async () => {
    await begin();
    await save('housing', { explained: 'yes', understood: 'partly', needs: ['deposit'], own: 'Schimmel' });
    const words = wordsOf((await guide.get(at('summary'))).body);
    expect(words).toContain('Uitgelegd? Ja');
    expect(words).toContain('Wat heb je nodig? De huurwaarborg betalen');
    expect(words).toContain('ماذا تحتاج؟ دفع ضمان الإيجار');
    expect(words).toContain('Schimmel');
  });

  test.each([
    ['nothing came up', {}, 'Voorstel: Vindt zelf de weg', 'Er zijn geen noden genoteerd en niets bleef onduidelijk.'],
    ['there is a need', { housing: { needs: ['deposit'] } }, 'Voorstel: Heeft duidelijke informatie nodig', 'Er is een nood, of een thema is nog niet helemaal duidelijk.'],
    ['three themes are not clear', { housing: { understood: 'no' }, work: { understood: 'no' }, dutch: { understood: 'no' } }, 'Voorstel: Heeft begeleiding nodig', 'of drie thema’s of meer zijn niet duidelijk'],
    ['there are many needs', { housing: { needs: ['deposit', 'energy', 'condition', 'contract'], own: 'x' } }, 'Voorstel: Heeft begeleiding nodig', 'Er zijn vijf noden of meer'],
  ])('suggests an approach and says why when %s', async (_, answers, suggestion, reason) => {
    await begin();
    for (const [page, fields] of Object.entries(answers)) await save(page, fields as Record<string, string | string[]>);
    const words = wordsOf((await guide.get(at('approach'))).body);
    expect(words).toContain(suggestion);
    expect(words).toContain(reason);
  });

  test('ends with the family welcomed that day, the clock stopped, and each need a help question', async () => {
    await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-04', time: '10:00' });
    world.clock.set('2026-03-04T11:00');
    await begin();
    await save('housing', { explained: 'yes', understood: 'yes', needs: ['deposit', 'condition'] });
    await save('health-wellbeing', { explained: 'yes', understood: 'no', own: 'Ik slaap slecht' });
    await save('approach', { approach: 'guidance', agreed: 'Volgende week samen naar de huisdokter' });
    const last = wordsOf((await guide.get(`/cases/${caseId}/finish`)).body);
    expect(last).toContain('8 thema’s zijn nog niet besproken');
    expect(last).toContain('3 noden worden hulpvragen');
    const reply = await finish('2026-03-04');
    expect(reply).toMatchObject({ status: 303, location: `/cases/${caseId}`, notice: 'Verwelkomd! Er zijn 3 hulpvragen genoteerd.' });

    expect(await file()).toMatchObject({ reachedOn: day('2026-03-04'), closedOn: day('2026-03-04'), outcome: 'welcomed', talkLanguage: 'ar', approach: 'guidance' });
    expect(await world.read((read) => findPlan(read, caseId))).toMatchObject({ 'hold-talk': 'completed', welcomed: 'completed', meet: 'completed' });
    expect((await world.read((read) => findAppointmentsOf(read, caseId)))[0]).toMatchObject({ state: 'held' });
    const recorded = await questions();
    expect(recorded.map(({ theme, note }) => [theme, note]).sort()).toEqual([
      ['health-wellbeing', 'Ik slaap slecht'],
      ['housing', 'De huurwaarborg betalen'],
      ['housing', 'Problemen met de woning: vocht, verwarming, veiligheid'],
    ]);
    for (const question of recorded) expect(question).toMatchObject({ channel: 'talk', language: 'ar', municipality: '34022', personId, householdId, closedAt: null });

    const words = wordsOf((await guide.get(`/cases/${caseId}`)).body);
    expect(words).toContain('3 hulpvragen uit het gesprek');
    expect(words).toContain('gehouden op woensdag 4 maart 2026');
    expect(words).toContain('Volgende week samen naar de huisdokter');
    const acts = (await world.read((read) => findTimeline(read, { type: 'case', id: caseId }))).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['talk-begun', 'talk-page-saved', 'talk-finished', 'milestone-reached', 'case-closed', 'question-recorded']));
  });

  test('asks each question once, however often the end is sent', async () => {
    await begin();
    await save('housing', { needs: ['deposit'] });
    const key = 'double-click-12345';
    await Promise.all([finish('2026-03-03', guide, key), finish('2026-03-03', guide, key), finish('2026-03-03', coordinator), finish()]);
    expect((await finish()).notice).toBe('Dit gesprek was al afgerond. Er is niets dubbel genoteerd.');
    expect(await questions()).toHaveLength(1);
    const reached = (await world.read((read) => findTimeline(read, { type: 'case', id: caseId }))).filter(({ act }) => act === 'milestone-reached');
    expect(reached).toHaveLength(1);
  });

  test('that was held yesterday counts for yesterday, and not for tomorrow or before the arrival', async () => {
    await begin();
    await save('housing', { needs: ['deposit'] });
    const ahead = await finish('2026-03-04');
    expect(ahead.status).toBe(422);
    expect(wordsOf(ahead.body)).toContain('Het gesprek kan niet later dan vandaag geweest zijn.');
    expect(wordsOf((await finish('2026-01-31')).body)).toContain('Dat is voor het gezin hier aankwam.');
    expect((await finish('2026-03-02')).status).toBe(303);
    expect((await file()).reachedOn).toEqual(day('2026-03-02'));
    expect((await questions())[0]!.askedAt.toString()).toBe('2026-03-02T11:00:00Z');
  });

  test('on the last day is in time, also just before midnight', async () => {
    world.clock.set('2026-05-01T23:30');
    await begin();
    await finish('2026-05-01');
    expect(await file()).toMatchObject({ dueOn: day('2026-05-01'), reachedOn: day('2026-05-01') });
  });

  test('can be put right: what stood there is kept, a new need becomes a question, the day stays', async () => {
    await begin();
    await save('housing', { needs: ['deposit'] });
    await finish();
    world.clock.set('2026-03-10T09:00');
    expect((await guide.get(`/cases/${caseId}`)).body).toContain(at('housing'));
    const reply = await save('housing', { needs: ['deposit', 'energy'], understood: 'yes' });
    expect(reply).toMatchObject({ status: 303, location: `/cases/${caseId}`, notice: 'Rechtgezet. Er kwam 1 hulpvraag bij.' });
    expect((await questions()).map(({ note }) => note).sort()).toEqual(['De huurwaarborg betalen', 'Elektriciteit, gas en water regelen']);
    expect((await file()).reachedOn).toEqual(day('2026-03-03'));
    await save('approach', { approach: 'own-way' });
    expect((await file()).approach).toBe('own-way');
  });

  test('is put right by its guide for two weeks, and by the coordinator after that', async () => {
    await begin();
    await save('housing', { needs: ['deposit'] });
    await finish();
    world.clock.set('2026-03-17T23:59');
    expect((await save('housing', { needs: ['deposit'], understood: 'yes' })).status).toBe(303);
    world.clock.set('2026-03-18T00:01');
    const late = await save('housing', { needs: ['deposit'], understood: 'no' });
    expect(late.status).toBe(409);
    expect(wordsOf(late.body)).toContain('Vraag de coördinator om iets recht te zetten.');
    expect((await save('housing', { needs: ['deposit'], understood: 'no' }, coordinator)).status).toBe(303);
  });

  test('is held by the guide of the family and nobody else', async () => {
    const other = await aGuide(world, `Andere ${families}`, ['ar']);
    expect((await other.get(`/cases/${caseId}/talk`)).status).toBe(404);
    expect((await begin(other)).status).toBe(404);
    await begin();
    expect((await other.post(at('housing'), { understood: 'yes' })).status).toBe(404);
    expect((await finish('2026-03-03', other)).status).toBe(404);
    expect((await (await world.signIn('front-desk')).get(`/cases/${caseId}/talk`)).status).toBe(403);
    const elsewhere = await world.signIn('coordinator', { tenantId: await world.anotherTenant(`Overstad ${families}`) });
    expect((await elsewhere.get(at('housing'))).status).toBe(404);
  });

  test('is not shown to the front desk, which plans it', async () => {
    await begin();
    await save('health-wellbeing', { own: 'Ik slaap slecht' });
    await finish();
    const desk = await world.signIn('front-desk');
    const words = wordsOf((await desk.get(`/cases/${caseId}`)).body);
    expect(words).toContain('Nour Haddad');
    expect(words).not.toContain('Ik slaap slecht');
  });

  test('can be gone through by a program', async () => {
    const program = await world.token(['cases:talk']);
    await program.json(`/api/v1/cases/${caseId}/talk`, { language: 'ar' });
    const saved = await program.json(`/api/v1/cases/${caseId}/talk/housing`, { explained: 'yes', needs: ['deposit'] });
    expect(saved).toMatchObject({ status: 200, value: { id: caseId, next: at('work') } });
    const key = { 'idempotency-key': 'one-end-12345' };
    const ends = [await program.json(`/api/v1/cases/${caseId}/finish`, { heldOn: '2026-03-03' }, key), await program.json(`/api/v1/cases/${caseId}/finish`, { heldOn: '2026-03-03' }, key)];
    expect(ends.map(({ value }) => value)).toEqual([{ id: caseId, questions: 1 }, { id: caseId, questions: 1 }]);
    expect(await questions()).toHaveLength(1);
  });
});

function day(text: string) {
  return Temporal.PlainDate.from(text);
}
