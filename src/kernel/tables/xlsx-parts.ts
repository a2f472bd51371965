/** The fixed parts of a workbook. Style numbers below are places in `cellXfs` of `stylesXml`. */
export const styles = { plain: 0, header: 1, date: 2, text: 3 } as const;
export const listsSheetName = 'lijsten';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetmlType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetOpening = `${declaration}<worksheet xmlns="${main}">`;

export function contentTypes(sheetCount: number): string {
  const sheets = numbered(sheetCount, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${sheetmlType}.worksheet+xml"/>`);
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetmlType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetmlType}.styles+xml"/>${sheets}</Types>`;
}

export const rootRelations = `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbookXml(names: readonly string[], withLists: boolean): string {
  const sheets = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const n = names.length + 1;
  if (withLists) sheets.push(`<sheet name="${listsSheetName}" sheetId="${n}" state="hidden" r:id="rId${n}"/>`);
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

export function workbookRelations(sheetCount: number): string {
  const sheets = numbered(sheetCount, (n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`);
  return `${declaration}<Relationships xmlns="${packageRelationships}">${sheets}<Relationship Id="rId${sheetCount + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`;
}

/** Calibri 11; plain, bold header, day as dd/mm/yyyy, and text (format 49, `@`) with the mark that keeps it text when it is edited. */
export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Names as Excel accepts them: 1 to 31 characters, none of []:*?/\, no apostrophe at the ends, none twice whatever the case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set([listsSheetName]);
  return wanted.map((name, index) => {
    const base = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+|[\s']+$/g, '') || `Blad${index + 1}`;
    let candidate = base.slice(0, 31);
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${base.slice(0, 27)} (${n})`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** Text as XML 1.0 allows it; signs that XML cannot hold are written as Excel does: _x0001_. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign]!);
}

function numbered(count: number, made: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => made(index + 1)).join('');
}
