import { z } from 'zod';
import { FileAnswer } from '../../../kernel/http/answer.ts';
import type { LoadContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { findPartners } from '../../../kernel/partners/agreement.store.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { categoryLabel, figureCodes, themes, type FigureCode } from '../figure.ts';
import { followTaxonomy } from '../follow-taxonomy.ts';
import { text } from '../messages.ts';
import { findMappings } from '../published.store.ts';
import { periodCode, units } from '../period.ts';
import type { AskedFilter } from '../reading.ts';
import { comparedCategory, compareAuthorities, type ComparedAuthority, type Comparison } from './compare.ts';
import { compareView } from './compare-authorities.view.tsx';
import { findComparedCells } from './partner-cell.store.ts';
import { figuresPurpose } from './share-figures.ts';

export interface ComparedPage {
  figure: FigureCode;
  theme: (typeof themes)[number] | undefined;
  authorities: ComparedAuthority[];
  comparison: Comparison | undefined;
}

const month = () => field.optionalText(7).pipe(z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'choose').optional());
const input = z.strictObject({ figure: field.optionalChoice(figureCodes), unit: field.optionalChoice(units), from: month(), to: month(), theme: field.optionalChoice(themes) });
type Asked = AskedFilter & { figure?: FigureCode | undefined; theme?: (typeof themes)[number] | undefined };

async function load({ read, input: { figure = 'questions', ...asked }, tenant, now }: LoadContext<Asked>): Promise<ComparedPage> {
  const theme = figure === 'questions' ? asked.theme : undefined;
  const [partners, released, mappings] = await Promise.all([findPartners(read, figuresPurpose), findComparedCells(read, figure), findMappings(read)]);
  const cells = figure === 'questions' ? followTaxonomy(released, mappings, ({ agreementId, period }) => `${agreementId}|${period}`) : released;
  const authorities = [{ name: tenant.name, agreementId: null }, ...partners.map(({ name, agreementId }) => ({ name, agreementId }))];
  const { theme: _, ...rest } = asked;
  return { figure, theme, authorities, comparison: compareAuthorities(figure, authorities, cells, { ...rest, ...(theme ? { theme } : {}) }, now) };
}

const row = z.object({ authority: z.string(), values: z.array(z.int().nullable()), total: z.int().nullable(), atLeast: z.int() });
const output = z.object({
  figure: z.string(),
  periods: z.array(z.string()),
  authorities: z.array(row),
  together: row,
  categories: z.array(z.object({ category: z.string(), byAuthority: z.array(z.int().nullable()), total: z.int().nullable(), atLeast: z.int() })),
});
const presentRow = ({ label, values, total, atLeast }: Comparison['together']) => ({ authority: label, values, total, atLeast });

export const compareRoutes: Route[] = [
  page({
    path: '/figures/together',
    permission: 'figures:read',
    event: unrecorded('published counts, no person'),
    input,
    load: (context) => load(context as LoadContext<Asked>),
    view: compareView,
    api: {
      summary: 'One figure of the authorities that agreed to share it, side by side and added up; null where a count is hidden',
      output,
      present: ({ figure, comparison }) => ({
        figure,
        periods: (comparison?.periods ?? []).map(periodCode),
        authorities: (comparison?.authorities ?? []).map(presentRow),
        together: comparison ? presentRow(comparison.together) : { authority: '', values: [], total: null, atLeast: 0 },
        categories: (comparison?.categories ?? []).map(({ code, values, total, atLeast }) => ({ category: code, byAuthority: values, total, atLeast })),
      }),
    },
  }),
  page({
    path: '/figures/together.csv',
    permission: 'figures:read',
    event: unrecorded('published counts, no person'),
    input,
    load: (context) => load(context as LoadContext<Asked>),
    view: (compared, { locale }) => new FileAnswer(csvOf(compared, locale), 'text/csv; charset=utf-8', { filename: `${text(locale, 'together.file')}.csv` }),
  }),
];

function csvOf({ figure, authorities, comparison }: ComparedPage, locale: Parameters<typeof text>[0]): string {
  const head = [text(locale, 'together.by'), text(locale, 'csv.category'), text(locale, 'csv.period'), text(locale, 'csv.count')];
  if (!comparison) return writeCsv([head]);
  const { periods, categories } = comparison;
  const all = text(locale, 'table.total');
  const perPeriod = [...comparison.authorities, { ...comparison.together, label: text(locale, 'together.sum') }].flatMap(({ label, values }) => periods.map((period, i) => [label, all, periodCode(period), values[i] ?? text(locale, 'hidden')]));
  const perCategory = categories.flatMap(({ code, values }) => authorities.map(({ name }, i) => [name, categoryLabel(locale, comparedCategory(figure), code), all, values[i] ?? text(locale, 'hidden')]));
  return writeCsv([head, ...perPeriod, ...perCategory]);
}
