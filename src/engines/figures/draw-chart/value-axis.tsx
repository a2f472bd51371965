import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { round, Words, type Across } from './chart.tsx';
import { widthOf } from './label.ts';

export interface ValueAxis {
  scale: ScaleLinear<number, number>;
  ticks: number[];
  /** Room for the widest of its labels. */
  room: number;
}

/** Above the highest line: half a line of text, or a value written over a mark that stands on it. */
export const roomAbove = 24;

/** A standing axis from 0 over `most`, from `bottom` up to `top`; whole steps when all values are whole. */
export function valueAxis(most: number, { top, bottom, format, isWhole = true }: { top: number; bottom: number; format: (value: number) => string; isWhole?: boolean }): ValueAxis {
  const scale = scaleLinear().domain([0, most > 0 ? most : 1]).range([bottom, top]).nice(5);
  const ticks = scale.ticks(5).filter((tick) => !isWhole || Number.isInteger(tick));
  return { scale, ticks, room: Math.max(...ticks.map((tick) => widthOf(format(tick)))) + 8 };
}

/** Lines behind the drawing, each with its value before it. */
export function Grid({ axis, from, to, format, across: side }: { axis: ValueAxis; from: number; to: number; format: (value: number) => string; across: Across }) {
  return (
    <g>
      {axis.ticks.map((tick) => (
        <>
          <line class={tick === 0 ? 'chart-axis' : 'chart-grid'} x1={side.x(from)} x2={side.x(to)} y1={round(axis.scale(tick))} y2={round(axis.scale(tick))} />
          <Words at={from - 6} anchor="end" y={axis.scale(tick) + 4.5} className="chart-label chart-label--soft" across={side}>
            {format(tick)}
          </Words>
        </>
      ))}
    </g>
  );
}
