import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { newId } from '../../../kernel/id.ts';
import { addOrganisations, addServices } from '../../directory/index.ts';
import { findBarriersOf, noteBarriers } from '../index.ts';
import { recorded } from '../testing.ts';

const simple = { theme: 'housing', channel: 'desk', language: 'nl' };

describe('what stood in the way of a question', () => {
  let world: World;
  let desk: Client;
  let housing: string;
  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
    housing = await world.write(async (tx) => {
      const [organisationId] = await addOrganisations(tx, [{ name: 'Huis van Wonen', phone: null, email: null, website: null }]);
      const [first] = await addServices(tx, ['Huurdersbond Noord', 'Huurdersbond Zuid'].map((name) => ({ organisationId: organisationId!, name, does: '', themes: ['housing'] })));
      return first!;
    });
  });
  afterAll(() => world.close());

  const record = async (fields: Record<string, unknown> = {}) => {
    const done = await desk.post('/questions', { ...simple, after: 'open', ...fields } as never);
    return done.location!.split('/').at(-1)!;
  };
  const of = async (id: string) => (await desk.json(`/api/v1/questions/${id}`)).value.barriers;

  it('is chosen from a list that one key opens, and stays out of the way until then', async () => {
    const page = await desk.get('/questions/new');
    expect(page.body).toMatch(/<details class="ww-details"><summary[^>]*data-key="f"/);
    for (const words of ['Liep het ergens op vast?', 'Wachtlijst', 'Discriminatie', 'Alleen digitaal']) expect(page.body).toContain(words);
  });

  it('is kept with the question, and shown on its page', async () => {
    const id = await record({ barriers: ['waiting-list', 'language'], barrierServiceName: 'huurdersbond noord' });
    const service = { id: housing, name: 'Huurdersbond Noord' };
    expect(await of(id)).toEqual(['waiting-list', 'language'].map((reason) => ({ reason, serviceId: housing, service })));
    const page = await desk.get(`/questions/${id}`);
    for (const words of ['Waar liep het op vast?', 'Wachtlijst', `/directory/services/${housing}`, 'Drempels genoteerd']) expect(page.body).toContain(words);
  });

  it('needs no service', async () => {
    expect(await of(await record({ barriers: 'not-found' }))).toEqual([{ reason: 'not-found', serviceId: null, service: null }]);
  });

  it('asks which service when the name fits more, and records nothing meanwhile', async () => {
    const typed = { ...simple, barriers: 'cost', barrierServiceName: 'huurdersbond', note: 'Blijft staan' };
    const choosing = await desk.post('/questions', typed);
    expect(choosing.status).toBe(422);
    for (const words of ['Meer dan een dienst past bij deze naam', 'Huurdersbond Noord', 'Huurdersbond Zuid', 'Geen van deze', 'Blijft staan', '<details class="ww-details" open']) expect(choosing.body).toContain(words);
    const id = await record({ ...typed, barrierService: housing });
    expect(await of(id)).toMatchObject([{ reason: 'cost', serviceId: housing }]);
    expect(await of(await record({ ...typed, barrierService: 'none' }))).toMatchObject([{ reason: 'cost', serviceId: null }]);
  });

  it.each([
    [{ barriers: 'cost', barrierServiceName: 'Zzyzx' }, 'Deze dienst vinden we niet op de sociale kaart'],
    [{ barriers: 'cost', barrierService: newId() }, 'Deze dienst vinden we niet op de sociale kaart'],
    [{ barrierServiceName: 'Huurdersbond Noord' }, 'Kies ook waar het op vastliep'],
    [{ barriers: 'laziness' }, 'Kies een van de mogelijkheden'],
  ])('refuses %j and says why', async (wrong, sentence) => {
    const refused = await desk.post('/questions', { ...simple, ...wrong } as never);
    expect([refused.status, refused.body.includes(sentence)]).toEqual([422, true]);
  });

  it('changes with the question: what stays keeps its moment, what is taken off is gone', async () => {
    const id = await record({ barriers: ['waiting-list', 'cost'], barrierServiceName: 'Huurdersbond Noord' });
    const form = await desk.get(`/questions/${id}/change`);
    expect(form.body).toMatch(/value="cost"[^>]* checked|checked[^>]* value="cost"/);
    expect(form.body).toContain(`value="${housing}"`);
    await desk.post(`/questions/${id}/change`, { ...simple, version: 1, barriers: ['cost', 'papers'], barrierService: housing });
    expect((await of(id)).map(({ reason }: { reason: string }) => reason)).toEqual(['cost', 'papers']);
    await desk.post(`/questions/${id}/change`, { ...simple, version: 2 });
    expect(await of(id)).toEqual([]);
  });

  it('is told once in the history, with codes only', async () => {
    const [id] = await world.write((tx) => recorded(tx, {}));
    const note = () => world.write((tx) => noteBarriers(tx, id!, [{ reason: 'refusal', serviceId: housing }]));
    await note();
    await note();
    const told = (await world.read((read) => findTimeline(read, { type: 'question', id: id! }))).filter(({ act }) => act === 'barriers-noted');
    expect(told.map(({ detail }) => detail)).toEqual([{ reasons: 'refusal' }]);
    expect((await world.read((read) => findBarriersOf(read, [id!]))).get(id!)).toHaveLength(1);
  });

  it('goes with a question that is undone', async () => {
    const id = await record({ barriers: 'digital' });
    expect((await desk.post(`/questions/${id}/undo`)).status).toBe(303);
    expect((await world.read((read) => findBarriersOf(read, [id]))).size).toBe(0);
  });

  it('leaves in the export as words, with the service', async () => {
    const coordinator = await world.signIn('coordinator');
    const { body } = await coordinator.get('/questions/export');
    expect(body).toContain('Drempels');
    expect(body).toMatch(/"?Wachtlijst, Taal"?[;,]Huurdersbond Noord/);
  });
});
