import type { ComponentChildren } from 'preact';
import { direction, formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { fontSize, widthOf } from './label.ts';

/** What every chart needs. Colours and hatching come from the classes in the theme's `chart.css`. */
export interface ChartProps {
  locale: Locale;
  /** Unique on the page. */
  id: string;
  /** What it shows, read first by a screen reader. */
  title: string;
  /** What can be seen in it, in a sentence or two; the numbers stand in the table beside it. */
  description: string;
  /** Written where a value is not shown. */
  hiddenLabel: string;
  /** In units of the drawing; 13 units are the height of the words. 720 unless told, 340 for a telephone. */
  width?: number;
  /** How a value is written; as a whole number unless told. */
  format?: (value: number) => string;
}

export interface Series {
  name: string;
  /** One for each category; null is not shown. */
  values: readonly (number | null)[];
}

/** Number of looks for a series; more than these repeat. */
const looks = 6;

export function seriesClass(index: number): string {
  return `chart-series-${(index % looks) + 1}`;
}

export function formatOf({ locale, format }: Pick<ChartProps, 'locale' | 'format'>): (value: number) => string {
  return format ?? ((value) => formatNumber(locale, value));
}

/** Places along the reading direction: 0 is where a line begins, at the right in Arabic. */
export interface Across {
  isMirrored: boolean;
  /** From a place along the reading direction to an x. */
  x(place: number): number;
  /** The x of a box that begins at a place. */
  box(place: number, width: number): number;
}

export function across(locale: Locale, width: number): Across {
  const isMirrored = direction(locale) === 'rtl';
  return {
    isMirrored,
    x: (place) => round(isMirrored ? width - place : place),
    box: (place, boxWidth) => round(isMirrored ? width - place - boxWidth : place),
  };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface CanvasProps extends Pick<ChartProps, 'id' | 'title' | 'description' | 'locale'> {
  width: number;
  height: number;
  children: ComponentChildren;
}

export function Canvas({ id, title, description, locale, width, height, children }: CanvasProps) {
  return (
    <svg class="chart" role="img" aria-labelledby={`${id}-title ${id}-description`} viewBox={`0 0 ${width} ${round(height)}`} width={width} height={round(height)} direction={direction(locale)} font-size={fontSize}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="chart-hatch-ground" width="6" height="6" />
          <line class="chart-hatch-line" x1="0" y1="0" x2="0" y2="6" stroke-width="2" />
        </pattern>
      </defs>
      {children}
    </svg>
  );
}

/** `at` is where the words begin, end or have their middle, along the reading direction. */
export function Words({ at, y, anchor = 'start', className = 'chart-label', across: side, children }: { at: number; y: number; anchor?: 'start' | 'middle' | 'end'; className?: string; across: Across; children: string }) {
  return (
    <text class={className} x={side.x(at)} y={round(y)} text-anchor={anchor}>
      {children}
    </text>
  );
}

/** A place whose value is not shown: hatched, so that it does not read as nothing. */
export function Hidden({ id, x, y, width, height }: { id: string; x: number; y: number; width: number; height: number }) {
  return <rect class="chart-suppressed" x={round(x)} y={round(y)} width={round(width)} height={round(height)} fill={`url(#${id}-hatch)`} />;
}

const swatch = 12;
const gap = 18;

/** Rows of swatches with names, as many beside each other as fit. */
export function legendRows(names: readonly string[], width: number): { name: string; index: number; at: number }[][] {
  const rows: { name: string; index: number; at: number }[][] = [];
  let at = Infinity;
  names.forEach((name, index) => {
    const needed = swatch + 6 + widthOf(name);
    if (at + needed > width) {
      rows.push([]);
      at = 0;
    }
    rows.at(-1)!.push({ name, index, at });
    at += needed + gap;
  });
  return rows;
}

export const legendRowHeight = 20;

export function Legend({ names, width, across: side, hidden }: { names: readonly string[]; width: number; across: Across; hidden?: { id: string; label: string } }) {
  const all = hidden ? [...names, hidden.label] : names;
  return (
    <g>
      {legendRows(all, width).flatMap((row, line) =>
        row.map(({ name, index, at }) => (
          <>
            {index < names.length ? (
              <rect class={seriesClass(index)} x={side.box(at, swatch)} y={line * legendRowHeight + 3} width={swatch} height={swatch} rx="2" />
            ) : (
              <Hidden id={hidden!.id} x={side.box(at, swatch)} y={line * legendRowHeight + 3} width={swatch} height={swatch} />
            )}
            <Words at={at + swatch + 6} y={line * legendRowHeight + 14} across={side}>
              {name}
            </Words>
          </>
        )),
      )}
    </g>
  );
}
