export type Understood = { codes: string[]; unknown: string[] };

/**
 * The codes in a cell that may hold several values: "Syrië", "Syrië; Irak", "Arabisch, Frans", "nl/fr", "Arabe et français". A whole that is
 * understood is never split ("Congo, Democratische Republiek", "Bosnië en Herzegovina").
 */
export function splitValues(cell: string, find: (text: string) => string | null): Understood {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const part of cell.split(/[;|+\n]/).flatMap((side) => sidesOf(side, find))) {
    const code = find(part);
    if (code) codes.push(code);
    else unknown.push(part.trim());
  }
  return { codes: [...new Set(codes)], unknown };
}

function sidesOf(side: string, find: (text: string) => string | null): string[] {
  if (find(side)) return [side];
  return side.split(/[,/&]|\s(?:en|et|and)\s/).filter((part) => part.trim() !== '');
}
