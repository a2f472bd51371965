import { scaleLinear } from 'd3-scale';
import { across, Canvas, formatOf, Hidden, round, seriesClass, Words, type ChartProps } from './chart.tsx';
import { fontSize, linesOf, widthOf } from './label.ts';

export interface Bar {
  label: string;
  /** Null is not shown. */
  value: number | null;
  /** Of a value that is not shown: the part that is, and how that is said. */
  atLeast?: { value: number; label: string };
  /** Which look; the first unless told. */
  series?: number;
}

export interface BarChartProps extends ChartProps {
  bars: readonly Bar[];
}

const lineHeight = fontSize + 3;
const space = 8;
const hatchWidth = 24;

/** Lying bars, for categories whose names are words: each with its name before it and its value behind it. */
export function BarChart({ bars, width = 720, ...props }: BarChartProps) {
  const format = formatOf(props);
  const side = across(props.locale, width);
  const words = ({ value, atLeast }: Bar) => (value === null ? (atLeast?.label ?? props.hiddenLabel) : format(value));
  const known = ({ value, atLeast }: Bar) => value ?? atLeast?.value ?? 0;
  const names = Math.min(width * 0.42, Math.max(0, ...bars.map(({ label }) => widthOf(label))) + 4);
  const values = Math.max(0, ...bars.map((bar) => widthOf(words(bar)) + (bar.value === null ? hatchWidth : 0))) + space;
  const start = names + space;
  const length = scaleLinear().domain([0, Math.max(1, ...bars.map(known))]).range([0, width - start - values - space]);
  let y = 0;
  const rows = bars.map((bar) => {
    const lines = linesOf(bar.label, names);
    const row = { ...bar, lines, y, height: Math.max(lines.length * lineHeight, 22) };
    y += row.height + space;
    return row;
  });
  return (
    <Canvas {...props} width={width} height={Math.max(y - space, lineHeight)}>
      {rows.map(({ lines, series = 0, y: top, height, ...bar }) => {
        const end = length(known(bar)) + (bar.value === null ? hatchWidth : 0);
        return (
          <g>
            {lines.map((line, i) => (
              <Words at={names} anchor="end" y={top + height / 2 + (i - (lines.length - 1) / 2) * lineHeight + 4.5} across={side}>
                {line}
              </Words>
            ))}
            <rect class={seriesClass(series)} x={side.box(start, length(known(bar)))} y={top + 2} width={round(length(known(bar)))} height={height - 4} />
            {bar.value === null && <Hidden id={props.id} x={side.box(start + length(known(bar)), hatchWidth)} y={top + 2} width={hatchWidth} height={height - 4} />}
            <Words at={start + end + space} y={top + height / 2 + 4.5} className={bar.value === null ? 'chart-label chart-label--soft' : 'chart-label chart-value'} across={side}>
              {words(bar)}
            </Words>
          </g>
        );
      })}
      <line class="chart-axis" x1={side.x(start)} x2={side.x(start)} y1="0" y2={round(Math.max(y - space, lineHeight))} />
    </Canvas>
  );
}
