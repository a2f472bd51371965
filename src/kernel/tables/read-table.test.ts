import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../time/temporal.ts';
import { readTable } from './read-table.ts';
import type { Table, TableRefusal } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const list = 'Naam;Geboortedatum;Gemeente\nRenée Müller;03/02/1988;Voorbeeldgem\nمحمد;1988;Voorbeeldgem\n';

describe('a CSV file', () => {
  for (const [sign, delimiter] of [['semicolons', ';'], ['commas', ','], ['tabs', '\t'], ['bars', '|']] as const)
    it(`is read when ${sign} split it`, async () => {
      const table = await read(list.replaceAll(';', delimiter));
      expect(table).toMatchObject({ kind: 'csv', delimiter, encoding: 'utf-8', headerLine: 1, header: ['Naam', 'Geboortedatum', 'Gemeente'] });
      expect(table.rows).toEqual([
        { line: 2, cells: ['Renée Müller', '03/02/1988', 'Voorbeeldgem'] },
        { line: 3, cells: ['محمد', '1988', 'Voorbeeldgem'] },
      ]);
    });

  it('is read in UTF-16, with and without its mark', async () => {
    const little = Buffer.from(`\uFEFF${list}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(await read(little)).toMatchObject({ encoding: 'utf-16le', header: ['Naam', 'Geboortedatum', 'Gemeente'] });
    expect(await read(big)).toMatchObject({ encoding: 'utf-16be' });
    const plain = Buffer.from('Naam;Gemeente\nRenée;Voorbeeldgem', 'utf16le');
    expect((await read(plain)).rows).toEqual([{ line: 2, cells: ['Renée', 'Voorbeeldgem'] }]);
  });

  it('is taken for Windows-1252 when it is not valid UTF-8', async () => {
    const table = await read(Buffer.from('Naam;Bedrag\nRenée Müller;\x80 5', 'latin1'));
    expect(table).toMatchObject({ encoding: 'windows-1252', rows: [{ cells: ['Renée Müller', '€ 5'] }] });
  });

  it('is refused when its bytes are in no encoding that is known', async () => {
    expect(await refusal(Buffer.from([0x4e, 0x61, 0x3b, 0x62, 0x0a, 0x81, 0x3b, 0x9d]))).toEqual({ refused: 'wrong-encoding' });
    expect(await refusal(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x3b, 0x00]))).toEqual({ refused: 'wrong-encoding' });
    expect(await refusal(Buffer.from('Naam;b\nx;\u0001'))).toEqual({ refused: 'wrong-encoding' });
  });

  it('keeps a delimiter, a quote and a line break inside quotes, and tells the line on which each row begins', async () => {
    const table = await read('Naam;Nota\r\n"An; ""Ann""";"twee\r\nregels"\r\n\r\nO"Neil;x\r\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['An; "Ann"', 'twee\nregels'] },
      { line: 5, cells: ['O"Neil', 'x'] },
    ]);
  });

  it('is read whatever ends its lines', async () => {
    expect((await read('Naam;Stad\rAn;Gent\r\nBo;Brugge\nCo;Aalst')).rows.map((row) => row.cells[0])).toEqual(['An', 'Bo', 'Co']);
  });

  it('names the line of a quote that is never closed', async () => {
    expect(await refusal('Naam;Stad\nAn;Gent\nBo;"Brugge\nCo;Aalst\n')).toEqual({ refused: 'unclosed-quote', line: 3 });
  });

  it('finds the header under title lines, and splits as its first line says', async () => {
    const table = await read('sep=;\nNieuwe inwoners\nPeriode;januari\n\nNaam;Voornaam;Geboren;Postcode;Straat\nPeeters;An;1990;9000;Kerkstraat 1, bus 2\n');
    expect(table).toMatchObject({ headerLine: 5, header: ['Naam', 'Voornaam', 'Geboren', 'Postcode', 'Straat'], rows: [{ line: 6 }] });
  });

  it('reports rows that are too short or too long, and loses no cell', async () => {
    const table = await read('Naam;Stad;Land\nAn;Gent\nBo;Brugge;BE;te veel\nCo;Aalst;BE;;\n');
    expect(table.header).toEqual(['Naam', 'Stad', 'Land', '']);
    expect(table.rows.map((row) => row.cells)).toEqual([['An', 'Gent', '', ''], ['Bo', 'Brugge', 'BE', 'te veel'], ['Co', 'Aalst', 'BE', '']]);
    expect(table.ragged).toEqual([{ line: 2, expected: 3, found: 2 }, { line: 3, expected: 3, found: 4 }]);
  });

  it('names the rows in which signs were lost before it was sent', async () => {
    expect((await read('Naam;Stad\nRen\uFFFDe;Gent\n')).damagedLines).toEqual([2]);
  });

  it('is refused without a header', async () => {
    expect(await refusal('1;2\n3;4\n')).toEqual({ refused: 'no-header' });
  });
});

describe('a file that is no table', () => {
  const foreign: [string, Uint8Array | string, TableRefusal][] = [
    ['nothing', '', { refused: 'empty' }],
    ['blank lines', '\n \n', { refused: 'empty' }],
    ['a PDF', '%PDF-1.7 …', { refused: 'not-a-table', found: 'pdf' }],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), { refused: 'not-a-table', found: 'picture' }],
    ['a page saved as .xls', '<!DOCTYPE html><table><tr><td>Naam</td></tr></table>', { refused: 'not-a-table', found: 'web-page' }],
    ['JSON', '[{"naam": "An", "stad": "Gent"}]', { refused: 'not-a-table', found: 'json' }],
    ['a letter', 'Beste,\nhierbij de lijst.\nTot ziens\n', { refused: 'not-a-table', found: null }],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<w/>') }), { refused: 'not-a-table', found: 'text-document' }],
    ['an OpenDocument sheet', zipSync({ 'content.xml': strToU8('<office/>') }), { refused: 'not-a-table', found: 'open-document' }],
    ['a gzip archive', gzipSync(strToU8('x')), { refused: 'not-a-table', found: 'archive' }],
    ['an .xls of before 2007', oldOffice('Workbook'), { refused: 'old-xls' }],
    ['a workbook with a password', oldOffice('EncryptedPackage'), { refused: 'encrypted-xlsx' }],
    ['half a workbook', writeXlsx({ sheets: [{ name: 'x', header: ['a', 'b'], rows: [] }] }).subarray(0, 700), { refused: 'damaged-xlsx' }],
  ];
  for (const [what, bytes, expected] of foreign)
    it(`is refused by name: ${what}`, async () => {
      expect(await refusal(bytes)).toEqual(expected);
    });

  it('is refused above the limits, before it is parsed', async () => {
    expect(await refusal('Naam;Stad\nAn;Gent', { maxBytes: 10 })).toEqual({ refused: 'too-large', limitBytes: 10 });
    expect(await refusal('Naam;Stad\nAn;Gent\nBo;Gent\n', { maxRows: 1 })).toEqual({ refused: 'too-many-rows', limit: 1 });
    expect(await refusal('Naam;Stad;Land\nAn;Gent;BE\n', { maxColumns: 2 })).toEqual({ refused: 'too-many-columns', limit: 2 });
  });
});

describe('a workbook', () => {
  it('is read as text: days, numbers and signs as they were', async () => {
    const bytes = writeXlsx({
      sheets: [{ name: 'Lijst', header: ['Naam', 'Geboren', 'Nummer', 'Bedrag', 'Ja?'], rows: [['محمد', Temporal.PlainDate.from('1988-02-03'), 85073003328, 0.1 + 0.2, true], [], ['A & <B>', null, -5, 1e21, false]] }],
    });
    const table = await read(bytes);
    expect(table).toMatchObject({ kind: 'xlsx', encoding: null, sheet: 'Lijst', otherSheets: [], headerLine: 1 });
    expect(table.rows).toEqual([
      { line: 2, cells: ['محمد', '1988-02-03', '85073003328', '0.3', 'true'] },
      { line: 4, cells: ['A & <B>', '', '-5', '1000000000000000000000', 'false'] },
    ]);
  });

  it('takes the first visible sheet with a header and names the others', async () => {
    const bytes = writeXlsx({
      sheets: [
        { name: 'Uitleg', header: ['Lees dit eerst'], rows: [] },
        { name: 'Lijst', header: ['Naam', 'Stad'], rows: [['An', 'Gent']], validations: [{ column: 1, allowed: ['Gent', 'Aalst, Ninove'] }] },
        { name: 'Oud', header: ['Naam', 'Stad'], rows: [] },
      ],
    });
    expect(await read(bytes)).toMatchObject({ sheet: 'Lijst', otherSheets: ['Uitleg', 'Oud'], rows: [{ cells: ['An', 'Gent'] }] });
  });

  it('gives the value that was saved with a formula, never the formula', async () => {
    const bytes = workbookWith('<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="inlineStr"><is><t>Stad</t></is></c></row><row r="2"><c r="A2" t="str"><f>HYPERLINK("http://example.org","x")</f><v>Klik</v></c><c r="B2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3" t="str"><f>cmd|x</f></c><c r="B3" t="inlineStr"><is><t>Gent</t></is></c></row>');
    expect((await read(bytes)).rows.map((row) => row.cells)).toEqual([['Klik', '2'], ['', 'Gent']]);
  });

  it('is refused when it unpacks to more than is allowed, whatever sizes it states', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb, { maxUnpackedBytes: 10_000_000 })).toEqual({ refused: 'too-large', limitBytes: 10_000_000 });
    const liar = Buffer.from(bomb);
    for (let at = liar.indexOf('PK\x01\x02'); at !== -1; at = liar.indexOf('PK\x01\x02', at + 4)) liar.writeUInt32LE(10, at + 24);
    expect(await refusal(liar, { maxUnpackedBytes: 10_000_000 })).toEqual({ refused: 'too-large', limitBytes: 10_000_000 });
  });

  it('is refused when one cell far away would stretch it out', async () => {
    const cell = (reference: string) => workbookWith(`<row r="1"><c r="${reference}"><v>1</v></c></row>`);
    expect(await refusal(cell('A1048576'))).toEqual({ refused: 'too-many-rows', limit: 50_000 });
    expect(await refusal(cell('XFD1'))).toEqual({ refused: 'too-many-columns', limit: 200 });
  });

  it('is refused when its inside is broken', async () => {
    expect(await refusal(workbookWith('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))).toEqual({ refused: 'damaged-xlsx' });
  });
});

it('reads a file that was written here back as it was, signs that look like formulas included', async () => {
  const cells = ['=1+1', '+32 470 00 00 00', '-', '@naam', '\uFF1D1', "'s Gravenwezel", 'a;b"c', 'twee\nregels'];
  const csv = await read(writeCsv([cells.map((_, index) => `Kolom ${'abcdefgh'[index]}`), cells]));
  expect(csv).toMatchObject({ delimiter: ';', encoding: 'utf-8' });
  expect(csv.rows[0]!.cells).toEqual(cells);
  const xlsx = await read(writeXlsx({ sheets: [{ name: 'x', header: cells.map((_, index) => `Kolom ${'abcdefgh'[index]}`), rows: [cells] }] }));
  expect(xlsx.rows[0]!.cells).toEqual(cells);
});

async function read(input: Uint8Array | string, limits = {}): Promise<Table> {
  const result = await readTable(typeof input === 'string' ? Buffer.from(input) : input, limits);
  if ('refused' in result) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

async function refusal(input: Uint8Array | string, limits = {}): Promise<TableRefusal> {
  const result = await readTable(typeof input === 'string' ? Buffer.from(input) : input, limits);
  if (!('refused' in result)) throw new Error('was not refused');
  return result;
}

function oldOffice(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);
}

/** A workbook whose only sheet holds exactly these rows. */
function workbookWith(sheetData: string): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="${relation}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`),
  });
}
