import { scaleBand } from 'd3-scale';
import { stack } from 'd3-shape';
import { across, Canvas, formatOf, Hidden, Legend, legendRowHeight, legendRows, round, seriesClass, Words, type ChartProps, type Series } from './chart.tsx';
import { stepBetweenLabels, widthOf } from './label.ts';
import { Grid, roomAbove, valueAxis } from './value-axis.tsx';

export interface ColumnChartProps extends ChartProps {
  categories: readonly string[];
  series: readonly Series[];
  /** Several series: beside each other, or on top of each other when they are parts of a whole. */
  mode?: 'grouped' | 'stacked';
  height?: number;
}

interface Column {
  series: number;
  place: number;
  width: number;
  low: number;
  high: number;
  /** A part or all of it is not shown. */
  isHidden: boolean;
}

/** Standing columns, for moments and other short names. */
export function ColumnChart({ categories, series, mode = 'grouped', width = 720, height = 280, ...props }: ColumnChartProps) {
  const format = formatOf(props);
  const side = across(props.locale, width);
  const hidden = series.some(({ values }) => values.includes(null)) ? { id: props.id, label: props.hiddenLabel } : undefined;
  const names = series.length > 1 ? series.map(({ name }) => name) : [];
  const top = legendRows(hidden ? [...names, hidden.label] : names, width).length * legendRowHeight + roomAbove;
  const bottom = height - 24;
  const axis = valueAxis(highest(series, mode), { top, bottom, format });
  const band = scaleBand<number>().domain(categories.map((_, i) => i)).range([axis.room, width]).paddingInner(0.25).paddingOuter(0.1);
  const columns = mode === 'stacked' ? stacked(series, band) : grouped(series, band);
  const step = stepBetweenLabels(categories, band.step());
  return (
    <Canvas {...props} width={width} height={height}>
      <Legend names={names} width={width} across={side} hidden={hidden} />
      <Grid axis={axis} from={axis.room} to={width} format={format} across={side} />
      {columns.map(({ series: index, place, width: thickness, low, high, isHidden }) =>
        isHidden ? (
          <Hidden id={props.id} x={side.box(place, thickness)} y={axis.scale(low) - 14} width={thickness} height={14} />
        ) : (
          <rect class={seriesClass(index)} x={side.box(place, thickness)} y={round(axis.scale(high))} width={round(thickness)} height={round(Math.max(0, axis.scale(low) - axis.scale(high)))} />
        ),
      )}
      {series.length === 1 && columns.map((column) => <Top column={column} axis={axis} side={side} format={format} />)}
      {categories.map(
        (category, i) =>
          i % step === 0 && (
            <Words at={middleOf(band(i)! + band.bandwidth() / 2, category, width)} anchor="middle" y={bottom + 17} across={side}>
              {category}
            </Words>
          ),
      )}
    </Canvas>
  );
}

/** The value on top of a column, where it fits. */
function Top({ column, axis, side, format }: { column: Column; axis: ReturnType<typeof valueAxis>; side: ReturnType<typeof across>; format: (value: number) => string }) {
  const words = format(column.high);
  if (column.isHidden || widthOf(words) > column.width * 1.25) return null;
  return (
    <Words at={column.place + column.width / 2} anchor="middle" y={axis.scale(column.high) - 4} className="chart-label chart-value" across={side}>
      {words}
    </Words>
  );
}

/** A label at an end stays inside the drawing. */
export function middleOf(place: number, label: string, width: number): number {
  const half = widthOf(label) / 2;
  return Math.max(half, Math.min(place, width - half));
}

function highest(series: readonly Series[], mode: 'grouped' | 'stacked'): number {
  if (mode === 'grouped') return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return Math.max(0, ...(series[0]?.values ?? []).map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0)));
}

type Band = ReturnType<typeof scaleBand<number>>;

function grouped(series: readonly Series[], band: Band): Column[] {
  const width = band.bandwidth() / series.length;
  return series.flatMap(({ values }, index) =>
    values.map((value, i) => ({ series: index, place: band(i)! + index * width, width: Math.max(width - (series.length > 1 ? 1 : 0), 1), low: 0, high: value ?? 0, isHidden: value === null })),
  );
}

/** What is not shown stands hatched on top of what is: its height says nothing. */
function stacked(series: readonly Series[], band: Band): Column[] {
  const rows = (series[0]?.values ?? []).map((_, i) => series.map(({ values }) => values[i] ?? null));
  const layers = stack<(number | null)[], number>().keys(series.map((_, i) => i)).value((row, key) => row[key] ?? 0)(rows);
  const shown = layers.flatMap((layer) => layer.map(([low, high], i) => ({ series: layer.key, place: band(i)!, width: band.bandwidth(), low, high, isHidden: false })));
  const hidden = rows.flatMap((row, i) => {
    const sum = row.reduce<number>((total, value) => total + (value ?? 0), 0);
    return row.includes(null) ? [{ series: 0, place: band(i)!, width: band.bandwidth(), low: sum, high: sum, isHidden: true }] : [];
  });
  return [...shown.filter(({ low, high }) => high > low), ...hidden];
}
