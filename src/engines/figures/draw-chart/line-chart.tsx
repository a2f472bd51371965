import { scalePoint } from 'd3-scale';
import { area, line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';
import { across, Canvas, formatOf, Hidden, Legend, legendRowHeight, legendRows, seriesClass, Words, type Across, type ChartProps, type Series } from './chart.tsx';
import { middleOf } from './column-chart.tsx';
import { stepBetweenLabels, widthOf } from './label.ts';
import { Grid, roomAbove, valueAxis, type ValueAxis } from './value-axis.tsx';

export interface LineChartProps extends ChartProps {
  /** Moments, in order and evenly spaced. */
  moments: readonly string[];
  series: readonly Series[];
  /** Fills what lies under the line of a single series. */
  isArea?: boolean;
  /** The least upper end of the axis: 1 for shares that must be compared with the whole. */
  atLeast?: number;
  /** False for shares and averages. */
  isWhole?: boolean;
  height?: number;
}

/** Each series has a mark of its own shape, so that colour alone tells nothing apart. */
const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar, symbolWye];

/** Lines over months or years; where a value is not shown the line breaks and a hatched mark stands on the axis. */
export function LineChart({ moments, series, isArea = false, atLeast = 0, isWhole = true, width = 720, height = 280, ...props }: LineChartProps) {
  const format = formatOf(props);
  const side = across(props.locale, width);
  const hidden = series.some(({ values }) => values.includes(null)) ? { id: props.id, label: props.hiddenLabel } : undefined;
  const names = series.length > 1 ? series.map(({ name }) => name) : [];
  const top = legendRows(hidden ? [...names, hidden.label] : names, width).length * legendRowHeight + roomAbove;
  const bottom = height - 24;
  const most = Math.max(atLeast, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const axis = valueAxis(most, { top, bottom, format, isWhole });
  const places = scalePoint<number>().domain(moments.map((_, i) => i)).range([axis.room + 6, width - 10]);
  const at = (i: number) => places(i)!;
  const step = stepBetweenLabels(moments, places.step() || width);
  return (
    <Canvas {...props} width={width} height={height}>
      <Legend names={names} width={width} across={side} hidden={hidden} />
      <Grid axis={axis} from={axis.room} to={width} format={format} across={side} />
      {series.map(({ values }, index) => (
        <Line id={props.id} values={values} index={index} axis={axis} at={at} side={side} isArea={isArea && series.length === 1} />
      ))}
      {series.length === 1 && <Ends values={series[0]!.values} axis={axis} at={at} side={side} width={width} format={format} />}
      {moments.map(
        (moment, i) =>
          i % step === 0 && (
            <Words at={middleOf(at(i), moment, width)} anchor="middle" y={bottom + 17} across={side}>
              {moment}
            </Words>
          ),
      )}
    </Canvas>
  );
}

interface LineProps {
  id: string;
  values: readonly (number | null)[];
  index: number;
  axis: ValueAxis;
  at: (i: number) => number;
  side: Across;
  isArea: boolean;
}

function Line({ id, values, index, axis, at, side, isArea }: LineProps) {
  const marks = symbol(shapes[index % shapes.length]!, 34);
  const path = line<number | null>((_, i) => side.x(at(i)), (value) => axis.scale(value ?? 0)).defined((value) => value !== null).digits(1);
  const under = area<number | null>((_, i) => side.x(at(i)), axis.scale(0), (value) => axis.scale(value ?? 0)).defined((value) => value !== null).digits(1);
  return (
    <g class={seriesClass(index)}>
      {isArea && <path class="chart-area" d={under(values) ?? ''} />}
      <path class="chart-line" d={path(values) ?? ''} fill="none" stroke-width="2.5" stroke-linejoin="round" />
      {values.map((value, i) =>
        value === null ? (
          <Hidden id={id} x={side.x(at(i)) - 5} y={axis.scale(0) - 10} width={10} height={10} />
        ) : (
          <path class="chart-mark" d={marks() ?? ''} transform={`translate(${side.x(at(i))} ${Math.round(axis.scale(value) * 10) / 10})`} />
        ),
      )}
    </g>
  );
}

/** The highest and the last value, written at their marks. */
function Ends({ values, axis, at, side, width, format }: { values: readonly (number | null)[]; axis: ValueAxis; at: (i: number) => number; side: Across; width: number; format: (value: number) => string }) {
  const known = values.map((value, i) => ({ value, i })).filter((point): point is { value: number; i: number } => point.value !== null);
  const peak = known.reduce<{ value: number; i: number } | undefined>((best, point) => (!best || point.value > best.value ? point : best), undefined);
  const last = known.at(-1);
  if (!peak || !last) return null;
  const room = (widthOf(format(peak.value)) + widthOf(format(last.value))) / 2 + 8;
  const written = last.i !== peak.i && Math.abs(at(last.i) - at(peak.i)) < room ? [peak] : last.i === peak.i ? [peak] : [peak, last];
  // Where the line comes down to the last mark, the words stand under it, free of the line.
  const comesDown = (i: number) => i !== peak.i && (values[i - 1] ?? 0) > (values[i] ?? 0) && axis.scale(0) - axis.scale(values[i] ?? 0) > 24;
  return (
    <>
      {written.map(({ value, i }) => (
        <Words at={middleOf(at(i), format(value), width)} anchor="middle" y={axis.scale(value) + (comesDown(i) ? 19 : -9)} className="chart-label chart-value" across={side}>
          {format(value)}
        </Words>
      ))}
    </>
  );
}
