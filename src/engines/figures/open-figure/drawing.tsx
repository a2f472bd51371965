import type { VNode } from 'preact';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { BarChart } from '../draw-chart/bar-chart.tsx';
import { BothWidths } from '../draw-chart/both-widths.tsx';
import type { ChartProps } from '../draw-chart/chart.tsx';
import { ColumnChart } from '../draw-chart/column-chart.tsx';
import { LineChart } from '../draw-chart/line-chart.tsx';
import { text } from '../messages.ts';
import { periodShort, type Period } from '../period.ts';
import type { Breakdown } from './figure-rows.ts';

export interface DrawingProps {
  locale: Locale;
  id: string;
  title: string;
  description: string;
  breakdown: Breakdown;
  periods: readonly Period[];
}

/** As many lines as can be told apart. */
const linesAtMost = 5;

/** How a breakdown is drawn: parts of a whole over time as stacked columns, categories as lying bars. */
export function Drawing({ locale, id, title, description, breakdown, periods }: DrawingProps) {
  const { by, rows, sum } = breakdown;
  const moments = periods.map((period) => periodShort(locale, period));
  const draw = (chart: (props: ChartProps) => VNode) => <BothWidths id={id} draw={(chartId, width) => chart({ locale, id: chartId, width, title, description, hiddenLabel: text(locale, 'hidden') })} />;
  if (by === 'timeliness') {
    const series = rows.map(({ label, values }) => ({ name: label, values }));
    return draw((props) => <ColumnChart {...props} categories={moments} series={series} mode="stacked" />);
  }
  if (rows.length === 1 && by === 'theme') return draw((props) => <LineChart {...props} moments={moments} series={[{ name: rows[0]!.label, values: rows[0]!.values }]} isArea />);
  if (rows.length === 0) return draw((props) => <ColumnChart {...props} categories={moments} series={[{ name: sum.label, values: sum.values }]} />);
  return draw((props) => <BarChart {...props} bars={rows.map(({ label, total, atLeast }) => ({ label, value: total, ...(total === null && atLeast > 0 ? { atLeast: { value: atLeast, label: text(locale, 'at-least', { n: atLeast }) } } : {}) }))} />);
}

/** The largest categories over time. */
export function CourseDrawing({ locale, id, title, description, breakdown, periods }: DrawingProps) {
  const moments = periods.map((period) => periodShort(locale, period));
  const series = breakdown.rows.slice(0, linesAtMost).map(({ label, values }) => ({ name: label, values }));
  return <BothWidths id={id} draw={(chartId, width) => <LineChart locale={locale} id={chartId} width={width} title={title} description={description} hiddenLabel={text(locale, 'hidden')} moments={moments} series={series} />} />;
}
