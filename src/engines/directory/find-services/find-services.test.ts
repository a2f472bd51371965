import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { putMunicipalities } from '../index.ts';
import { aService } from '../testing.ts';

describe('searching by need', () => {
  let world: World;
  let desk: Client;
  beforeAll(async () => {
    // A Tuesday.
    world = await createWorld({ at: '2026-03-03T10:00', kind: 'partnership', nisCode: '34022' });
    desk = await world.signIn('front-desk');
    const coordinator = await world.signIn('coordinator');
    await world.write(async (tx) => {
      await putMunicipalities(tx, [{ nis: '34041', name: 'Wevelgem' }, { nis: '34022', name: 'Kortrijk' }, { nis: '34040', name: 'Waregem' }]);
      await sql`update directory.municipality set neighbours = array['34022'] where tenant_id = ${tx.scope.tenantId} and nis = '34041'`.execute(tx.on<never>());
    });
    const made = await world.write(async (tx) => ({
      near: await aService(tx, { name: 'Dokter Wevelgem', themes: ['health-wellbeing'], languages: ['nl', 'ar'], address: 'Markt 1\n8560 Wevelgem', does: 'Huisarts voor iedereen.' }),
      beside: await aService(tx, { name: 'Dokter Leie', themes: ['health-wellbeing'], languages: ['ar'], address: 'Markt 1\n8500 Kortrijk', does: 'Huisarts.' }),
      far: await aService(tx, { name: 'Dokter Boven', themes: ['health-wellbeing'], languages: ['ar'], address: 'Markt 1\n8790 Waregem', does: 'Huisarts.' }),
      therapist: await aService(tx, { name: 'Praathuis', themes: ['health-wellbeing'], languages: ['ar'], does: 'Gesprekken met een psycholoog.' }),
      full: await aService(tx, { name: 'Dokter Vol', themes: ['health-wellbeing'], languages: ['ar'], address: 'Markt 2\n8560 Wevelgem', does: 'Huisarts.', notAccepting: { reason: 'full', since: tx.now.toZonedDateTimeISO('Europe/Brussels').toPlainDate() } }),
      special: await aService(tx, { name: 'Arts voor nieuwkomers', themes: ['health-wellbeing'], languages: ['ar'], does: 'Dokter.' }),
      child: await aService(tx, { name: 'Speelbabbel', organisation: 'Huis van het Kind', themes: ['leisure'], does: 'Ouders en kinderen spelen.' }),
    }));
    await coordinator.post(`/directory/services/${made.near}/hours`, { version: 1, day2: '9-12', exceptionFrom: '10/3/2026', exceptionHours: '' });
    await coordinator.post(`/directory/services/${made.beside}/hours`, { version: 1, day2: '13-17' });
    await coordinator.post(`/directory/services/${made.special}/terms`, { version: 1, offer: 'special', cost: 'free' });
  });
  afterAll(() => world.close());

  const find = async (query: Record<string, string>) => ((await desk.json(`/api/v1/directory?${new URLSearchParams(query)}`)).value as { services: { name: string }[] }).services.map(({ name }) => name);

  it('finds who is open now and speaks the language, in plain words', async () => {
    expect(await find({ text: 'dokter die arabisch spreekt in wevelgem, nu open' })).toEqual(['Dokter Wevelgem']);
  });

  it('knows the hours of an exception, of a holiday and of a day off', async () => {
    for (const [moment, found] of [['2026-03-03T12:00', 0], ['2026-03-03T14:00', 1], ['2026-03-04T10:00', 0], ['2026-03-10T10:00', 0], ['2026-07-21T10:00', 0], ['2026-03-17T11:59', 1]] as const) {
      world.clock.set(moment);
      expect((await find({ text: 'dokter', open: 'yes' })).length, moment).toBe(found);
    }
    world.clock.set('2026-03-03T10:00');
  });

  it('puts first what fits the words, then who takes people on, then what is near, and the ordinary offer before the special', async () => {
    expect(await find({ text: 'dokter arabisch wevelgem' })).toEqual(['Dokter Wevelgem', 'Dokter Leie', 'Dokter Boven', 'Dokter Vol', 'Arts voor nieuwkomers', 'Praathuis']);
  });

  it('says of each why it is there', async () => {
    const page = (await desk.get(`/directory?${new URLSearchParams({ text: 'dokter die arabisch spreekt in wevelgem, nu open' })}`)).body;
    expect(page).toContain('in de naam: dokter · spreekt Arabisch · ligt in Wevelgem · nu open tot 12:00');
  });

  it('shows what it understood as chips, each of which can be taken away', async () => {
    const page = (await desk.get(`/directory?${new URLSearchParams({ text: 'dokter arabisch wevelgem' })}`)).body;
    const chip = /href="([^"]*)"[^>]*>\s*Wevelgem/.exec(page)![1]!.replaceAll('&amp;', '&');
    expect(Object.fromEntries(new URL(chip, 'http://x').searchParams)).toEqual({ theme: 'health-wellbeing', language: 'ar' });
    expect((await desk.get(chip)).body).toContain('Dokter Boven');
  });

  it('finds what is called so before what is meant by it', async () => {
    expect((await find({ text: 'huis van het kind' }))[0]).toBe('Speelbabbel');
  });

  it('finds a name with a slip of the pen, and says that it guesses', async () => {
    expect(await find({ text: 'spelbabel' })).toEqual(['Speelbabbel']);
    expect((await desk.get('/directory?text=spelbabel')).body).toContain('Niets heet precies “spelbabel”');
    expect(await find({ text: 'qqqqqq' })).toEqual([]);
  });

  it('finds what is free', async () => {
    expect(await find({ text: 'gratis dokter' })).toEqual(['Arts voor nieuwkomers']);
  });

  it('goes on where a page ends, without a service lost or twice', async () => {
    await world.write(async (tx) => {
      for (let index = 0; index < 60; index += 1) await aService(tx, { name: `Sportclub ${index % 7}`, themes: ['leisure'] });
    });
    const first = (await desk.json('/api/v1/directory?theme=leisure')).value;
    const second = (await desk.json(`/api/v1/directory?theme=leisure&after=${first.next}`)).value;
    const ids = [...first.services, ...second.services].map(({ id }: { id: string }) => id);
    expect([first.total, first.services.length, second.services.length, new Set(ids).size, second.next]).toEqual([61, 50, 11, 61, null]);
    expect((await desk.get('/directory?theme=leisure')).body).toContain('Volgende');
  });

  it.each(["' | '*", "a' & !!(", '100%', '\\', "housing' OR 1=1", '%', '_', 'nu open nu open', 'a'.repeat(200)])('takes %j for words, never for an expression', async (typed) => {
    expect((await desk.get(`/directory?${new URLSearchParams({ text: typed })}`)).status).toBe(200);
  });
});
