import { zipSync } from 'fflate';
import readWorkbook, { type CellValue as LibraryValue } from 'read-excel-file/universal';
import type { TableLimits, TableRefusal, TableRow } from './table.ts';

export type SheetRows = { name: string; lines: TableRow[] };

type CellValue = LibraryValue<string> | null;

const roomAboveHeader = 100;

/**
 * The rows of every visible sheet of an unpacked workbook, as text: days as 1988-02-03, numbers with all their digits, a formula
 * as the value that was saved with it (it is never evaluated). `parts` are the container's XML parts by path.
 */
export async function readXlsx(parts: Map<string, Uint8Array>, limits: TableLimits): Promise<SheetRows[] | TableRefusal> {
  for (const [path, part] of parts) {
    const refusal = path.startsWith('xl/worksheets/') ? overflow(part, limits) : null;
    if (refusal) return refusal;
  }
  const workbook = await parsedWorkbook(parts);
  if (!workbook) return { refused: 'damaged-xlsx' };
  const hidden = hiddenSheets(parts);
  return workbook.filter(({ sheet }) => !hidden.has(sheet)).map(({ sheet, data }) => ({ name: sheet, lines: filledRows(data) }));
}

/** The parser fills up every row to the widest cell: one cell at XFD1048576 would cost 17 thousand million cells. */
function overflow(part: Uint8Array, limits: TableLimits): TableRefusal | null {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  for (const [, letters, row] of xml.matchAll(/<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,4})(\d{1,9})"(?:[^>]*[^/])?>/g)) {
    if (Number(row) > limits.maxRows + roomAboveHeader) return { refused: 'too-many-rows', limit: limits.maxRows };
    if (columnNumber(letters!) > limits.maxColumns) return { refused: 'too-many-columns', limit: limits.maxColumns };
  }
  return null;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Packed anew without compression, so that the parser works on the parts that were counted and on nothing else. */
async function parsedWorkbook(parts: Map<string, Uint8Array>): Promise<{ sheet: string; data: CellValue[][] }[] | null> {
  const container = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return await readWorkbook(container.buffer as ArrayBuffer, { parseNumber: plainNumber });
  } catch {
    return null;
  }
}

/** 1.1000000000000001 and 8.5073003328E10 as people see them; digits beyond the reach of a double stay as saved. */
function plainNumber(saved: string): string {
  const number = Number(saved);
  if (!Number.isFinite(number) || /^-?\d+$/.test(saved)) return saved;
  return Number.isInteger(number) ? BigInt(number).toString() : String(Number(number.toPrecision(15)));
}

function filledRows(data: CellValue[][]): TableRow[] {
  return data.map((cells, index) => ({ line: index + 1, cells: cells.map(shown) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function shown(value: CellValue): string {
  if (value === null) return '';
  return value instanceof Date ? shownDate(value) : String(value).trim();
}

/** Midnight is a day; a day before 1900 is a bare time of day; anything else is both. */
function shownDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = [value.toISOString().slice(0, 10), value.toISOString().slice(11, 16)];
  if (value.getUTCFullYear() < 1900) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

function hiddenSheets(parts: Map<string, Uint8Array>): Set<string> {
  const workbook = new TextDecoder().decode(parts.get('xl/workbook.xml'));
  const tags = workbook.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  const hidden = tags.filter((tag) => /\sstate="(?:hidden|veryHidden)"/.test(tag));
  return new Set(hidden.map((tag) => unescaped(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '')));
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name]!);
}
