import { expect, it } from 'vitest';
import { Temporal } from '../../kernel/time/temporal.ts';
import { followTaxonomy, type Mapping } from './follow-taxonomy.ts';

const from = Temporal.PlainDate.from('2026-07-01');
const went: Mapping = { theme: 'leisure', subTheme: null, countsAs: 'health-wellbeing', from };
const placeOf = ({ period }: { period: string }) => period;
const cells = [
  { period: '2026-06', category: 'leisure', n: 12 },
  { period: '2026-06', category: 'health-wellbeing', n: 30 },
  { period: '2026-07', category: 'health-wellbeing', n: 45 },
];

it('counts a theme that went as what it became, in the months before as well', () => {
  expect(followTaxonomy(cells, [went], placeOf)).toEqual([
    { period: '2026-06', category: 'health-wellbeing', n: 42 },
    { period: '2026-07', category: 'health-wellbeing', n: 45 },
  ]);
});

it('does not tell a hidden count by the sum it goes into', () => {
  const hidden = cells.map((cell) => (cell.category === 'leisure' ? { ...cell, n: null } : cell));
  expect(followTaxonomy(hidden, [went], placeOf)[0]).toEqual({ period: '2026-06', category: 'health-wellbeing', n: null });
});

it('leaves what was released of a theme of which only a sub-theme went', () => {
  expect(followTaxonomy(cells, [{ ...went, subTheme: 'Sportkamp' }], placeOf)).toEqual(cells);
});
