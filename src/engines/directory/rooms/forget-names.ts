import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Sweep } from '../../../kernel/jobs/job.ts';
import { forgetCalled } from './slot.store.ts';
import { forgetWalkInNames } from './walk-in.store.ts';

/** Once the day is over, nobody needs to be called any more. */
export const forgetNames: Sweep = async (context) => {
  const morning = instantOf(dayOf(context.now()).toPlainDateTime());
  await context.write(async (tx) => {
    await forgetCalled(tx, morning);
    await forgetWalkInNames(tx, morning);
  });
};
