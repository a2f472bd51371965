import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { download } from '../../../kernel/http/answer.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { applicationsPerYear, protectionPerYear, type ApplicationsOfYear, type ProtectionOfYear } from '../import-statistics/series.ts';
import { datasets } from '../import-statistics/statistic.ts';
import { text } from '../messages.ts';
import { listStatisticsView } from './list-statistics.view.tsx';
import { findApplicationSums, findDecisionSums, findImported, type KeptStatistic } from './statistic.store.ts';

export interface StatisticsPage {
  /** The latest import of each, with its series. */
  applications: { statistic: KeptStatistic; years: ApplicationsOfYear[] } | undefined;
  protection: { statistic: KeptStatistic; years: ProtectionOfYear[] } | undefined;
  imported: KeptStatistic[];
}

export async function loadStatistics(read: Read): Promise<StatisticsPage> {
  const imported = await findImported(read);
  const latest = Object.fromEntries(datasets.map((dataset) => [dataset, imported.find((one) => one.dataset === dataset)]));
  const applications = latest['unhcr-asylum-applications'];
  const decisions = latest['unhcr-asylum-decisions'];
  return {
    applications: applications && { statistic: applications, years: applicationsPerYear(await findApplicationSums(read, [applications.id])) },
    protection: decisions && { statistic: decisions, years: protectionPerYear(await findDecisionSums(read, [decisions.id])) },
    imported,
  };
}

const count = z.int().nullable();
const provenance = z.object({ source: z.string(), licence: z.string(), importedAt: z.string(), country: z.string() }).nullable();
const output = z.object({
  applications: z.array(z.object({ year: z.int(), first: count, repeated: count, notSplit: count })),
  applicationsFrom: provenance,
  protection: z.array(z.object({ year: z.int(), positive: z.int(), rejected: z.int(), rate: z.number().nullable() })),
  protectionFrom: provenance,
});

function provenanceOf(statistic: KeptStatistic | undefined): z.output<typeof provenance> {
  return statistic ? { source: statistic.source, licence: statistic.licence, importedAt: String(statistic.importedAt), country: statistic.country } : null;
}

export const listStatisticsPage = page({
  path: '/figures/statistics',
  permission: 'figures:read',
  event: unrecorded('open statistics'),
  load: ({ read }) => loadStatistics(read),
  view: listStatisticsView,
  api: {
    summary: 'Asylum applications per year and protection rate, from imported open statistics',
    output,
    present: ({ applications, protection }) => ({
      applications: applications?.years ?? [],
      applicationsFrom: provenanceOf(applications?.statistic),
      protection: protection?.years ?? [],
      protectionFrom: provenanceOf(protection?.statistic),
    }),
  },
});

export const applicationsFile = page({
  path: '/figures/statistics/applications.csv',
  permission: 'figures:read',
  event: unrecorded('open statistics'),
  load: ({ read }) => loadStatistics(read),
  view: ({ applications }, { locale }) => {
    const head = [text(locale, 'table.year'), text(locale, 'applications.first'), text(locale, 'applications.repeated'), text(locale, 'applications.not-split')];
    const rows = (applications?.years ?? []).map(({ year, first, repeated, notSplit }) => [year, first, repeated, notSplit]);
    return download(writeCsv([head, ...rows, ...sourceRows(applications?.statistic)]), 'text/csv; charset=utf-8', `${text(locale, 'applications.file')}.csv`);
  },
});

export const protectionFile = page({
  path: '/figures/statistics/protection.csv',
  permission: 'figures:read',
  event: unrecorded('open statistics'),
  load: ({ read }) => loadStatistics(read),
  view: ({ protection }, { locale }) => {
    const head = [text(locale, 'table.year'), text(locale, 'protection.positive'), text(locale, 'protection.rejected'), text(locale, 'protection.rate')];
    const rows = (protection?.years ?? []).map(({ year, positive, rejected, rate }) => [year, positive, rejected, rate === null ? null : Math.round(rate * 10_000) / 10_000]);
    return download(writeCsv([head, ...rows, ...sourceRows(protection?.statistic)]), 'text/csv; charset=utf-8', `${text(locale, 'protection.file')}.csv`);
  },
});

/** The licence asks that the source goes along. */
function sourceRows(statistic: KeptStatistic | undefined): string[][] {
  return statistic ? [[], [statistic.source, statistic.licence, String(statistic.retrievedOn)]] : [];
}
