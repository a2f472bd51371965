import { z } from 'zod';
import { FileAnswer } from '../../../kernel/http/answer.ts';
import type { LoadContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { categoryLabel, UNKNOWN } from '../figure.ts';
import { text } from '../messages.ts';
import type { FigureRow } from '../open-figure/figure-rows.ts';
import { ALL } from '../suppress-counts/dimension.ts';
import { compareEmployersView } from './compare-employers.view.tsx';
import { findEmployerCells, findEmployerNames, type EmployerCell } from './employer.store.ts';

export interface EmployersPage {
  /** '2026-Q1', oldest first; the quarters that were published. */
  quarters: string[];
  /** The quarter that is broken down by theme. */
  quarter: string | undefined;
  /** Per quarter, the largest first. */
  employers: FigureRow[];
  together: FigureRow;
  /** Themes of the quarter, with a value for each employer in their order. */
  themes: FigureRow[];
}

const input = z.strictObject({ quarter: field.optionalText(7).pipe(z.string().regex(/^(19|20)\d\d-Q[1-4]$/, 'choose').optional()) });
const quartersShown = 8;

async function load({ read, input: asked, locale }: LoadContext<{ quarter?: string | undefined }>): Promise<EmployersPage> {
  const [cells, names] = await Promise.all([findEmployerCells(read), findEmployerNames(read)]);
  return layOut(cells, names, asked.quarter, locale);
}

function layOut(cells: readonly EmployerCell[], names: ReadonlyMap<string, string>, asked: string | undefined, locale: Locale): EmployersPage {
  const all = [...new Set(cells.map(({ period }) => period))];
  const quarters = all.slice(-quartersShown);
  const quarter = all.includes(asked ?? '') ? asked : all.at(-1);
  const found = new Map(cells.map((cell) => [`${cell.period}|${cell.employer}|${cell.theme}`, cell.n]));
  const at = (period: string, employer: string, theme: string) => found.get(`${period}|${employer}|${theme}`) ?? null;
  const row = (code: string, label: string, values: (number | null)[]): FigureRow => ({ code, label, values, total: values.includes(null) ? null : values.reduce<number>((sum, n) => sum + n!, 0), atLeast: values.reduce<number>((sum, n) => sum + (n ?? 0), 0) });
  const nameOf = (code: string) => (code === UNKNOWN ? text(locale, 'employers.none') : (names.get(code) ?? text(locale, 'employers.gone')));
  const codes = [...new Set(cells.map(({ employer }) => employer))].filter((code) => code !== ALL);
  const employers = codes
    .map((code) => row(code, nameOf(code), quarters.map((period) => at(period, code, ALL))))
    .toSorted((a, b) => b.atLeast - a.atLeast || a.label.localeCompare(b.label, locale));
  const themeCodes = [...new Set(cells.filter(({ period, theme }) => period === quarter && theme !== ALL).map(({ theme }) => theme))];
  const themes = quarter
    ? themeCodes.map((theme) => ({ ...row(theme, categoryLabel(locale, 'theme', theme), employers.map(({ code }) => at(quarter, code, theme))), total: at(quarter, ALL, theme) })).toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))
    : [];
  return { quarters, quarter, employers, together: row(ALL, text(locale, 'together.sum'), quarters.map((period) => at(period, ALL, ALL))), themes };
}

const why = unrecorded('published counts, no person');
const row = z.object({ name: z.string(), values: z.array(z.int().nullable()), total: z.int().nullable() });
const present = ({ label, values, total }: FigureRow) => ({ name: label, values, total });

export const compareEmployersRoutes: Route[] = [
  page({
    path: '/figures/employers',
    permission: 'figures:read',
    event: why,
    input,
    load,
    view: compareEmployersView,
    api: {
      summary: 'Help questions per quarter by the employer of who recorded them; null where a count is hidden',
      output: z.object({ quarters: z.array(z.string()), employers: z.array(row), together: row, quarter: z.string().nullable(), themes: z.array(row) }),
      present: ({ quarters, employers, together, quarter, themes }) => ({ quarters, employers: employers.map(present), together: present(together), quarter: quarter ?? null, themes: themes.map(present) }),
    },
  }),
  page({
    path: '/figures/employers.csv',
    permission: 'figures:read',
    event: why,
    input,
    load,
    view: ({ quarters, employers, together, themes, quarter }, { locale }) => {
      const head = [text(locale, 'employers.by'), text(locale, 'by.theme'), text(locale, 'csv.period'), text(locale, 'csv.count')];
      const shown = (n: number | null | undefined) => n ?? text(locale, 'hidden');
      const perQuarter = [...employers, together].flatMap(({ label, values }) => quarters.map((period, i) => [label, text(locale, 'table.total'), period, shown(values[i])]));
      const perTheme = themes.flatMap(({ label, values }) => employers.map((employer, i) => [employer.label, label, quarter ?? '', shown(values[i])]));
      return new FileAnswer(writeCsv([head, ...perQuarter, ...perTheme]), 'text/csv; charset=utf-8', { filename: `${text(locale, 'employers.file')}.csv` });
    },
  }),
];
