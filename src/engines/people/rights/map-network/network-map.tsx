import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { placeTies, rings } from './place-ties.ts';
import { sectors, type Tie } from './tie.store.ts';

/** Shape and number say what colour says too: a square is who stays for good, a number points into the list below. */
const marks = { family: 'chart-series-1', friends: 'chart-series-2', 'school-work': 'chart-series-3', professionals: 'chart-series-4' } as const;
const corners = { family: [-195, -185, 'start'], friends: [195, -185, 'end'], 'school-work': [195, 195, 'end'], professionals: [-195, 195, 'start'] } as const;

/** The people around someone: circles by closeness, quarters by kind. The list under it says the same. */
export function NetworkMap({ ties, label, locale }: { ties: readonly Tie[]; label: string; locale: Locale }) {
  const numbers = new Map(ties.map(({ id }, index) => [id, index + 1]));
  return (
    <svg class="chart" viewBox="-200 -200 400 400" role="img" aria-label={label}>
      {Object.values(rings).map((radius) => (
        <circle class="chart-grid" cx="0" cy="0" r={radius} fill="none" />
      ))}
      <path class="chart-grid" d="M-190 0H190M0-190V190" fill="none" />
      {sectors.map((sector) => {
        const [x, y, anchor] = corners[sector];
        return (
          <text class="chart-label chart-label--soft" x={x} y={y} text-anchor={anchor} font-size="14">
            {text(locale, `network.sector.${sector}`)}
          </text>
        );
      })}
      <circle class="chart-axis" cx="0" cy="0" r="24" fill="none" />
      <text class="chart-label chart-value" x="0" y="5" text-anchor="middle" font-size="15">
        {text(locale, 'network.centre')}
      </text>
      {placeTies(ties).map(({ tie, x, y }) => (
        <g class={marks[tie.sector]}>
          {tie.isSupport ? <rect x={x - 14} y={y - 14} width="28" height="28" fill="currentColor" /> : <circle cx={x} cy={y} r="14" fill="currentColor" />}
          <circle cx={x} cy={y} r="11" fill="#fff" />
          <text x={x} y={y + 5} text-anchor="middle" font-size="14" fill="#000">
            {numbers.get(tie.id)}
          </text>
        </g>
      ))}
    </svg>
  );
}
