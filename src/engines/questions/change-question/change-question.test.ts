import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { closeQuestion, findQuestion, findQuestionsOf, getQuestion, markReferred } from '../index.ts';
import { anAsker, recorded } from '../testing.ts';

describe('a question', () => {
  let world: World;
  let guide: Client;
  beforeAll(async () => {
    world = await createWorld();
    guide = await world.signIn('guide', { name: 'Noor Peeters' });
  });
  afterAll(() => world.close());

  const make = async (traits: Parameters<typeof recorded>[1] = {}) => (await world.write((tx) => recorded(tx, traits)))[0]!;
  const acts = async (id: string) => (await world.read((read) => findTimeline(read, { type: 'question', id }))).map(({ act }) => act);
  const typed = { theme: 'housing', channel: 'desk', language: 'nl' };

  it('shows what was asked and done, and its history', async () => {
    const id = await make({ theme: 'dutch', handling: ['informed', 'mediated'], minutes: 20, note: 'Zoekt een cursus in de avond', language: 'ti' });
    const page = await guide.get(`/questions/${id}`);
    for (const words of ['Vraag over Nederlands', 'Leren', 'Geïnformeerd, Bemiddeld', '20 minuten', 'Zoekt een cursus in de avond', 'Tigrinya', 'Anoniem', 'Genoteerd', `/referrals/new?question=${id}`]) expect(page.body).toContain(words);
  });

  it('is read on record when it names someone, and only then', async () => {
    const person = await world.write((tx) => anAsker(tx));
    const [named, anonymous] = [await make({ personId: person }), await make()];
    await guide.get(`/questions/${named}`);
    await guide.get(`/questions/${anonymous}`);
    expect(await acts(named)).toEqual(['question-read', 'question-recorded']);
    expect(await acts(anonymous)).toEqual(['question-recorded']);
    expect((await world.read((read) => findTimeline(read, { type: 'person', id: person }))).map(({ act }) => act)).toContain('question-read');
  });

  it('shows both versions to the second of two who change it', async () => {
    const id = await make({ note: 'Eerste nota' });
    expect((await guide.get(`/questions/${id}/change`)).body).toContain('name="version" value="1"');
    expect((await guide.post(`/questions/${id}/change`, { ...typed, version: 1, note: 'Nota van de eerste' })).status).toBe(303);
    const second = await guide.post(`/questions/${id}/change`, { ...typed, version: 1, theme: 'work', note: 'Nota van de tweede' });
    expect(second.status).toBe(409);
    for (const words of ['intussen gewijzigd', 'Nota van de eerste', 'Nota van de tweede', 'name="version" value="2"']) expect(second.body).toContain(words);
    expect((await guide.post(`/questions/${id}/change`, { ...typed, version: 2, theme: 'work', note: 'Nota van de tweede' })).status).toBe(303);
    expect(await world.read((read) => getQuestion(read, id))).toMatchObject({ theme: 'work', lifeDomain: 'working', note: 'Nota van de tweede', version: 3 });
  });

  it('lets one of two who save at once through', async () => {
    const id = await make();
    const both = await Promise.all(['eerste', 'tweede'].map((note) => guide.post(`/questions/${id}/change`, { ...typed, version: 1, note })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  it('keeps its moment when its day stays, and has a new one when the day changes', async () => {
    const id = await make();
    const before = await world.read((read) => getQuestion(read, id));
    await guide.post(`/questions/${id}/change`, { ...typed, version: 1, askedOn: '2026-03-03' });
    expect((await world.read((read) => getQuestion(read, id))).askedAt.equals(before.askedAt)).toBe(true);
    await guide.post(`/questions/${id}/change`, { ...typed, version: 2, askedOn: '2026-03-01' });
    expect((await world.read((read) => getQuestion(read, id))).askedAt.toString()).toBe('2026-03-01T11:00:00Z');
  });

  it('gets a name afterwards, and loses it again', async () => {
    const person = await world.write((tx) => anAsker(tx, 'Dawit Bekele'));
    const id = await make();
    await guide.post(`/questions/${id}/change`, { ...typed, version: 1, person });
    expect((await guide.get(`/questions/${id}/change`)).body).toContain('Dawit Bekele');
    expect((await world.read((read) => findQuestionsOf(read, { personId: person }))).map((question) => question.id)).toEqual([id]);
    await guide.post(`/questions/${id}/change`, { ...typed, version: 2, person: 'anonymous' });
    expect((await world.read((read) => findQuestion(read, id)))?.personId).toBeNull();
  });

  it('is closed and opened again, with each in its history', async () => {
    const id = await make({ open: true });
    expect((await guide.post(`/questions/${id}/close`)).notice).toBe('De vraag is afgerond.');
    expect((await guide.post(`/questions/${id}/close`)).body).toContain('Deze vraag was al afgerond');
    await guide.post(`/questions/${id}/reopen`);
    expect(await acts(id)).toEqual(['question-reopened', 'question-closed', 'question-recorded']);
    expect((await guide.get(`/questions/${id}`)).body).toContain('Noor Peeters');
  });

  it('says once that it was referred', async () => {
    const id = await make({ handling: ['mediated', 'informed'] });
    await world.write((tx) => markReferred(tx, id));
    await world.write((tx) => markReferred(tx, id));
    expect(await world.read((read) => getQuestion(read, id))).toMatchObject({ handling: ['informed', 'referred', 'mediated'], version: 2 });
    expect(await acts(id)).toEqual(['question-marked-referred', 'question-recorded']);
  });

  it('is found with those of its household and its talk', async () => {
    const caseId = '01a20b0d-7869-7499-a46b-045d89c9fec7';
    const [first, second] = await world.write((tx) => recorded(tx, { caseId, theme: 'housing' }, { caseId, theme: 'work' }));
    expect((await world.read((read) => findQuestionsOf(read, { caseId }))).map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(await world.write((tx) => closeQuestion(tx, second!))).toBe(false);
  });

  it('answers for one of another authority as for one that is not there', async () => {
    const elsewhere = await world.anotherTenant();
    const [id] = await world.write((tx) => recorded(tx, {}), elsewhere);
    const nowhere = '01a20b0d-7869-7499-a46b-045d89c9fec7';
    for (const path of ['', '/change']) {
      const [foreign, random] = [await guide.get(`/questions/${id}${path}`), await guide.get(`/questions/${nowhere}${path}`)];
      expect([foreign.status, foreign.body.replaceAll(id!, '')]).toEqual([404, random.body.replaceAll(nowhere, '')]);
    }
    for (const path of ['close', 'reopen', 'undo']) expect((await guide.post(`/questions/${id}/${path}`)).status).toBe(404);
    expect((await guide.post(`/questions/${id}/change`, { ...typed, version: 1 })).status).toBe(404);
  });
});
