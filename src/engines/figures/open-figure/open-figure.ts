import { z } from 'zod';
import { FileAnswer } from '../../../kernel/http/answer.ts';
import type { LoadContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { figureCodes, themes, type FigureCode } from '../figure.ts';
import type { Mapping } from '../follow-taxonomy.ts';
import { text } from '../messages.ts';
import { periodCode, units } from '../period.ts';
import { findMappings, findMunicipalities, findSpans, type Municipality } from '../published.store.ts';
import { readFigure, type AskedFilter, type Reading } from '../reading.ts';
import { breakdownsOf, figurePaths, type FigureRow } from './figure-rows.ts';
import { figureCsv } from './figure-csv.ts';
import { openFigureView } from './open-figure.view.tsx';

export interface OpenedFigure {
  code: FigureCode;
  /** Nothing before the first release. */
  reading: Reading | undefined;
  area: Municipality[];
  /** Changes of the taxonomy that these numbers follow. */
  mappings: Mapping[];
}

const month = () => field.optionalText(7).pipe(z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'choose').optional());

const input = z.strictObject({
  unit: field.optionalChoice(units),
  from: month(),
  to: month(),
  municipality: field.optionalText(5).pipe(z.string().regex(/^\d{5}$/, 'not-known').optional()),
  theme: field.optionalChoice(themes),
});

const why = unrecorded('published counts, no person');

async function load(code: FigureCode, { read, input: asked }: LoadContext<AskedFilter>): Promise<OpenedFigure> {
  const [spans, area, mappings] = await Promise.all([findSpans(read), findMunicipalities(read), code === 'questions' ? findMappings(read) : []]);
  const span = spans.get(code);
  return { code, reading: span && (await readFigure(read, code, span, asked, mappings)), area, mappings };
}

const row = z.object({ category: z.string(), label: z.string(), values: z.array(z.int().nullable()), total: z.int().nullable(), atLeast: z.int() });
const output = z.object({
  figure: z.string(),
  releasedUpTo: z.string().nullable(),
  municipality: z.string().nullable(),
  periods: z.array(z.string()),
  breakdowns: z.array(z.object({ by: z.string(), rows: z.array(row), total: row })),
});

function presentRow({ code, ...rest }: FigureRow): z.output<typeof row> {
  return { category: code, ...rest };
}

function figureRoutes(code: FigureCode): Route[] {
  return [
    page({
      path: figurePaths[code],
      permission: 'figures:read',
      event: why,
      input,
      load: (context) => load(code, context),
      view: openFigureView,
      api: {
        summary: `Figure "${code}": counts per period, null where a count is hidden`,
        output,
        present: ({ reading }, { locale }) => ({
          figure: code,
          releasedUpTo: reading ? periodCode({ unit: 'month', startsOn: reading.span.last }) : null,
          municipality: reading?.filter.municipality ?? null,
          periods: (reading?.periods ?? []).map(periodCode),
          breakdowns: reading
            ? breakdownsOf(locale, reading, text(locale, 'table.total')).map(({ by, rows, sum }) => ({
                by,
                rows: rows.map(presentRow),
                total: presentRow(sum),
              }))
            : [],
        }),
      },
    }),
    page({
      path: `${figurePaths[code]}.csv`,
      permission: 'figures:read',
      event: why,
      input,
      load: (context) => load(code, context),
      view: ({ reading, area }, { locale }) => {
        const nis = reading?.filter.municipality;
        const municipality = nis ? (area.find((one) => one.nis === nis)?.name ?? nis) : text(locale, 'filter.municipality.all');
        return new FileAnswer(reading ? figureCsv(locale, reading, municipality) : '', 'text/csv; charset=utf-8', { filename: `${text(locale, `figure.${code}.file`)}.csv` });
      },
    }),
  ];
}

export const openFigureRoutes: Route[] = figureCodes.flatMap(figureRoutes);
