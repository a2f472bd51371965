import type { Locale } from '../../kernel/i18n/locale.ts';
import { addressLines, type Address } from '../people/index.ts';
import type { Appointment } from './case.ts';
import { text } from './messages.ts';

/** Where a talk is held: "Thuis, Kerkstraat 12, 1500 Halle". */
export function placeWords(locale: Locale, { placeKind, place }: Pick<Appointment, 'placeKind' | 'place'>, home: Address | null): string {
  if (placeKind === 'home') return [text(locale, 'place.home'), ...(home ? addressLines(home) : [])].join(', ');
  if (placeKind === 'desk') return [text(locale, 'place.desk'), place].filter(Boolean).join(', ');
  return place ?? text(locale, 'place.other');
}
