import type { Temporal } from '../time/temporal.ts';
import { neutralise } from './neutralise.ts';

/** What a cell of a file that leaves may hold. A day is written as 2026-03-01, an empty cell as nothing. */
export type CsvCell = string | number | boolean | null | undefined | Temporal.PlainDate;

/**
 * A CSV file for Excel in a Dutch-speaking office: RFC 4180 with CRLF, but `;` between cells, since Excel there takes the list
 * separator of Windows, and UTF-8 with a byte-order mark, without which Excel reads Windows-1252. Numbers keep a point when
 * they have decimals, as everywhere else in open data. Text that looks like a formula is neutralised; numbers are not text,
 * so -5 stays -5.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>): string {
  const lines = ['\uFEFF'];
  for (const row of rows) lines.push(row.map(written).join(';'), '\r\n');
  return lines.join('');
}

function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return cell.toString();
  return quoted(neutralise(cell));
}

/** Quoted whenever any reader could split it: also on commas, for a file that is opened elsewhere than in Belgium. */
function quoted(text: string): string {
  return /[";,\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
