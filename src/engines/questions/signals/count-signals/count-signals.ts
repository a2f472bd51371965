import { dayOf, instantOf } from '../../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../../kernel/db/types.ts';
import { newId } from '../../../../kernel/id.ts';
import type { JobContext } from '../../../../kernel/jobs/job.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { findSignalRule } from '../signal-rule.store.ts';
import { toldOf } from '../signal.ts';
import { beginRound, findGrown, isCounted, writeGrowth, type Growth } from './count-signals.store.ts';

/**
 * Once a week, on Monday: barriers of one kind that were met often enough are put before policy as a count. Weekly, since a
 * count that moves while people watch tells on which day somebody stood at the desk.
 */
export async function countSignals(context: JobContext): Promise<void> {
  const monday = mondayOf(dayOf(context.now()));
  if (await context.read((read) => isCounted(read, monday))) return;
  await context.write((tx) => countSignalWeek(tx, monday));
}

export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** Counts what was asked until a Monday; a week that was counted already is passed over. */
export async function countSignalWeek(tx: Transaction, monday: Temporal.PlainDate): Promise<void> {
  if (!(await beginRound(tx, monday))) return;
  const rule = await findSignalRule(tx, monday);
  const midnight = (day: Temporal.PlainDate) => instantOf(day.toPlainDateTime());
  const growths = (await findGrown(tx, rule, midnight(monday.subtract({ days: rule.days })), midnight(monday))).map((grown): Growth => ({
    id: grown.signal_id ?? newId(),
    stepId: grown.signal_id ? null : newId(),
    grown,
    // Each time rounded down by itself: what is told before and after a decision adds up to what is told in all.
    shown: grown.shown + toldOf(grown.parts.length),
  }));
  if (growths.length === 0) return;
  await writeGrowth(tx, growths, monday);
  for (const { id, shown } of growths) tx.record({ act: 'signal-counted', subjects: [{ type: 'signal', id }], detail: { shown } });
}
