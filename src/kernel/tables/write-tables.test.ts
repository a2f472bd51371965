import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../time/temporal.ts';
import { isFormulaLike } from './neutralise.ts';
import { readTable } from './read-table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const dangerous = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];
const disguises = ['', '\uFEFF', ' ', '\u00A0', '\u200B', '\u3000', '\u0001', '\t'];

describe('no formula leaves', () => {
  for (const sign of dangerous)
    it(`in a CSV cell that begins with ${JSON.stringify(sign)}, whatever stands before it`, () => {
      for (const disguise of disguises) {
        const cell = `${disguise}${sign}cmd|' /C calc'!A0`;
        expect(parsedCell(writeCsv([[cell, 'x']]))).toBe(`'${cell}`);
      }
    });

  it('in any CSV cell, and every cell reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 4 }), (cells) => {
        const [read] = parse(writeCsv([[...cells, 'x']]), { delimiter: ';', bom: true, relax_column_count: true }) as string[][];
        return read!.every((cell) => !isFormulaLike(cell)) && cells.every((cell, index) => [cell, `'${cell}`].includes(read![index]!));
      }),
    );
  });

  it('in a workbook: whatever the text, a cell is an inline string and no part holds a formula', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const xml = parts(writeXlsx({ sheets: [{ name: 'x', header: [text], rows: [[text]] }] }))['xl/worksheets/sheet1.xml']!;
        return !/<f[ >]/.test(xml) && [...xml.matchAll(/<c [^>]*>/g)].every(([tag]) => tag.includes('t="inlineStr"'));
      }),
    );
  });
});

describe('a CSV file that leaves', () => {
  it('opens in Excel of a Dutch-speaking office: mark, semicolons, CRLF, days as ISO', () => {
    const csv = writeCsv([['Naam', 'Dag', 'Aantal'], ['Müller; An', Temporal.PlainDate.from('2026-03-01'), -5], [null, undefined, true]]);
    expect(csv).toBe('\uFEFFNaam;Dag;Aantal\r\n"Müller; An";2026-03-01;-5\r\n;;true\r\n');
  });
});

describe('a workbook that leaves', () => {
  it('is well-formed in every part, and every part is declared', () => {
    const all = parts(example());
    for (const [path, xml] of Object.entries(all)) expect({ path, problem: xmlProblem(xml) }).toEqual({ path, problem: null });
    const declared = [...all['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
    expect(declared.toSorted()).toEqual(Object.keys(all).filter((path) => path.startsWith('xl/') && !path.includes('_rels')).toSorted());
    const targets = [...all['xl/_rels/workbook.xml.rels']!.matchAll(/Target="([^"]+)"/g)].map((match) => `xl/${match[1]}`);
    expect(targets.toSorted()).toEqual(declared.filter((path) => path !== 'xl/workbook.xml').toSorted());
  });

  it('is well-formed whatever its texts and the names of its sheets', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (name, text) => {
        const all = parts(writeXlsx({ sheets: [{ name, header: [text], rows: [[text]] }, { name, header: [], rows: [] }] }));
        const names = [...all['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1]!);
        return Object.values(all).every((xml) => xmlProblem(xml) === null) && new Set(names.map((each) => each.toLowerCase())).size === 2;
      }),
    );
  });

  it('gives any text back to a reader', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(), async (text) => {
        const table = await readTable(writeXlsx({ sheets: [{ name: 'x', header: ['Naam', 'Nota'], rows: [['An', text]] }] }));
        expect(table).toMatchObject({ rows: [{ cells: ['An', text.toWellFormed().trim()] }] });
      }),
      { numRuns: 200 },
    );
  });

  it('freezes a bold header, shows days as days, offers the allowed values from a hidden sheet and keeps a text column as text', () => {
    const all = parts(example());
    const sheet = all['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<c r="B2" s="2"><v>32176</v></c>');
    expect(sheet).toContain('<col min="3" max="3" width="18" customWidth="1" style="3"/>');
    expect(sheet).toContain('sqref="A2:A1048576"><formula1>lijsten!$A$2:$A$3</formula1>');
    expect(all['xl/workbook.xml']).toContain('<sheet name="lijsten" sheetId="2" state="hidden" r:id="rId2"/>');
  });

  it('is the same to the byte when its content is the same', () => {
    expect(Buffer.from(example()).equals(Buffer.from(example()))).toBe(true);
  });

  it('cuts a text that Excel could not hold, with an ellipsis', () => {
    const sheet = parts(writeXlsx({ sheets: [{ name: 'x', header: ['a'], rows: [['x'.repeat(40_000)]] }] }))['xl/worksheets/sheet1.xml']!;
    expect(/<t [^>]*>(x+…)<\/t>/.exec(sheet)![1]).toHaveLength(32_767);
  });
});

function example(): Uint8Array {
  return writeXlsx({
    sheets: [
      {
        name: 'Nieuwe inwoners',
        header: ['Land', 'Geboren', 'Telefoon'],
        rows: [['Syrië', Temporal.PlainDate.from('1988-02-03'), '0470 00 00 01'], ['a_x0041_ & <b> "c"', null, 3.5]],
        widths: [20, 12, 18],
        formats: [null, 'date', 'text'],
        validations: [{ column: 0, allowed: ['Syrië', 'Congo, Democratische Republiek'] }],
      },
    ],
  });
}

function anyText() {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.tuple(fc.constantFrom(...disguises), fc.constantFrom(...dangerous, '"', ';', '_x0041_'), fc.string()).map((each) => each.join('')),
  );
}

function parsedCell(csv: string): string {
  return (parse(csv, { delimiter: ';', bom: true }) as string[][])[0]![0]!;
}

function parts(workbook: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(workbook)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What makes a text no XML 1.0, read strictly: declaration, elements that close in order, quoted attributes, the five entities. */
function xmlProblem(xml: string): string | null {
  if (!xml.isWellFormed() || /(?![\t\n\r\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]/u.test(xml)) return 'a sign that XML cannot hold';
  const open: string[] = [];
  const rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n/, '').replace(
    /<(\/?)([A-Za-z][\w:]*)((?:\s+[A-Za-z][\w:]*="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot);)+/g,
    (whole, closing: string, name: string | undefined, _attributes, empty: string) => {
      if (name === undefined) return open.length > 0 ? '' : whole;
      if (closing) return open.pop() === name ? '' : whole;
      if (!empty) open.push(name);
      return '';
    },
  );
  return rest === '' && open.length === 0 ? null : rest.slice(0, 80) || `${open.join('/')} stays open`;
}
