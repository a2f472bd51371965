import type { Transaction } from '../../kernel/db/types.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { insertAdoption, insertTerm, keepBlueprint, updateAdoptedVersion, type Adoption } from './adoption.store.ts';
import type { Blueprint } from './blueprint.ts';

/** From when the term counts that a blueprint brings: earlier than any arrival that an authority could register. */
const sinceAlways = Temporal.PlainDate.from('1900-01-01');

/** The authority runs this practice from now on: keeps the blueprint, and its terms as the first ones. Does nothing when it does already. */
export async function adopt(tx: Transaction, blueprint: Blueprint): Promise<void> {
  const blueprintId = await keepBlueprint(tx, blueprint);
  const id = await insertAdoption(tx, { blueprint: blueprint.id, blueprintId });
  if (!id) return;
  for (const clock of blueprint.trajectory.clocks) {
    await insertTerm(tx, { blueprint: blueprint.id, clock: clock.id, duration: clock.duration, validFrom: sinceAlways, source: clock.source.nl });
  }
  tx.record({ act: 'practice-adopted', subjects: [{ type: 'adoption', id }], detail: { blueprint: blueprint.id, version: blueprint.version } });
}

/** New cases begin with this version from now on; running ones stay with theirs. False when they did already. */
export async function takeVersion(tx: Transaction, adoption: Adoption, blueprint: Blueprint): Promise<boolean> {
  const blueprintId = await keepBlueprint(tx, blueprint);
  const isTaken = await updateAdoptedVersion(tx, { blueprint: blueprint.id, blueprintId });
  if (isTaken) tx.record({ act: 'practice-version-taken', subjects: [{ type: 'adoption', id: adoption.id }], detail: { blueprint: blueprint.id, from: adoption.blueprint.version, to: blueprint.version } });
  return isTaken;
}

/** How long an appointment takes here. */
export function minutesOf({ blueprint, overrides }: Pick<Adoption, 'blueprint' | 'overrides'>): number {
  return overrides.minutes ?? blueprint.trajectory.minutes;
}
