import { strToU8, zipSync } from 'fflate';
import type { Temporal } from '../time/temporal.ts';
import { sheetXml } from './xlsx-sheet.ts';
import { contentTypes, listsSheetName, rootRelations, sheetNames, stylesXml, workbookRelations, workbookXml } from './xlsx-parts.ts';

/** What a cell may hold. A day becomes a real date shown as 03/02/1988; text is always text, never a formula. */
export type XlsxCell = string | number | boolean | null | undefined | Temporal.PlainDate;

export type XlsxSheet = {
  /** Shortened to 31 characters and cleared of []:*?/\ as Excel asks. */
  name: string;
  /** Bold, and frozen so that it stays in sight. */
  header: readonly string[];
  rows: Iterable<readonly XlsxCell[]>;
  /** Width per column in characters. */
  widths?: readonly number[];
  /** How a column that is still to be filled in behaves: `text` keeps 0470 and 00/00/1988 as typed. */
  formats?: readonly ('text' | 'date' | null)[];
  /** Values offered in a column, by column index; others may still be typed, after a warning. */
  validations?: readonly { column: number; allowed: readonly string[] }[];
};

/** A workbook (Office Open XML, transitional) of one or more sheets. The same input gives the same bytes. */
export function writeXlsx({ sheets }: { sheets: readonly XlsxSheet[] }): Uint8Array {
  if (sheets.length === 0) throw new Error('A workbook needs at least one sheet');
  const lists = sheets.flatMap((sheet) => (sheet.validations ?? []).map((validation) => validation.allowed));
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  let firstList = 0;
  const parts: [string, string][] = sheets.map((sheet, index) => {
    const xml = sheetXml(sheet, firstList);
    firstList += sheet.validations?.length ?? 0;
    return [`xl/worksheets/sheet${index + 1}.xml`, xml];
  });
  if (lists.length > 0) parts.push([`xl/worksheets/sheet${sheets.length + 1}.xml`, listsXml(lists)]);
  return zipped([
    ['[Content_Types].xml', contentTypes(parts.length)],
    ['_rels/.rels', rootRelations],
    ['xl/workbook.xml', workbookXml(names, lists.length > 0)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(parts.length)],
    ['xl/styles.xml', stylesXml],
    ...parts,
  ]);
}

/** The hidden sheet that the drop-down lists point at: a list in place may hold 255 characters and no comma. */
function listsXml(lists: readonly (readonly string[])[]): string {
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null));
  return sheetXml({ name: listsSheetName, header: lists.map((_, index) => String(index + 1)), rows }, 0);
}

function zipped(parts: [string, string][]): Uint8Array {
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])), { mtime: '1980-01-01T12:00:00' });
}
