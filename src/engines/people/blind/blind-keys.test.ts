import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { blindKeys, compareBlind, registerPersons, type BlindPerson } from '../index.ts';
import { aPerson, type PersonBuilder } from '../testing.ts';
import { blindKeysOf } from './blind-keys.ts';

const secret = new Uint8Array(32).fill(7);

describe('two authorities find who stands with both', () => {
  let world: World;
  let elsewhere: string;
  beforeAll(async () => {
    world = await createWorld();
    elsewhere = await world.anotherTenant();
  });
  afterAll(() => world.close());

  const keysAt = async (tenantId: string, key = secret) => {
    const all: BlindPerson[] = [];
    for await (const batch of blindKeys((work) => world.read(work, tenantId), key)) all.push(...batch);
    return all;
  };
  const register = async (tenantId: string, ...people: PersonBuilder[]) => world.write((tx) => registerPersons(tx, people.map(({ asPerson }) => asPerson)), tenantId);

  it('by names that sound alike and a day of birth, without showing either', async () => {
    const here = await register(world.tenantId, aPerson('Youssef Nazari').born('1985-06-14'), aPerson('Olena Shevchenko').born('1979-11-30'), aPerson('Fatima Modele').born('1990-01-01'), aPerson('Amina Warsame').born('1992-03-07').reachedAt('+32470000051'));
    const there = await register(elsewhere, aPerson('نظري يوسف').born('1985-06-14'), aPerson('Олена Шевченко').born('1979-11-30'), aPerson('Fatima Modele').born('1990-01-01'), aPerson('Aamina Warsame').born('1992-07-03').reachedAt('0470 00 00 51'));
    const pairs = compareBlind(await keysAt(world.tenantId), await keysAt(elsewhere));
    expect(pairs.map(({ oneId, otherId }) => [here.indexOf(oneId), there.indexOf(otherId)]).sort()).toEqual([[0, 0], [1, 1], [3, 3]]);
    // 1 January proves nothing: the same common name in the same year is not enough.
    const sent = JSON.stringify(await keysAt(world.tenantId));
    for (const plain of ['Youssef', 'nazari', 'nzr', '1985', '0470000051']) expect(sent.replaceAll(/"personId":"[^"]*"/g, '').toLowerCase()).not.toContain(plain.toLowerCase());
  });

  it('only with one secret', async () => {
    expect(compareBlind(await keysAt(world.tenantId), await keysAt(elsewhere, randomBytes(32)))).toEqual([]);
    await expect(keysAt(world.tenantId, new Uint8Array(16))).rejects.toThrow('32 bytes');
  });
});

describe('one coincidence is no proposal', () => {
  const born = (year: number, month: number, day: number) => ({ year, month, day });
  const at = (personId: string, names: string[], birth: ReturnType<typeof born>, contacts: string[] = []): BlindPerson => ({ personId, keys: blindKeysOf({ names, birth, contacts }, secret) });
  it.each([
    ['twins with one family name', ['Hassan Karimi'], ['Hussein Karimi'], born(1990, 5, 6), born(1990, 5, 6), []],
    ['a family with one telephone', ['Amina Warsame'], ['Yusuf Warsame'], born(1990, 5, 6), born(2015, 2, 3), ['contact:470000052']],
    ['one name of another year', ['Ahmad Karimi'], ['Ahmad Karimi'], born(1990, 5, 6), born(1961, 2, 3), []],
    ['one name of the same year, another day', ['Ahmad Karimi'], ['Ahmad Karimi'], born(1990, 5, 6), born(1990, 11, 23), []],
  ])('%s', (_, one, other, birth, otherBirth, contacts) => {
    expect(compareBlind([at('a', one, birth, contacts)], [at('b', other, otherBirth, contacts)])).toEqual([]);
  });

  it('but the same person in another spelling, order and with a father’s name left out is', () => {
    expect(compareBlind([at('a', ['Mohamed Amin El Hassan'], born(1990, 5, 6))], [at('b', ['El Hassan Muhammad'], born(1990, 5, 6))])).toMatchObject([{ oneId: 'a', otherId: 'b', kinds: 3 }]);
  });
});
