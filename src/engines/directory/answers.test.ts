import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { findService, findServices, noteAnswer } from './index.ts';
import { aService } from './testing.ts';

describe('how a service answers', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const answers = async (id: string) => (await world.read((read) => findService(read, id)))!.answers;

  it('says nothing under three answers, since one chance weighs nothing', async () => {
    const id = await world.write((tx) => aService(tx, { name: 'Vroeg' }));
    await world.write((tx) => noteAnswer(tx, { serviceId: id, outcome: 'accepted', days: 1 }));
    await world.write((tx) => noteAnswer(tx, { serviceId: id, outcome: 'declined', days: 1 }));
    expect(await answers(id)).toEqual({ counted: 2, within: null });
  });

  it('takes the days in which three out of four answers came', async () => {
    const id = await world.write((tx) => aService(tx, { name: 'Vier keer' }));
    for (const days of [1, 2, 3, 12]) await world.write((tx) => noteAnswer(tx, { serviceId: id, outcome: 'accepted', days }));
    expect(await answers(id)).toEqual({ counted: 4, within: 3 });
  });

  it('counts silence as longest, and forgets what is older than a year', async () => {
    const id = await world.write((tx) => aService(tx, { name: 'Stil' }));
    for (const outcome of ['none', 'none', 'accepted'] as const) await world.write((tx) => noteAnswer(tx, { serviceId: id, outcome, days: 30 }));
    expect(await answers(id)).toEqual({ counted: 3, within: null });
    world.clock.advance({ days: 366 });
    for (const days of [2, 2, 2]) await world.write((tx) => noteAnswer(tx, { serviceId: id, outcome: 'declined', days }));
    expect(await answers(id)).toEqual({ counted: 3, within: 2 });
  });

  it('puts the ones that answer fast before the ones of which nothing is known, and those after the silent', async () => {
    const [slow, fast, silent] = await world.write(async (tx) => [await aService(tx, { name: 'A traag', themes: ['work'] }), await aService(tx, { name: 'B snel', themes: ['work'] }), await aService(tx, { name: 'AA stil', themes: ['work'] })]);
    for (const days of [1, 1, 1]) await world.write((tx) => noteAnswer(tx, { serviceId: fast!, outcome: 'accepted', days }));
    for (const days of [20, 20, 20]) {
      await world.write((tx) => noteAnswer(tx, { serviceId: slow!, outcome: 'accepted', days }));
      await world.write((tx) => noteAnswer(tx, { serviceId: silent!, outcome: 'none', days }));
    }
    const found = await world.read((read) => findServices(read, { theme: 'work' }));
    expect(found.map(({ name }) => name)).toEqual(['B snel', 'A traag', 'AA stil']);
  });
});
