import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { getHousehold, getPerson, registerHouseholds } from '../index.ts';
import { aFamily, aPerson } from '../testing.ts';
import { rolesApart } from './roles.ts';

describe('households over time', () => {
  let world: World;
  let desk: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());

  const family = async (name: string) => {
    const [made] = await world.write((tx) => registerHouseholds(tx, [aFamily(`Amir ${name}`).with('partner', aPerson(`Bushra ${name}`)).with('child', aPerson(`Celine ${name}`)).livingIn('Voorbeeldgem').arrivedOn('2025-10-01').asHousehold]));
    return { id: made!.id, father: made!.personIds[0]!, mother: made!.personIds[1]!, child: made!.personIds[2]! };
  };
  const household = (id: string) => world.read((read) => getHousehold(read, id));
  const members = async (id: string) => (await household(id)).members.map(({ name, role }) => [name.given, role]);

  describe('that go apart', () => {
    it('show what will become of both before it is done, and keep where everyone lived', async () => {
      const { id, mother, child } = await family('Apart');
      expect((await desk.get(`/households/${id}`)).body).toContain(`/households/${id}/split`);
      expect((await desk.get(`/households/${id}/split`)).body).toContain('Wie gaat apart wonen?');
      const typed = { version: 1, leaving: [mother, child], on: '2026-02-20', clock: 'same', street: 'Marktplein', number: '3', postcode: '1500', municipality: 'Voorbeeldgem' };
      const look = await desk.post(`/households/${id}/split`, typed);
      expect(look.status).toBe(409);
      for (const words of ['Er is nog niets bewaard', 'Nieuw huishouden', 'Marktplein 3, 1500 Voorbeeldgem', 'Aankomst blijft 1 okt 2025', 'name="confirmed" value="yes"']) expect(look.body).toContain(words);
      expect(await members(id)).toHaveLength(3);
      const done = await desk.post(`/households/${id}/split`, { ...typed, confirmed: 'yes' });
      const apart = done.location!.split('/').at(-1)!;
      expect(await members(id)).toEqual([['Amir', 'reference']]);
      expect(await members(apart)).toEqual([['Bushra', 'reference'], ['Celine', 'child']]);
      expect(await household(apart)).toMatchObject({ address: { street: 'Marktplein' }, municipality: { nis: '34022' } });
      expect(String((await household(apart)).arrivedOn)).toBe('2025-10-01');
      const homes = await desk.get(`/people/${child}/homes`);
      for (const words of ['Kerkstraat 12', '1 okt 2025 tot 20 feb 2026', 'Marktplein 3', 'sinds 20 feb 2026']) expect(homes.body).toContain(words);
      expect((await desk.get(`/households/${apart}`)).body).toContain('Woonde vroeger in een groter huishouden');
      expect((await world.read((read) => findTimeline(read, { type: 'person', id: mother }))).find(({ act }) => act === 'household-split')).toMatchObject({ detail: { on: '2026-02-20', size: 2, ownClock: false } });
    });

    it('may begin their own welcome, and are one again when it is undone', async () => {
      const { id, mother } = await family('Terug');
      const done = await desk.post(`/households/${id}/split`, { version: 1, leaving: mother, on: '2026-02-20', clock: 'own', confirmed: 'yes' });
      const apart = done.location!.split('/').at(-1)!;
      expect(String((await household(apart)).arrivedOn)).toBe('2026-02-20');
      const undo = /\/households\/turns\/[0-9a-f-]{36}\/undo/.exec((await desk.get(done.location!)).body)![0];
      expect((await desk.post(undo)).location).toBe(`/households/${id}`);
      expect(await members(id)).toEqual([['Amir', 'reference'], ['Bushra', 'partner'], ['Celine', 'child']]);
      expect((await world.read((read) => getPerson(read, mother))).householdId).toBe(id);
      expect(await members(apart)).toEqual([]);
      expect((await desk.post(undo)).status).toBe(404);
    });

    it('are left as they are once something changed since', async () => {
      const { id, mother } = await family('Intussen');
      const { value } = await desk.json(`/api/v1/households/${id}/split`, { version: 1, leaving: [mother], on: '2026-02-20', clock: 'same', confirmed: true });
      await desk.post(`/households/${value.newId}/change`, { version: (await household(value.newId)).version, arrivedOn: '2025-10-01', street: 'Later', municipality: 'Voorbeeldgem' });
      expect((await desk.post(`/households/turns/${value.turnId}/undo`)).status).toBe(404);
      expect(await members(value.newId)).toHaveLength(1);
    });

    it('need someone who leaves and someone who stays, on a day that came', async () => {
      const { id, father, mother, child } = await family('Regel');
      const split = (fields: Record<string, string | string[]>) => desk.post(`/households/${id}/split`, { version: '1', on: '2026-02-20', clock: 'same', ...fields });
      expect((await split({})).body).toContain('Kies wie apart gaat wonen');
      expect((await split({ leaving: [father, mother, child] })).body).toContain('Dan is dat een verhuizing');
      const late = await split({ leaving: mother, on: '2026-04-01', street: 'Nog niet' });
      expect([late.status, late.body.includes('Deze dag moet nog komen'), late.body.includes('value="Nog niet"')]).toEqual([422, true, true]);
      await desk.post(`/households/${id}/change`, { version: 1, arrivedOn: '2025-10-01', street: 'Kerkstraat', number: '14', municipality: 'Voorbeeldgem' });
      expect((await split({ leaving: mother, confirmed: 'yes' })).status).toBe(409);
      expect(await members(id)).toHaveLength(3);
    });
  });

  describe('that come together', () => {
    it('are found by a name, shown as one before it is done, and can be taken apart again', async () => {
      const one = await family('Samen');
      const [grandmother] = await world.write((tx) => registerHouseholds(tx, [aFamily('Oma Zoektocht').livingIn('Anderdorp').arrivedOn('2026-01-10').asHousehold]));
      const search = await desk.get(`/households/${one.id}/merge?q=Zoektocht`);
      expect(search.body).toContain(`/households/${one.id}/merge?with=${grandmother!.id}`);
      const form = await desk.get(`/households/${one.id}/merge?with=${grandmother!.id}`);
      for (const words of ['Wie zijn ze voor Amir Samen?', 'Oma Zoektocht', 'Kerkstraat 12']) expect(form.body).toContain(words);
      const typed = { version: 1, with: grandmother!.id, otherVersion: 1, on: '2026-02-25', home: 'here', 'incoming.0.personId': grandmother!.personIds[0]!, 'incoming.0.role': 'parent' };
      const look = await desk.post(`/households/${one.id}/merge`, typed);
      expect([look.status, look.body.includes('Eén huishouden')]).toEqual([409, true]);
      const done = await desk.post(`/households/${one.id}/merge`, { ...typed, confirmed: 'yes' });
      expect(done.location).toBe(`/households/${one.id}`);
      const undo = /\/households\/turns\/[0-9a-f-]{36}\/undo/.exec((await desk.get(done.location!)).body)![0];
      expect(await members(one.id)).toEqual([['Amir', 'reference'], ['Bushra', 'partner'], ['Celine', 'child'], ['Oma', 'parent']]);
      expect(await household(grandmother!.id)).toMatchObject({ members: [], address: null });
      const empty = await desk.get(`/households/${grandmother!.id}`);
      expect(empty.body).toContain('Ging samenwonen met een ander huishouden');
      const homes = await desk.get(`/people/${grandmother!.personIds[0]}/homes`);
      for (const words of ['10 jan 2026 tot 25 feb 2026', 'sinds 25 feb 2026']) expect(homes.body).toContain(words);
      await desk.post(undo);
      expect(await members(one.id)).toHaveLength(3);
      expect(await household(grandmother!.id)).toMatchObject({ members: [{ name: { full: 'Oma Zoektocht' }, role: 'reference' }], address: { street: 'Kerkstraat' } });
    });

    it('may go and live where those live who come', async () => {
      const one = await family('Verhuist');
      const [other] = await world.write((tx) => registerHouseholds(tx, [aFamily('Tante Elders').livingIn('Anderdorp').asHousehold]));
      expect((await desk.json(`/api/v1/households/${one.id}/merge`, { version: 1, with: other!.id, otherVersion: 1, on: '2026-02-25', home: 'there', confirmed: true })).status).toBe(200);
      expect(await household(one.id)).toMatchObject({ address: { municipality: { name: 'Anderdorp' } } });
      expect(await members(one.id)).toContainEqual(['Tante', 'other']);
    });

    it('are never those of another authority, one and the same, or one that changed since', async () => {
      const one = await family('Grens');
      const elsewhere = await world.anotherTenant();
      const [foreign] = await world.write((tx) => registerHouseholds(tx, [aFamily('Verre Vreemde').asHousehold]), elsewhere);
      const merge = (fields: Record<string, string | number>) => desk.post(`/households/${one.id}/merge`, { version: 1, otherVersion: 1, on: '2026-02-25', home: 'here', confirmed: 'yes', ...fields });
      expect((await merge({ with: foreign!.id })).status).toBe(404);
      expect((await merge({ with: one.id })).status).toBe(404);
      const other = await family('Grensgeval');
      expect((await merge({ with: other.id, otherVersion: 2 })).status).toBe(409);
      expect(await members(other.id)).toHaveLength(3);
    });
  });
});

describe('who is what to whom after going apart', () => {
  const roles = (...leaving: Parameters<typeof rolesApart>[0][number]['role'][]) => rolesApart(leaving.map((role, index) => ({ personId: String(index), role }))).map(({ role }) => role);
  it('keeps what is still true, and says nothing of what is not known', () => {
    expect(roles('child', 'partner')).toEqual(['reference', 'child']);
    expect(roles('child', 'child')).toEqual(['reference', 'sibling']);
    expect(roles('reference', 'child')).toEqual(['reference', 'child']);
    expect(roles('parent', 'child', 'sibling')).toEqual(['reference', 'other', 'other']);
    expect(roles()).toEqual([]);
  });
});
