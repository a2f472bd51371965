const searched = 30;
const longestTitle = 80;

/**
 * The place of the header among the first rows: the first row that is at least half as wide as the rows below it, has two
 * titles or more, and holds nothing but titles. So a title line, a date of print or an empty line above it is passed over.
 * Null when no row looks like a header.
 */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  const widths = rows.slice(0, searched * 2).map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const needed = Math.max(2, Math.ceil(Math.max(0, ...widths) / 2));
  const place = rows.slice(0, searched).findIndex((cells, index) => widths[index]! >= needed && looksLikeHeader(cells));
  return place === -1 ? null : place;
}

function looksLikeHeader(cells: readonly string[]): boolean {
  const titles = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const different = new Set(titles.map((title) => title.toLowerCase()));
  return titles.every(looksLikeTitle) && different.size * 2 >= titles.length && different.size >= 2;
}

/** "Telefoon 2" is a title; "0470 00 00 01", "03/02/1988", "naam@example.org" and "12 bus 3" are not. */
function looksLikeTitle(cell: string): boolean {
  const digits = cell.replace(/\D/g, '').length;
  const letters = cell.replace(/[^\p{L}]/gu, '').length;
  return cell.length <= longestTitle && letters >= 1 && letters > digits && !cell.includes('@') && !/^\d/.test(cell);
}
