import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { hashAskerCode, makeAskerCode } from './give-code/asker-code.ts';
import { findPseudonymByHash, insertPseudonym, tiePseudonym } from './give-code/pseudonym.store.ts';
import { personHolding } from './holding.store.ts';
import { findCountDifferences, findQuestion, findQuestionsOf } from './index.ts';
import { anAsker, recorded } from './testing.ts';

describe('what questions hold of a person', () => {
  let world: World;
  let amira: string;
  let double: string;
  beforeAll(async () => {
    world = await createWorld();
    amira = await world.write((tx) => anAsker(tx));
    double = await world.write((tx) => anAsker(tx, 'Amira Hadad'));
  });
  afterAll(() => world.close());

  const visit = { place: 'ziekenhuis', on: Temporal.PlainDate.from('2026-03-02'), travelMinutes: 30, km: 4.5 };

  it('comes out whole, in plain values', async () => {
    await world.write((tx) => recorded(tx, { personId: amira, theme: 'work', note: 'Zoekt deeltijds', minutes: 10, handling: ['went-along'], visit }));
    const held = await world.read((read) => personHolding.gather(read, amira));
    expect(held).toEqual([expect.objectContaining({ askedOn: '2026-03-03', theme: 'work', note: 'Zoekt deeltijds', minutes: 10, visit: { place: 'ziekenhuis', on: '2026-03-02', travelMinutes: 30, km: 4.5 } })]);
    expect(JSON.parse(JSON.stringify(held))).toEqual(held);
  });

  it('moves to another at a merger and back at a split, codes included', async () => {
    const hash = await hashAskerCode(world.services.dataFolder, world.tenantId, makeAskerCode());
    const [ids, code] = await world.write(async (tx) => {
      const pseudonym = (await insertPseudonym(tx, hash, 'nl'))!;
      await tiePseudonym(tx, pseudonym, double);
      return [await recorded(tx, { personId: double }, { personId: double, theme: 'dutch' }), pseudonym] as const;
    });
    const moved = await world.write((tx) => personHolding.move(tx, double, amira));
    expect(moved.map(({ id }) => id).sort()).toEqual([...ids, code].sort());
    expect(await world.read((read) => findQuestionsOf(read, { personId: amira }))).toHaveLength(3);
    expect((await world.read((read) => findPseudonymByHash(read, hash)))!.personId).toBe(amira);
    await world.write((tx) => recorded(tx, { personId: amira, theme: 'leisure' }));
    await world.write((tx) => personHolding.moveBack(tx, moved, double));
    expect((await world.read((read) => findQuestionsOf(read, { personId: double }))).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(await world.read((read) => findQuestionsOf(read, { personId: amira }))).toHaveLength(2);
  });

  it('goes whole at an erasure, while what was counted stays counted as nobody’s', async () => {
    const [id] = (await world.write((tx) => recorded(tx, { personId: double, note: 'Woont bij haar zus', handling: ['went-along'], visit }))) as [string];
    const moved = await world.write((tx) => personHolding.move(tx, double, amira));
    await world.write((tx) => personHolding.forget(tx, amira));
    expect(await world.read((read) => findQuestion(read, id))).toMatchObject({ personId: null, note: null, theme: 'housing', visit: { place: null, travelMinutes: 30 } });
    expect(await world.read((read) => personHolding.gather(read, amira))).toEqual([]);
    await world.write((tx) => personHolding.moveBack(tx, moved, double));
    expect(await world.read((read) => personHolding.gather(read, double))).toEqual([]);
    expect(await world.read(findCountDifferences)).toEqual([]);
  });

  it('touches no other authority', async () => {
    const other = await world.anotherTenant();
    const [id] = (await world.write((tx) => recorded(tx, { note: 'Blijft' }), other)) as [string];
    await world.write((tx) => personHolding.forget(tx, amira));
    expect((await world.read((read) => findQuestion(read, id), other))!.note).toBe('Blijft');
  });
});
