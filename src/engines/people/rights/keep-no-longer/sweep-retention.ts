import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { Sweep } from '../../../../kernel/jobs/job.ts';
import { erasePerson } from '../erase-person/erase.ts';
import { beginRun, findDue, findLastRun, findRules } from './retention.store.ts';

/** So many in one go; the rest follows a minute later. */
const atOnce = 50;

/** Once a day: who was kept long enough is erased, each in a transaction of their own. */
export const sweepRetention: Sweep = async (context) => {
  const today = dayOf(context.now());
  const due = await context.read(async (read) => {
    if ((await findLastRun(read))?.equals(today)) return undefined;
    return findDue(read, await findRules(read, today), today, { limit: atOnce });
  });
  if (due === undefined) return;
  for (const { personId, ruleId } of due) {
    if (context.isStopping()) return;
    await context.write((tx) => erasePerson(tx, context.services, personId, { askedBy: 'retention', ruleId }));
  }
  if (due.length < atOnce) await context.write((tx) => beginRun(tx, today));
};
