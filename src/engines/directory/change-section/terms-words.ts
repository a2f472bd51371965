import { formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import type { Cost, DutchLevel } from '../service.ts';

/** "Gratis", "€ 12,50 per les", "Je betaalt naar inkomen". */
export function costWords(locale: Locale, { kind, amount, note }: Cost): string {
  const said = kind === 'free' ? text(locale, 'terms.cost.free') : amount === null ? text(locale, 'terms.cost.paid') : formatNumber(locale, amount, { style: 'currency', currency: 'EUR' });
  return [said, note].filter(Boolean).join(', ');
}

/** "A2", or that none is needed. */
export function dutchWords(locale: Locale, level: DutchLevel): string {
  return level === 'none' ? text(locale, 'terms.needed-dutch.none') : level;
}
