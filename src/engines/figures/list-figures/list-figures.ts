import type { Read } from '../../../kernel/db/types.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { FigureCode } from '../figure.ts';
import { firstOfMonth } from '../period.ts';
import { findMappings, findSpans } from '../published.store.ts';
import { readFigures, type Reading } from '../reading.ts';
import { loadStatistics, type StatisticsPage } from '../statistics/list-statistics.ts';
import { listFiguresView } from './list-figures.view.tsx';

export interface Overview {
  readings: Map<FigureCode, Reading>;
  /** Last released month; nothing before the first release. */
  last: Temporal.PlainDate | undefined;
  /** A month is over that has not been released. */
  isWaiting: boolean;
  statistics: StatisticsPage;
}

export async function loadOverview(read: Read, { today }: Pick<ViewContext, 'today'>): Promise<Overview> {
  const [spans, mappings] = await Promise.all([findSpans(read), findMappings(read)]);
  const last = [...spans.values()].map((span) => span.last).toSorted(Temporal.PlainDate.compare).at(-1);
  const isWaiting = last !== undefined && Temporal.PlainDate.compare(last.add({ months: 1 }), firstOfMonth(today)) < 0;
  return { readings: await readFigures(read, spans, mappings), last, isWaiting, statistics: await loadStatistics(read) };
}

export const listFiguresPage = page({
  path: '/figures',
  permission: 'figures:read',
  event: unrecorded('published counts, no person'),
  load: (context) => loadOverview(context.read, context),
  view: listFiguresView,
});
