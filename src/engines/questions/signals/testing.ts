import type { World } from '../../../../tests/world.ts';
import { noteBarriers } from '../note-barriers/note-barriers.ts';
import type { NewBarrier } from '../note-barriers/barrier.ts';
import type { NewQuestion } from '../question.ts';
import { anAsker, recorded } from '../testing.ts';

/** So many questions of different people that met a barrier, written down by one account; answers the questions' ids. */
export async function barriersMet(world: World, recorder: string | null, count: number, barrier: Partial<NewBarrier> = {}, traits: Partial<NewQuestion> = {}): Promise<string[]> {
  return world.database.write({ tenantId: world.tenantId, actorId: recorder, actorRole: 'front-desk' }, async (tx) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const personId = traits.personId === undefined ? await anAsker(tx, `Zarathustra${index} Quetzalcoatl`) : traits.personId;
      const [id] = await recorded(tx, { theme: 'housing', municipality: '34022', note: 'vertelde over xylofoonles', ...traits, personId });
      await noteBarriers(tx, id!, [{ reason: 'waiting-list', serviceId: null, ...barrier }]);
      ids.push(id!);
    }
    return ids;
  });
}
