import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findLog } from '../../../kernel/audit/timeline.ts';
import { newId } from '../../../kernel/id.ts';
import { putMunicipalities } from '../../directory/index.ts';
import { findQuestion } from '../index.ts';
import { anAsker, recorded } from '../testing.ts';

const simple = { theme: 'housing', channel: 'desk', language: 'nl' };

/** Which radio buttons and boxes are on: "theme=housing". */
function chosen(html: string): string[] {
  return [...html.matchAll(/<input[^>]*\btype="(?:radio|checkbox)"[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => /\schecked\b/.test(input))
    .map((input) => `${/name="([^"]*)"/.exec(input)![1]}=${/value="([^"]*)"/.exec(input)![1]}`);
}

describe('recording a question', () => {
  let world: World;
  let desk: Client & { accountId: string };
  beforeEach(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
    return () => world.close();
  });
  afterEach(() => expect(world.logged).toEqual([]));

  const find = (id: string) => world.read((read) => findQuestion(read, id));
  const record = async (fields: Record<string, unknown> = {}) => (await desk.json('/api/v1/questions', { ...simple, ...fields })).value.id as string;

  it('keeps everything that was said and done, and is ready for the next', async () => {
    const done = await desk.post('/questions', { theme: 'work', channel: 'telephone', language: 'ar', handling: ['referred', 'informed'], minutes: '15', note: 'Zoekt werk in de bouw' });
    expect([done.status, done.location]).toEqual([303, '/questions/new']);
    expect(done.notice).toBe('Bewaard: Werk. Je kan meteen de volgende noteren.');
    const { value } = await desk.json('/api/v1/questions');
    expect(value.questions[0]).toMatchObject({ theme: 'work', lifeDomain: 'working', channel: 'telephone', language: 'ar', municipality: '34022', handling: ['informed', 'referred'], minutes: 15, personId: null, note: 'Zoekt werk in de bouw', askedOn: '2026-03-03' });
  });

  it('counts what this account recorded today, and shows the last ones', async () => {
    await record({ theme: 'dutch' });
    await record({ theme: 'leisure' });
    const page = await desk.get('/questions/new');
    expect(page.body).toContain('2 vragen vandaag');
    expect(page.body.indexOf('Vrije tijd</a>')).toBeLessThan(page.body.indexOf('Nederlands</a>'));
    const other = await world.signIn('guide');
    expect((await other.get('/questions/new')).body).toContain('0 vragen vandaag');
    world.clock.set('2026-03-04T08:00');
    expect((await desk.get('/questions/new')).body).toContain('0 vragen vandaag');
  });

  it('begins with the theme, the channel and the place of this account’s last question', async () => {
    const coordinator = await world.signIn('coordinator');
    const { value: place } = await coordinator.json('/api/v1/questions/places', { label: 'Loket Noord' });
    await record({ theme: 'residence', channel: 'home-visit', place: place.id, handling: ['mediated'] });
    const page = await desk.get('/questions/new');
    expect(chosen(page.body)).toEqual(['theme=residence', 'channel=home-visit']);
    expect(page.body).toMatch(new RegExp(`<option[^>]*value="${place.id}"[^>]* selected|<option[^>]* selected[^>]*value="${place.id}"`));
  });

  it('is open while nothing was done or something is left to do, and closed otherwise', async () => {
    const [nothing, informed, left] = [await record(), await record({ handling: ['informed'] }), await record({ handling: ['informed'], followUp: true })];
    expect([(await find(nothing))?.closedAt, (await find(left))?.closedAt]).toEqual([null, null]);
    expect((await find(informed))?.closedAt?.toString()).toBe('2026-03-03T08:00:00Z');
  });

  it('shows who bears the typed name, with all else still filled in, and records who is chosen', async () => {
    const amira = await world.write((tx) => anAsker(tx, 'Amira Haddad', 1990));
    await world.write((tx) => anAsker(tx, 'Samir Haddad', 1985));
    const fields = { ...simple, theme: 'work', handling: 'informed', note: 'Wil een opleiding', minutes: '10', personName: 'haddad' };
    const choosing = await desk.post('/questions', fields);
    expect(choosing.status).toBe(422);
    for (const words of ['Amira Haddad', '1990', 'Samir Haddad', 'Anoniem', 'Wil een opleiding', 'value="10"', 'value="haddad"']) expect(choosing.body).toContain(words);
    expect(choosing.body).not.toContain('error-summary');
    expect(chosen(choosing.body)).toEqual(['theme=work', 'channel=desk', 'handling=informed']);
    const done = await desk.post('/questions', { ...fields, person: amira, after: 'open' });
    expect(await find(done.location!.split('/').at(-1)!)).toMatchObject({ personId: amira, note: 'Wil een opleiding' });
  });

  it('records nothing when only the name is to be found, and finds it in another script', async () => {
    await world.write((tx) => anAsker(tx, 'محمد الخطيب'));
    const found = await desk.post('/questions', { ...simple, personName: 'Mohamed', find: 'yes' });
    expect(found.body).toContain('محمد الخطيب');
    expect((await desk.json('/api/v1/questions')).value.count).toBe(0);
  });

  it('says so when nobody bears the name, and passes over a name when anonymous is chosen', async () => {
    const nobody = await desk.post('/questions', { ...simple, personName: 'Zzyzx' });
    expect(nobody.body).toContain('We vinden niemand met deze naam');
    const done = await desk.post('/questions', { ...simple, personName: 'Zzyzx', person: 'anonymous' });
    expect(done.status).toBe(303);
  });

  it('gives the type-ahead names and years, to who records only', async () => {
    const id = await world.write((tx) => anAsker(tx, 'Selam Tesfaye', 1997));
    expect((await desk.json('/api/v1/questions/askers?q=selam')).value).toEqual({ askers: [{ id, name: 'Selam Tesfaye', detail: '1997' }] });
    expect((await (await world.signIn('policy')).json('/api/v1/questions/askers?q=selam')).status).toBe(403);
  });

  it.each([
    [{ theme: '' }, 'Kies een van de mogelijkheden'],
    [{ theme: 'football' }, 'Kies een van de mogelijkheden'],
    [{ minutes: 'een kwartier' }, 'Vul een geheel getal in'],
    [{ minutes: '481' }, 'Vul 480 of minder in'],
    [{ language: 'Nederlands!' }, 'Dit kennen we niet'],
    [{ askedOn: '31/2/2026' }, 'Deze datum bestaat niet'],
    [{ askedOn: '2026-03-04' }, 'Deze dag moet nog komen'],
    [{ municipality: '44021' }, 'Deze gemeente hoort niet bij jullie werkgebied'],
    [{ place: newId() }, 'Deze plaats staat niet meer in de lijst'],
    [{ person: newId() }, 'Deze persoon vinden we niet'],
  ])('refuses %j, says why, and keeps what was typed', async (wrong, sentence) => {
    const refused = await desk.post('/questions', { ...simple, note: 'Deze nota blijft', ...wrong } as never);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(sentence);
    expect(refused.body).toContain('Deze nota blijft');
    expect((await desk.json('/api/v1/questions')).value.count).toBe(0);
  });

  it('is one question when the form is sent twice', async () => {
    const key = newId();
    const [first, second] = await Promise.all([desk.post('/questions', { ...simple, _key: key }), desk.post('/questions', { ...simple, _key: key })]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect((await desk.json('/api/v1/questions')).value.count).toBe(1);
  });

  it('can be of an earlier day, at noon', async () => {
    const id = await record({ askedOn: '2026-02-27' });
    expect((await find(id))?.askedAt.toString()).toBe('2026-02-27T11:00:00Z');
  });

  it('takes the municipality of the place, or the one that was chosen', async () => {
    const partners = await createWorld({ kind: 'partnership' });
    await partners.write((tx) => putMunicipalities(tx, [{ nis: '34022', name: 'Voorbeeldgem' }, { nis: '34040', name: 'Overstad' }]));
    const coordinator = await partners.signIn('coordinator');
    const { value: place } = await coordinator.json('/api/v1/questions/places', { label: 'Huis Overstad', municipality: '34040' });
    await coordinator.json('/api/v1/questions', { ...simple, place: place.id });
    await coordinator.json('/api/v1/questions', { ...simple, place: place.id, municipality: '34022' });
    await coordinator.json('/api/v1/questions', simple);
    const { value } = await coordinator.json('/api/v1/questions?sort=municipality');
    expect(value.questions.map((question: { municipality: string | null }) => question.municipality)).toEqual([null, '34022', '34040']);
    await partners.close();
  });

  it('leads on to the referral, or to the question itself', async () => {
    expect((await desk.post('/questions', { ...simple, after: 'refer' })).location).toMatch(/^\/referrals\/new\?question=[\w-]{36}$/);
    expect((await desk.post('/questions', { ...simple, after: 'open' })).location).toMatch(/^\/questions\/[\w-]{36}$/);
  });

  it('writes in the log that it was done, without a word of the note', async () => {
    const person = await world.write((tx) => anAsker(tx));
    const id = await record({ person, note: 'Vertrouwelijk verhaal' });
    const [entry] = await world.read((read) => findLog(read, { act: 'question-recorded' }));
    expect(entry).toMatchObject({ actorId: desk.accountId, actorRole: 'front-desk', subjects: [{ type: 'question', id }, { type: 'person', id: person }], detail: { theme: 'housing', channel: 'desk' } });
    expect(JSON.stringify(entry)).not.toContain('Vertrouwelijk');
  });

  it('can be undone by who recorded it, for an hour, while nobody touched it', async () => {
    const [first, second, third] = [await record(), await record(), await record()];
    const colleague = await world.signIn('front-desk');
    expect((await colleague.post(`/questions/${third}/undo`)).status).toBe(409);
    await desk.post(`/questions/${second}/close`);
    const touched = await desk.post(`/questions/${second}/undo`);
    expect([touched.status, touched.body.includes('Deze vraag kan je niet meer ongedaan maken')]).toEqual([409, true]);
    expect((await desk.post(`/questions/${third}/undo`)).notice).toBe('De laatste vraag is weg.');
    expect(await find(third)).toBeUndefined();
    world.clock.advance({ minutes: 61 });
    expect((await desk.post(`/questions/${first}/undo`)).status).toBe(409);
  });

  it('offers to undo the last one only as long as that can be done', async () => {
    await record();
    expect((await desk.get('/questions/new')).body).toContain('Maak de laatste ongedaan');
    world.clock.advance({ minutes: 61 });
    expect((await desk.get('/questions/new')).body).not.toContain('Maak de laatste ongedaan');
  });

  it('waits for who recorded it on the Today page as long as it is open', async () => {
    await record({ followUp: true });
    await world.write((tx) => recorded(tx, { open: true }));
    const today = await desk.get('/');
    expect(today.body).toContain('1 vraag vandaag genoteerd');
    expect(today.body).toContain('1 open vraag van jou');
    expect(today.body).toContain('Vraag over Wonen');
  });
});
