import { decode } from './decode.ts';
import { fileKind, foreignText, zipKind } from './file-kind.ts';
import { findHeader } from './find-header.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { usualLimits, type RaggedRow, type Table, type TableLimits, type TableRefusal, type TableRow } from './table.ts';
import { unpackXml } from './unpack.ts';

/**
 * Reads a table that someone sent: CSV (split by ; , tab or |, UTF-8, UTF-16 or Windows-1252) or XLSX (the first visible sheet
 * with a header). What the file is, is told by its bytes and never by its name. A file that cannot be read gives a refusal with
 * a name, as a value: nothing is thrown for what a stranger may send.
 */
export async function readTable(bytes: Uint8Array, limits: Partial<TableLimits> = {}): Promise<Table | TableRefusal> {
  const all = { ...usualLimits, ...limits };
  if (bytes.length > all.maxBytes) return { refused: 'too-large', limitBytes: all.maxBytes };
  if (bytes.length === 0) return { refused: 'empty' };
  const kind = fileKind(bytes);
  if (kind === 'zip') return readContainer(bytes, all);
  if (kind === 'text') return readText(bytes, all);
  return kind === 'old-xls' || kind === 'encrypted-xlsx' ? { refused: kind } : { refused: 'not-a-table', found: kind };
}

function readText(bytes: Uint8Array, limits: TableLimits): Table | TableRefusal {
  const decoded = decode(bytes);
  if ('refused' in decoded) return decoded;
  const { text, encoding } = decoded;
  if (text.trim() === '') return { refused: 'empty' };
  const foreign = foreignText(text);
  if (foreign) return { refused: 'not-a-table', found: foreign };
  const read = readCsv(text, limits);
  if ('refused' in read) return read;
  return asTable(read.lines, limits, { kind: 'csv', encoding, delimiter: read.delimiter, sheet: null, otherSheets: [] });
}

async function readContainer(bytes: Uint8Array, limits: TableLimits): Promise<Table | TableRefusal> {
  const unpacked = unpackXml(bytes, limits.maxUnpackedBytes);
  if ('refused' in unpacked) return unpacked.refused === 'too-large' ? { refused: 'too-large', limitBytes: limits.maxUnpackedBytes } : { refused: 'damaged-xlsx' };
  const kind = zipKind(unpacked.parts.keys());
  if (kind !== 'xlsx') return { refused: 'not-a-table', found: kind };
  const sheets = await readXlsx(unpacked.parts, limits);
  if ('refused' in sheets) return sheets;
  const filled = sheets.filter(({ lines }) => lines.length > 0);
  const chosen = filled.find(({ lines }) => findHeader(lines.map(({ cells }) => cells)) !== null) ?? filled[0];
  if (!chosen) return { refused: 'empty' };
  const otherSheets = filled.filter((sheet) => sheet !== chosen).map(({ name }) => name);
  return asTable(chosen.lines, limits, { kind: 'xlsx', encoding: null, delimiter: null, sheet: chosen.name, otherSheets });
}

type Source = Pick<Table, 'kind' | 'encoding' | 'delimiter' | 'sheet' | 'otherSheets'>;

function asTable(lines: TableRow[], limits: TableLimits, source: Source): Table | TableRefusal {
  const place = findHeader(lines.map(({ cells }) => cells));
  if (place === null) return { refused: 'no-header' };
  const below = lines.slice(place + 1);
  if (below.length > limits.maxRows) return { refused: 'too-many-rows', limit: limits.maxRows };
  const titles = withoutEmptyTail(lines[place]!.cells);
  const widest = below.reduce((most, { cells }) => Math.max(most, withoutEmptyTail(cells).length), titles.length);
  if (widest > limits.maxColumns) return { refused: 'too-many-columns', limit: limits.maxColumns };
  return {
    ...source,
    headerLine: lines[place]!.line,
    header: filledUp(titles, widest),
    rows: below.map(({ line, cells }) => ({ line, cells: filledUp(cells.slice(0, widest), widest) })),
    ragged: source.kind === 'csv' ? raggedRows(below, lines[place]!.cells.length) : [],
    damagedLines: below.filter(({ cells }) => cells.some((cell) => cell.includes('\uFFFD'))).map(({ line }) => line),
  };
}

/** Empty cells at the end are no more than a habit of some programs; a missing or extra one that is filled is reported. */
function raggedRows(rows: TableRow[], expected: number): RaggedRow[] {
  return rows
    .filter(({ cells }) => cells.length < expected || withoutEmptyTail(cells).length > expected)
    .map(({ line, cells }) => ({ line, expected, found: cells.length }));
}

function withoutEmptyTail(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function filledUp(cells: string[], width: number): string[] {
  return cells.concat(Array.from({ length: width - cells.length }, () => ''));
}
