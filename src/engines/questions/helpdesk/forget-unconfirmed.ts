import type { JobContext } from '../../../kernel/jobs/job.ts';
import { forgetUnconfirmed } from './expert-question.store.ts';

/** What a stranger typed and never confirmed goes after a week. */
export async function forgetUnconfirmedSweep(context: JobContext): Promise<void> {
  await context.write((tx) => forgetUnconfirmed(tx, tx.now.subtract({ hours: 24 * 7 })));
}
