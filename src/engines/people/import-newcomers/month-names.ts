import { fold } from '../names/fold.ts';

let months: Map<string, number> | null = null;

/** The month (1 to 12) by its name or the shorter forms of it in Dutch, French or English, folded. */
export function monthByName(name: string): number | null {
  months ??= new Map(['nl', 'fr', 'en'].flatMap((locale) => Array.from({ length: 12 }, (_, index) => namesOf(locale, index)).flat()));
  return months.get(name) ?? null;
}

function namesOf(locale: string, index: number): [string, number][] {
  const day = new Date(Date.UTC(2024, index, 15));
  const names = (['long', 'short'] as const).map((style) => fold(new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(day)));
  const short = names[0]!.slice(0, 3);
  const isClear = short !== 'jui' && !(locale === 'fr' && short === 'mai');
  return [...names, ...(isClear ? [short] : [])].map((name) => [name, index + 1]);
}
