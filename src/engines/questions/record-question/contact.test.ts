import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { addOrganisations, addSubThemes, employ } from '../../directory/index.ts';
import { aService } from '../../directory/testing.ts';
import { anAsker } from '../testing.ts';
import { withMinutesDivided } from './contact.ts';

describe('several questions in one contact', () => {
  let world: World;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());

  const questions = async (desk: Client, ids: string[]) => (await Promise.all(ids.map((id) => desk.json(`/api/v1/questions/${id}`)))).map(({ value }) => value);
  const first = { theme: 'housing', channel: 'desk', language: 'ar', handling: 'informed', minutes: '25' };

  it('are recorded in one go, of one person, and share their minutes', async () => {
    const desk = await world.signIn('front-desk');
    const person = await world.write((tx) => anAsker(tx));
    const reply = await desk.post('/questions', { ...first, person, moreTheme: ['work', '', 'dutch'], moreHandling: ['informed', '', ''], moreMinutes: ['', '', ''], moreNote: ['Wil deeltijds', '', ''] });
    expect(reply.notice).toContain('3 vragen');
    const listed = (await desk.json('/api/v1/questions')).value.questions as { id: string; theme: string; minutes: number; contactId: string; personId: string; language: string; closedAt: string | null }[];
    expect(listed.map(({ theme }) => theme).sort()).toEqual(['dutch', 'housing', 'work']);
    expect(new Set(listed.map(({ contactId }) => contactId)).size).toBe(1);
    expect(listed.every(({ personId, language }) => personId === person && language === 'ar')).toBe(true);
    expect(listed.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(25);
    expect(listed.find(({ theme }) => theme === 'dutch')!.closedAt).toBeNull();
    expect((await desk.get(`/questions/${listed[0]!.id}`)).body).toContain('In hetzelfde gesprek');
  });

  it('keep minutes of their own', async () => {
    const desk = await world.signIn('front-desk');
    const { value } = await desk.json('/api/v1/questions', { theme: 'housing', channel: 'desk', minutes: 20, moreTheme: ['work', 'dutch'], moreMinutes: [5, 3], minutesOfFirst: true });
    expect((await questions(desk, value.ids)).map(({ minutes }) => minutes)).toEqual([20, 5, 3]);
  });

  it('can be told apart from the contacts in the counts', async () => {
    const { rows } = await world.read((read) => sql`select count(distinct contact_id)::int as contacts, count(*)::int as questions from questions.published_question`.execute(read.on<never>()));
    expect(rows).toEqual([{ contacts: 2, questions: 6 }]);
  });

  it('go on after the first was saved, with the same person', async () => {
    const desk = await world.signIn('front-desk');
    const person = await world.write((tx) => anAsker(tx, 'Samir Haddad'));
    const saved = await desk.post('/questions', { ...first, person, after: 'more' });
    expect(saved.location).toMatch(/^\/questions\/new\?contact=/);
    const page = await desk.get(saved.location!);
    expect(page.body).toContain('Nog een vraag in hetzelfde gesprek');
    const contact = saved.location!.split('=')[1]!;
    const { value } = await desk.json('/api/v1/questions', { theme: 'leisure', channel: 'desk', contact });
    const [one, two] = await questions(desk, [contact, value.id]);
    expect(two).toMatchObject({ contactId: contact, personId: person });
    expect(one.contactId).toBe(contact);
  });

  it('cannot be hung on a question of someone else', async () => {
    const [desk, other] = [await world.signIn('front-desk'), await world.signIn('front-desk')];
    const { value } = await desk.json('/api/v1/questions', { theme: 'housing', channel: 'desk' });
    const stolen = await other.json('/api/v1/questions', { theme: 'housing', channel: 'desk', contact: value.id });
    expect(stolen.status).toBe(422);
  });

  it('refuse what is no theme, and keep what was typed', async () => {
    const desk = await world.signIn('front-desk');
    const reply = await desk.post('/questions', { ...first, moreTheme: ['football'], moreHandling: [''], moreMinutes: [''], moreNote: ['Zoekt een club'] });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('value="Zoekt een club"');
  });

  it('divide minutes so that nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 480 }), fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }), { maxLength: 4 }), (total, own) => {
        const divided = withMinutesDivided([{ minutes: total }, ...own.map((minutes) => ({ minutes }))], total);
        const shared = divided.filter((_, index) => index === 0 || own[index - 1] === null);
        expect(shared.reduce((sum, { minutes }) => sum + minutes!, 0)).toBe(total);
        expect(Math.max(...shared.map(({ minutes }) => minutes!)) - Math.min(...shared.map(({ minutes }) => minutes!))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what else a desk keeps of a question', () => {
  let world: World;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());

  const one = async (desk: Client, id: string) => (await desk.json(`/api/v1/questions/${id}`)).value;

  it('is the way that was gone along, apart from the minutes with the person', async () => {
    const guide = await world.signIn('guide');
    const { value } = await guide.json('/api/v1/questions', { theme: 'health-wellbeing', channel: 'going-along', handling: ['went-along'], minutes: 40, visitPlace: 'ziekenhuis', travelMinutes: 35, travelKm: 12.5 });
    expect(await one(guide, value.id)).toMatchObject({ minutes: 40, visit: { place: 'ziekenhuis', on: '2026-03-03', travelMinutes: 35, km: 12.5 } });
    const { body } = await guide.get(`/questions/${value.id}`);
    expect(body).toContain('naar ziekenhuis');
    expect(body).toContain('35 minuten onderweg, 12,5 km');
  });

  it('is no way at all when nobody went along', async () => {
    const guide = await world.signIn('guide');
    const reply = await guide.post('/questions', { theme: 'work', channel: 'desk', handling: 'informed', travelMinutes: '20', travelKm: '3,5' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Duid ‘Meegegaan’ aan');
    expect(reply.body).toContain('value="3,5"');
    expect((await guide.post('/questions', { theme: 'work', channel: 'desk', handling: 'went-along', visitedOn: '2026-03-09' })).body).toContain('Deze dag moet nog komen');
  });

  it('is the service that was told about, found by its name', async () => {
    const desk = await world.signIn('front-desk');
    const service = await world.write((tx) => aService(tx, { name: 'Woonwinkel' }));
    await desk.post('/questions', { theme: 'housing', channel: 'desk', serviceName: 'woonwinkel', after: 'open' });
    const { questions } = (await desk.json('/api/v1/questions')).value;
    expect(questions[0].serviceId).toBe(service);
    expect((await desk.get('/questions/new')).body).toContain('Diensten die je laatst noemde');
    expect((await desk.post('/questions', { theme: 'housing', channel: 'desk', serviceName: 'Zebra' })).body).toContain('Deze dienst staat niet meer op de kaart');
  });

  it('is the organisation for which the recorder worked on that day', async () => {
    const guide = await world.signIn('guide');
    const [house, town] = (await world.write((tx) => addOrganisations(tx, [{ name: 'Sociaal Huis' }, { name: 'Stad' }]))) as [string, string];
    await world.write((tx) => employ(tx, { accountId: guide.accountId, organisationId: house, from: world.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().subtract({ days: 30 }) }));
    await world.write((tx) => employ(tx, { accountId: guide.accountId, organisationId: town, from: world.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate() }));
    const { value: now } = await guide.json('/api/v1/questions', { theme: 'work', channel: 'desk' });
    const { value: earlier } = await guide.json('/api/v1/questions', { theme: 'work', channel: 'desk', askedOn: '2026-03-01' });
    expect([(await one(guide, now.id)).employerId, (await one(guide, earlier.id)).employerId]).toEqual([town, house]);
    expect((await guide.get(`/questions/${earlier.id}`)).body).toContain('Sociaal Huis');
    const { rows } = await world.read((read) => sql`select employer_id, employer_name from questions.published_question where question_id = ${now.id}`.execute(read.on<never>()));
    expect(rows).toEqual([{ employer_id: town, employer_name: 'Stad' }]);
  });

  it('is filled in by a template, over what was typed and without recording', async () => {
    const desk = await world.signIn('front-desk');
    const [deposit] = await world.write((tx) => addSubThemes(tx, [{ label: 'Huurwaarborg', theme: 'housing' }]));
    const { value } = await desk.json('/api/v1/questions/templates', { label: 'Waarborg', theme: `housing/${deposit}`, handling: ['informed', 'referred'], minutes: 15 });
    const filled = await desk.post('/questions', { theme: 'work', channel: 'telephone', note: 'Huurt vanaf mei', template: value.id });
    expect(filled.body).toContain('Huurt vanaf mei');
    expect(filled.body).toMatch(/value="housing"[^>]*checked|checked[^>]*value="housing"/);
    expect(filled.body).toMatch(/name="minutes"[^>]*value="15"|value="15"[^>]*name="minutes"/);
    expect(filled.body).toContain(`<option value="${deposit}" selected>`);
    expect((await desk.json('/api/v1/questions?mine=yes')).value.count).toBe(0);
  });

  it('is the same again, of nobody, by one act', async () => {
    const desk = await world.signIn('front-desk');
    const person = await world.write((tx) => anAsker(tx));
    expect((await desk.post('/questions/again')).status).toBe(409);
    await desk.post('/questions', { theme: 'dutch', channel: 'telephone', language: 'fr', handling: 'informed', minutes: '5', person, note: 'Niveau 2' });
    expect((await desk.post('/questions/again')).notice).toContain('Nederlands');
    const { questions } = (await desk.json('/api/v1/questions?mine=yes')).value;
    expect(questions).toHaveLength(2);
    expect(questions.find(({ personId }: { personId: string | null }) => personId === null)).toMatchObject({ theme: 'dutch', channel: 'telephone', language: 'fr', handling: ['informed'], minutes: 5, note: null });
  });

  it('lets the visitor at the desk go, and calls the next, when the question is saved', async () => {
    const desk = await world.signIn('front-desk');
    for (const language of ['ti', 'uk']) await desk.post('/questions/queue', { language });
    await desk.post('/questions/queue/next');
    const page = await desk.get('/questions/new');
    expect(page.body).toContain('Aan je balie: nummer 1');
    const visitor = /name="visitor" value="([^"]+)"/.exec(page.body)![1]!;
    await desk.post('/questions', { theme: 'housing', channel: 'desk', language: 'ti', visitor });
    const next = await desk.get('/questions/new');
    expect(next.body).toContain('Aan je balie: nummer 2');
    expect(next.body).toContain('<option value="uk" selected>');
    const same = await desk.post('/questions', { theme: 'housing', channel: 'desk', visitor: /name="visitor" value="([^"]+)"/.exec(next.body)![1]!, after: 'more' });
    expect((await desk.get(same.location!)).body).toContain('Aan je balie: nummer 2');
  });
});
