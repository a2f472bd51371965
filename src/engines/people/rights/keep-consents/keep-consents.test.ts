import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../kernel/id.ts';
import { findTimeline } from '../../../../kernel/audit/timeline.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import type { Client } from '../../../../../tests/client.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { findConsent, giveConsent, registerPersons } from '../../index.ts';
import { aPerson } from '../../testing.ts';

const school = { recipientId: newId(), recipientName: 'Basisschool De Voorbeeldboom' };

let world: World;
let worker: Client;
let personId: string;
beforeAll(async () => {
  world = await createWorld();
  worker = await world.signIn('social-worker');
  [personId] = (await world.write((tx) => registerPersons(tx, [aPerson('Amira Haddad').asPerson]))) as [string];
});
afterAll(() => world.close());

const form = { recipient: 'Woonclub Voorbeeld', purpose: 'home-search', basis: 'consent', way: 'spoken', shares: ['phone', 'languages'], from: '2026-03-03', until: '2026-09-01' };
const list = async () => (await worker.get(`/people/${personId}/consents`)).body;
const holds = () => world.read((read) => findConsent(read, { personId, recipientId: school.recipientId, purpose: 'enrolment', on: Temporal.PlainDate.from('2026-03-03') }));

describe('the consents of a person', () => {
  it('begin with what the page is for', async () => {
    expect(await list()).toContain('Nog niets gedeeld');
  });

  it('are noted with what, for what, on what ground and until when', async () => {
    expect((await worker.post(`/people/${personId}/consents`, form)).location).toBe(`/people/${personId}/consents`);
    const body = await list();
    for (const words of ['Woonclub Voorbeeld', 'een woning zoeken', 'telefoon, talen', 'toestemming van de persoon, mondeling', '1 sep 2026', 'loopt']) expect(body).toContain(words);
  });

  it('are refused without a way in which they were said, and with an end before their start, keeping what was typed', async () => {
    const silent = await worker.post(`/people/${personId}/consents`, { ...form, way: '' });
    expect(silent.status).toBe(422);
    expect(silent.body).toContain('Kies hoe de persoon toestemming gaf.');
    expect(silent.body).toContain('value="Woonclub Voorbeeld"');
    expect((await worker.post(`/people/${personId}/consents`, { ...form, until: '2026-03-01' })).body).toContain('De einddatum ligt voor de begindatum.');
  });

  it('stop at once when withdrawn, whatever other consent lay behind it, and stay to be read', async () => {
    const consent = { ...school, personId, purpose: 'enrolment', basis: 'consent', way: 'written', shares: [], from: Temporal.PlainDate.from('2026-01-01'), until: null } as const;
    const first = await world.write((tx) => giveConsent(tx, consent));
    await world.write((tx) => giveConsent(tx, consent));
    const reply = await worker.post(`/people/${personId}/consents/${first}/withdraw`);
    expect(reply.notice).toBe('Ingetrokken. Basisschool De Voorbeeldboom krijgt vanaf nu niets meer te weten.');
    expect(await holds()).toBeUndefined();
    expect(await list()).toContain('ingetrokken door de persoon op 3 mrt 2026');
    const acts = (await world.read((read) => findTimeline(read, { type: 'person', id: personId }))).map(({ act }) => act);
    expect(acts.filter((act) => act === 'consent-withdrawn')).toHaveLength(2);
  });

  it('are renewed in the place of the one before, so that withdrawing the new one leaves none', async () => {
    const old = await world.write((tx) => giveConsent(tx, { ...school, personId, purpose: 'enrolment', basis: 'consent', way: 'spoken', shares: ['phone'], from: Temporal.PlainDate.from('2026-01-01'), until: Temporal.PlainDate.from('2026-03-20') }));
    expect((await worker.get(`/people/${personId}/consents/new?renews=${old}`)).body).toContain('Toestemming verlengen');
    await worker.post(`/people/${personId}/consents`, { ...form, renews: old, recipient: 'Iets anders', purpose: 'enrolment', until: '2026-12-31' });
    const renewed = await holds();
    expect(renewed).toMatchObject({ recipientName: school.recipientName, until: Temporal.PlainDate.from('2026-12-31') });
    expect(await list()).toContain('verlengd');
    await worker.post(`/people/${personId}/consents/${renewed!.id}/withdraw`);
    expect(await holds()).toBeUndefined();
  });

  it('belong to their person: under the address of another there is nothing', async () => {
    const [other] = (await world.write((tx) => registerPersons(tx, [aPerson('Sara Elmi').asPerson]))) as [string];
    const id = await world.write((tx) => giveConsent(tx, { ...school, personId, purpose: 'buddy', basis: 'consent', way: 'spoken', shares: [], from: Temporal.PlainDate.from('2026-01-01'), until: null }));
    expect((await worker.post(`/people/${other}/consents/${id}/withdraw`)).status).toBe(404);
    expect((await worker.get(`/people/${other}/consents/new?renews=${id}`)).status).toBe(404);
  });
});
