import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../../tests/client.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { registerPersons } from '../../index.ts';
import { aPerson } from '../../testing.ts';

let world: World;
let worker: Client;
let personId: string;
let sisterId: string;
beforeAll(async () => {
  world = await createWorld();
  worker = await world.signIn('social-worker');
  [personId, sisterId] = (await world.write((tx) => registerPersons(tx, [aPerson('Amira Haddad').asPerson, aPerson('Nour Haddad').asPerson]))) as [string, string];
});
afterAll(() => world.close());

const network = async () => (await worker.get(`/people/${personId}/network`)).body;
const add = (fields: Record<string, string>) => worker.post(`/people/${personId}/network`, { sector: 'family', relation: 'tante', closeness: 'far', ...fields });

describe('the network of a person', () => {
  it('begins by saying what it is for', async () => {
    expect(await network()).toContain('Nog niemand op de kaart');
  });

  it('is drawn by closeness and kind, and stands as a list that says the same', async () => {
    await add({ name: 'Tante Rima', lives: 'abroad', every: 'month', language: 'ar' });
    await add({ otherPerson: sisterId, relation: 'zus', closeness: 'near', support: 'yes' });
    await add({ name: 'Juf Els', sector: 'school-work', relation: 'leerkracht', closeness: 'middle' });
    const body = await network();
    expect(body).toContain('role="img" aria-label="3 mensen rond Amira Haddad"');
    for (const words of ['Tante Rima', 'Nour Haddad', 'steunfiguur', 'in het buitenland', 'elke maand, Arabisch', 'Er is een steunfiguur die blijft.']) expect(body).toContain(words);
  });

  it('refuses someone without a name, and keeps what was typed', async () => {
    const reply = await add({ relation: 'buurvrouw' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Vul in wie het is.');
    expect(reply.body).toContain('value="buurvrouw"');
  });

  it('keeps who left, and counts a professional who left as a change of carer', async () => {
    await add({ name: 'Begeleider Tom', sector: 'professionals', relation: 'begeleider', closeness: 'middle' });
    const { value } = await worker.json(`/api/v1/people/${personId}/network`);
    const carer = value.ties.find((tie: { name: string | null }) => tie.name === 'Begeleider Tom');
    await worker.post(`/people/${personId}/network/${carer.id}/end`);
    const after = await worker.json(`/api/v1/people/${personId}/network`);
    expect(after.value).toMatchObject({ moves: 0, carerChanges: 1 });
    expect(await network()).toContain('1 iemand die wegging');
    expect((await worker.post(`/people/${sisterId}/network/${carer.id}/end`)).status).toBe(404);
  });
});

describe('what is kept of a person', () => {
  it('is handed over whole by a link, to read and as a file that says what it is', async () => {
    const { body } = await worker.post(`/people/${personId}/hand-over`, { exportAskedBy: 'person' });
    const path = /\/my-data\/[\w-]{46}/.exec(body)![0];
    const visitor = world.visitor();
    const page = await visitor.get(path);
    expect(page.body).toContain('Tante Rima');
    const file = JSON.parse((await visitor.get(`${path}/data.json`)).body);
    expect(file).toMatchObject({ format: 'wegwijs-person', version: 1, authority: 'Voorbeeldgem', person: { name: { full: 'Amira Haddad' } } });
    expect(file.holdings.network).toHaveLength(4);
    await worker.post(`/people/${personId}/hand-over`, { exportAskedBy: 'person' });
    expect((await visitor.get(path)).status, 'a later link ends it').toBe(404);
  });

  it('is handed over only when somebody asked', async () => {
    expect((await worker.post(`/people/${personId}/hand-over`)).status).toBe(422);
    expect((await (await world.signIn('guide')).post(`/people/${personId}/hand-over`, { exportAskedBy: 'person' })).status).toBe(403);
  });
});
