import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

export type Value = string | number | boolean | null | readonly string[];

/** Streams rows into a table as COPY text; nothing is held in memory but one piece. */
export async function copyRows(client: pg.Client, table: string, columns: string, rows: Iterable<readonly Value[]>): Promise<void> {
  const copy = client.query(from(`copy ${table} (${columns}) from stdin`));
  let piece = '';
  for (const row of rows) {
    piece += `${row.map(asText).join('\t')}\n`;
    if (piece.length < 1_000_000) continue;
    if (!copy.write(piece)) await once(copy, 'drain');
    piece = '';
  }
  copy.end(piece);
  await finished(copy);
}

function asText(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'object') return escape(`{${value.map((each) => `"${each.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return typeof value === 'string' ? escape(value) : String(value);
}

function escape(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!);
}
