import { scaleLinear } from 'd3-scale';
import { across, Canvas, formatOf, Hidden, round, seriesClass, Words, type ChartProps } from './chart.tsx';
import { fontSize, linesOf, widthOf } from './label.ts';

export interface BarChartProps extends ChartProps {
  bars: readonly { label: string; value: number | null; /** Which look; the first unless told. */ series?: number }[];
}

const lineHeight = fontSize + 3;
const space = 8;

/** Lying bars, for categories whose names are words: each with its name before it and its value behind it. */
export function BarChart({ bars, width = 720, ...props }: BarChartProps) {
  const format = formatOf(props);
  const side = across(props.locale, width);
  const names = Math.min(width * 0.42, Math.max(0, ...bars.map(({ label }) => widthOf(label))) + 4);
  const values = Math.max(widthOf(props.hiddenLabel), ...bars.map(({ value }) => widthOf(value === null ? '' : format(value)))) + space;
  const start = names + space;
  const length = scaleLinear().domain([0, Math.max(1, ...bars.map(({ value }) => value ?? 0))]).range([0, width - start - values - space]);
  let y = 0;
  const rows = bars.map((bar) => {
    const lines = linesOf(bar.label, names);
    const row = { ...bar, lines, y, height: Math.max(lines.length * lineHeight, 22) };
    y += row.height + space;
    return row;
  });
  return (
    <Canvas {...props} width={width} height={Math.max(y - space, lineHeight)}>
      {rows.map(({ lines, value, series = 0, y: top, height }) => (
        <g>
          {lines.map((line, i) => (
            <Words at={names} anchor="end" y={top + height / 2 + (i - (lines.length - 1) / 2) * lineHeight + 4.5} across={side}>
              {line}
            </Words>
          ))}
          {value === null ? (
            <Hidden id={props.id} x={side.box(start, 24)} y={top + 2} width={24} height={height - 4} />
          ) : (
            <rect class={seriesClass(series)} x={side.box(start, length(value))} y={top + 2} width={round(length(value))} height={height - 4} rx="2" />
          )}
          <Words at={start + (value === null ? 24 : length(value)) + space} y={top + height / 2 + 4.5} className={value === null ? 'chart-label chart-label--soft' : 'chart-label chart-value'} across={side}>
            {value === null ? props.hiddenLabel : format(value)}
          </Words>
        </g>
      ))}
      <line class="chart-axis" x1={side.x(start)} x2={side.x(start)} y1="0" y2={round(Math.max(y - space, lineHeight))} />
    </Canvas>
  );
}
