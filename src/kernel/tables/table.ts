export type Delimiter = ',' | ';' | '\t' | '|';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** `line` is the line of the file where the row begins (CSV) or the row's number in the sheet (XLSX), counted from 1. */
export type TableRow = { line: number; cells: string[] };

/** A row of a CSV file that holds fewer or more cells than the header; missing cells were added empty, extra ones kept. */
export type RaggedRow = { line: number; expected: number; found: number };

export type Table = {
  kind: 'csv' | 'xlsx';
  /** null for a workbook, whose text is always Unicode */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  /** the sheet that was read, and those beside it that were not */
  sheet: string | null;
  otherSheets: string[];
  headerLine: number;
  /** as many titles as the widest row has cells; a column without a title has '' */
  header: string[];
  /** every row has as many cells as the header; blank rows are left out */
  rows: TableRow[];
  ragged: RaggedRow[];
  /** lines that hold U+FFFD: signs that were already lost when the file was made */
  damagedLines: number[];
};

/** Why a file was not read. Each name stands for one thing that the sender can do about it. */
export type TableRefusal =
  | { refused: 'empty' }
  | { refused: 'too-large'; limitBytes: number }
  | { refused: 'too-many-rows'; limit: number }
  | { refused: 'too-many-columns'; limit: number }
  /** `found` says what it is, when that can be told */
  | { refused: 'not-a-table'; found: ForeignKind | null }
  | { refused: 'old-xls' }
  | { refused: 'encrypted-xlsx' }
  /** a workbook whose inside cannot be read */
  | { refused: 'damaged-xlsx' }
  | { refused: 'wrong-encoding' }
  | { refused: 'unclosed-quote'; line: number }
  | { refused: 'no-header' };

export type ForeignKind = 'pdf' | 'picture' | 'text-document' | 'open-document' | 'web-page' | 'xml' | 'json' | 'archive';

export type TableLimits = { maxBytes: number; maxUnpackedBytes: number; maxRows: number; maxColumns: number };

export const usualLimits: TableLimits = { maxBytes: 25_000_000, maxUnpackedBytes: 150_000_000, maxRows: 50_000, maxColumns: 200 };
