import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { act } from '../../../kernel/http/route.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { sendToPartners } from '../../../kernel/partners/send.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { planEmployers } from '../compare-employers/release-employers.ts';
import { figuresPurpose } from '../compare-authorities/share-figures.ts';
import { countMonths } from '../count-months.store.ts';
import { figureCodes, figureShapes, type ReleasedFigure } from '../figure.ts';
import { loadOverview } from '../list-figures/list-figures.ts';
import { listFiguresView } from '../list-figures/list-figures.view.tsx';
import { text } from '../messages.ts';
import { firstOfMonth } from '../period.ts';
import { findLastReleasedMonth, getReleasedSoFar, lockReleases, saveReleases } from '../release.store.ts';
import { planRelease, type Release } from './plan-release.ts';

/** Days after the end of a month in which what was noted late still counts, before the month is released by itself. */
const settlingDays = 5;

/**
 * Releases every month before one (its first day; the present one unless told), as it counts now, and revises released months
 * that changed by 5 or more. Returns how many months of figures were released or revised.
 */
export async function releaseFigures(tx: Transaction, before: Temporal.PlainDate = firstOfMonth(dayOf(tx.now))): Promise<{ months: number }> {
  await lockReleases(tx);
  const soFar = await getReleasedSoFar(tx);
  const counts = await countMonths(tx, before);
  const releases = new Map<ReleasedFigure, Release>();
  for (const code of figureCodes) {
    const release = planRelease(figureShapes[code], counts.get(code) ?? [], soFar(code), before);
    if (release.fresh.length + release.revised.length > 0) releases.set(code, release);
  }
  const months = [...releases.values()].reduce((sum, { fresh, revised }) => sum + fresh.length + revised.length, 0);
  const employers = await planEmployers(tx, { soFar: soFar('questions'), release: releases.get('questions') }, soFar('employers'));
  if (employers) releases.set('employers', employers);
  if (releases.size > 0) {
    await saveReleases(tx, releases);
    await sendToPartners(tx, { purpose: figuresPurpose, kind: 'released' });
  }
  tx.record({ act: 'figures-released', subjects: [{ type: 'figures', id: tx.scope.tenantId }], detail: { months } });
  return { months };
}

/** The first release is made by a person, who sees whether all is there; from then on each month follows once it has settled. */
export async function releaseSettledMonths(context: JobContext): Promise<void> {
  const before = firstOfMonth(dayOf(context.now()).subtract({ days: settlingDays }));
  const last = await context.read(findLastReleasedMonth);
  if (last && Temporal.PlainDate.compare(last.add({ months: 1 }), before) < 0) await context.write((tx) => releaseFigures(tx, before));
}

export const releaseFiguresAct = act({
  path: '/figures/release',
  permission: 'figures:release',
  event: 'figures-released',
  input: z.strictObject({}),
  act: ({ tx }) => releaseFigures(tx),
  done: ({ months }, { locale }) => seeOther('/figures', { kind: 'done', text: months > 0 ? text(locale, 'release.done', { count: months }) : text(locale, 'release.nothing') }),
  again: async (context) => listFiguresView(await loadOverview(context.read, context), context),
  api: { summary: 'Release the months that are over', output: z.object({ months: z.int() }) },
});
