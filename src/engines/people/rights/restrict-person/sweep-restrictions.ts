import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { Sweep } from '../../../../kernel/jobs/job.ts';
import { indexPersons } from '../../change-persons.store.ts';
import { findRestrictionsOver, liftRestrictions } from '../restriction.store.ts';

/** Restrictions end by themselves after their last day. */
export const sweepRestrictions: Sweep = async (context) => {
  const over = await context.read((read) => findRestrictionsOver(read, dayOf(context.now())));
  if (over.length === 0) return;
  await context.write(async (tx) => {
    const lifted = await liftRestrictions(tx, over);
    await indexPersons(tx, lifted);
    for (const id of over) if (lifted.includes(id)) tx.record({ act: 'restriction-ended', subjects: [{ type: 'person', id }] });
  });
};
