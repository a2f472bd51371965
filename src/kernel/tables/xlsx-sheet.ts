import { Temporal } from '../time/temporal.ts';
import type { XlsxCell, XlsxSheet } from './write-xlsx.ts';
import { escapeXml, listsSheetName, sheetOpening, styles } from './xlsx-parts.ts';

const lastRow = 1_048_576;
const longestText = 32_767;

/** One sheet's XML. `firstList` is the column of the hidden sheet where this sheet's drop-down lists begin. */
export function sheetXml(sheet: XlsxSheet, firstList: number): string {
  const letters = sheet.header.map((_, index) => columnLetters(index));
  const rows = [rowXml(1, sheet.header, letters, styles.header)];
  let number = 1;
  for (const row of sheet.rows) rows.push(rowXml(++number, row, letters, styles.text));
  return [
    sheetOpening,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columnsXml(sheet),
    '<sheetData>',
    ...rows,
    '</sheetData>',
    validationsXml(sheet, firstList),
    '</worksheet>',
  ].join('');
}

/** 0 → A, 25 → Z, 26 → AA */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}

function rowXml(number: number, cells: readonly XlsxCell[], letters: readonly string[], textStyle: number): string {
  const written = cells.map((cell, index) => cellXml(`${letters[index] ?? columnLetters(index)}${number}`, cell, textStyle));
  return `<row r="${number}">${written.join('')}</row>`;
}

/** Text goes in as an inline string: Excel and LibreOffice never evaluate one, whatever it begins with. */
function cellXml(reference: string, cell: XlsxCell, textStyle: number): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${reference}"><v>${cell}</v></c>`;
  if (cell instanceof Temporal.PlainDate && cell.year > 1900) return `<c r="${reference}" s="${styles.date}"><v>${daySerial(cell)}</v></c>`;
  return `<c r="${reference}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitted(String(cell)))}</t></is></c>`;
}

/** Excel refuses a workbook with more than 32,767 characters in a cell; a longer text ends in an ellipsis. */
function fitted(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

const dayZero = Temporal.PlainDate.from('1899-12-30');

/** Days since 30 December 1899, as Excel counts from March 1900; earlier days are written as text by the caller. */
function daySerial(day: Temporal.PlainDate): number {
  return dayZero.until(day, { largestUnit: 'day' }).days;
}

function columnsXml({ header, widths = [], formats = [] }: XlsxSheet): string {
  const columns = header.map((title, index) => {
    const format = formats[index];
    const style = format ? ` style="${styles[format]}"` : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? Math.min(40, Math.max(12, title.length + 2))}" customWidth="1"${style}/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

function validationsXml({ validations = [] }: XlsxSheet, firstList: number): string {
  if (validations.length === 0) return '';
  const each = validations.map(({ column, allowed }, index) => {
    const [place, list] = [columnLetters(column), columnLetters(firstList + index)];
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${place}2:${place}${lastRow}"><formula1>${listsSheetName}!$${list}$2:$${list}$${allowed.length + 1}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}
