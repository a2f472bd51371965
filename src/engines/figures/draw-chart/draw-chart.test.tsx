import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { BarChart } from './bar-chart.tsx';
import { ColumnChart } from './column-chart.tsx';
import { linesOf, widthOf } from './label.ts';
import { LineChart } from './line-chart.tsx';

const base = { locale: 'nl', id: 'chart', title: 'Vragen per thema', description: 'Wonen komt het vaakst voor.', hiddenLabel: 'afgeschermd' } as const;
const months = Array.from({ length: 24 }, (_, i) => `maand ${i + 1} 2025`);

const charts: Record<string, (locale: 'nl' | 'ar', width: number) => VNode> = {
  'lying bars': (locale, width) => <BarChart {...base} locale={locale} width={width} bars={[{ label: 'Gezondheid en welzijn voor iedereen', value: 1234 }, { label: 'Wonen', value: 40 }, { label: 'Werk', value: null }, { label: 'Verblijf', value: null, atLeast: { value: 1300, label: 'minstens 1.300' } }]} />,
  columns: (locale, width) => <ColumnChart {...base} locale={locale} width={width} categories={months} series={[{ name: 'Vragen', values: months.map((_, i) => (i === 3 ? null : i * 11)) }]} />,
  'grouped columns': (locale, width) => <ColumnChart {...base} locale={locale} width={width} categories={months} series={[{ name: 'Op tijd', values: months.map((_, i) => i * 11) }, { name: 'Later of niet', values: months.map(() => null) }]} />,
  'stacked columns': (locale, width) => <ColumnChart {...base} locale={locale} width={width} mode="stacked" categories={months} series={[{ name: 'Op tijd', values: months.map((_, i) => i * 11) }, { name: 'Later of niet', values: months.map((_, i) => (i % 5 ? i : null)) }]} />,
  lines: (locale, width) => <LineChart {...base} locale={locale} width={width} moments={months} series={[{ name: 'Wonen', values: months.map((_, i) => i * 3000) }, { name: 'Werk', values: months.map((_, i) => (i === 3 ? null : 9)) }]} />,
  area: (locale, width) => <LineChart {...base} locale={locale} width={width} isArea moments={months} series={[{ name: 'Wonen', values: months.map((_, i) => i * 3000) }]} />,
};

interface Placed {
  words: string;
  from: number;
  to: number;
  y: number;
}

/** Where each piece of text lies, as the browser will place it. */
function textsOf(svg: string): Placed[] {
  const isMirrored = svg.includes('direction="rtl"');
  return [...svg.matchAll(/<text class="[^"]*" x="([^"]+)" y="([^"]+)" text-anchor="(\w+)">([^<]*)<\/text>/g)].map(([, x, y, anchor, words]) => {
    const width = widthOf(words!.replaceAll('&amp;', '&'));
    const begins = anchor === 'middle' ? Number(x) - width / 2 : (anchor === 'start') !== isMirrored ? Number(x) : Number(x) - width;
    return { words: words!, from: begins, to: begins + width, y: Number(y) };
  });
}

describe.each(Object.entries(charts))('%s', (_, draw) => {
  it.each([
    ['nl', 720],
    ['nl', 320],
    ['ar', 720],
  ] as const)('keep all words inside the drawing and off each other (%s, %i wide)', (locale, width) => {
    const texts = textsOf(renderToString(draw(locale, width)));
    expect(texts.length).toBeGreaterThan(2);
    for (const { from, to } of texts) {
      expect(from).toBeGreaterThanOrEqual(-1);
      expect(to).toBeLessThanOrEqual(width + 1);
    }
    for (const one of texts) {
      const touching = texts.filter((other) => other !== one && Math.abs(other.y - one.y) < 11 && other.from < one.to && one.from < other.to);
      expect(touching.map(({ words }) => words)).toEqual([]);
    }
  });

  it('are a picture with a title and a description, and carry no style of their own', () => {
    const svg = renderToString(draw('nl', 720));
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title id="chart-title">Vragen per thema</title>');
    expect(svg).toContain('<desc id="chart-description">');
    expect(svg).toContain('aria-labelledby="chart-title chart-description"');
    expect(svg).not.toMatch(/ style=|<style|<script|NaN|undefined|Infinity/);
  });
});

describe('a chart', () => {
  it('has room for the value over a mark that stands on the highest line', () => {
    const [categories, values] = [['jan', 'feb', 'mrt'], [0, 0, 6]];
    const area = <LineChart {...base} isArea moments={categories} series={[{ name: 'Wonen', values }]} />;
    const columns = <ColumnChart {...base} categories={categories} series={[{ name: 'Wonen', values }]} />;
    for (const chart of [area, columns]) for (const { y } of textsOf(renderToString(chart))) expect(y).toBeGreaterThan(11);
  });

  it('hatches what is not shown and says so, instead of drawing nothing', () => {
    const svg = renderToString(charts['lying bars']!('nl', 720));
    expect(svg).toContain('class="chart-suppressed"');
    expect(svg).toContain('fill="url(#chart-hatch)"');
    expect(svg).toContain('>afgeschermd</text>');
  });

  it('draws the part of a sum that is shown, and says that it is at least that', () => {
    const svg = renderToString(charts['lying bars']!('nl', 720));
    expect(svg).toContain('>minstens 1.300</text>');
    expect(svg.match(/class="chart-suppressed"/g)).toHaveLength(2);
  });

  it('writes numbers as the reader does', () => {
    expect(renderToString(charts['lying bars']!('nl', 720))).toContain('>1.234<');
  });

  it('runs from right to left in Arabic', () => {
    const firstBar = (svg: string) => /class="chart-series-1" x="([^"]+)" y="[^"]+" width="([^"]+)"/.exec(svg)!.slice(1).map(Number) as [number, number];
    const [begin] = firstBar(renderToString(charts['lying bars']!('nl', 720)));
    const [x, width] = firstBar(renderToString(charts['lying bars']!('ar', 720)));
    expect(x + width).toBeCloseTo(720 - begin, 0);
  });

  it('breaks a line where a value is not shown', () => {
    const path = /class="chart-line" d="([^"]+)"/g;
    const [, second] = [...renderToString(charts['lines']!('nl', 720)).matchAll(path)].map(([, d]) => d!);
    expect(second!.match(/M/g)).toHaveLength(2);
  });

  it('stands when there is nothing to draw', () => {
    expect(renderToString(<BarChart {...base} bars={[]} />)).not.toContain('NaN');
    expect(renderToString(<ColumnChart {...base} categories={[]} series={[]} />)).not.toContain('NaN');
    expect(renderToString(<LineChart {...base} moments={['2015']} series={[{ name: 'Aanvragen', values: [null] }]} />)).not.toContain('NaN');
  });
});

describe('a long name', () => {
  it('is written on two lines, and shortened when that is not enough', () => {
    expect(linesOf('School en kinderopvang', 90)).toEqual(['School en', 'kinderopvang']);
    expect(linesOf('Arbeidsongeschiktheidsverzekering', 90)[0]).toMatch(/^Arbeids.*…$/);
  });
});
