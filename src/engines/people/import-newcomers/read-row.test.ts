import { describe, expect, it } from 'vitest';
import { readTable } from '../../../kernel/tables/read-table.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findCountry, findLanguage } from './dictionaries.ts';
import { exampleCsv, newcomerTemplate, templateTitles } from './example-list.ts';
import { fields, mappingProblems, type Field } from './fields.ts';
import { guessColumns, mappingOf } from './guess-columns.ts';
import { headerWords } from './header-words.ts';
import { fold } from '../names/fold.ts';
import { splitAddress } from './read-address.ts';
import { parsePhone, splitPhones } from './read-phone.ts';
import { readRow } from './read-row.ts';
import { parseRegisterNumber } from './register-number.ts';

const today = Temporal.PlainDate.from('2026-03-10');
const guessed = (header: string[], rows: string[][] = []) => guessColumns(header, rows, today).map(({ field }) => field);

function rowOf(cells: Partial<Record<Field, string>>) {
  return readRow(Object.keys(cells) as Field[], Object.values(cells), today);
}

describe('what a column holds is guessed', () => {
  it('from titles of a Dutch export', () => {
    expect(guessed(['Dossiernr.', 'Naam', 'VOORNAAM', 'Rijksregisternummer', 'Geboortedatum', 'Geslacht (M/V)', 'Nationaliteit', 'Taal', 'Datum inschrijving', 'Straat', 'Nr', 'Bus', 'Postcode', 'Gemeente', 'GSM', 'E-mail', 'Kleur'])).toEqual(
      ['household-key', 'last-name', 'first-name', 'register-number', 'birth-date', 'gender', 'nationality', 'contact-language', 'arrival-date', 'street', 'house-number', 'box', 'postcode', 'municipality', 'phone', 'email', null],
    );
  });

  it('from titles of a French and an English one', () => {
    expect(guessed(['N° de ménage', 'Nom', 'Prénom', 'Date de naissance', 'Nationalité', 'Langue', "Date d'arrivée", 'Rue et numéro', 'Code postal', 'Commune'])).toEqual(
      ['household-key', 'last-name', 'first-name', 'birth-date', 'nationality', 'contact-language', 'arrival-date', 'address', 'postcode', 'municipality'],
    );
    expect(guessed(['Family ID', 'Name', 'Date of birth', 'Nationality 1', 'Nationality 2', 'Languages', 'Arrival date', 'Phone'])).toEqual(
      ['household-key', 'full-name', 'birth-date', 'nationality', 'nationality', 'languages', 'arrival-date', 'phone'],
    );
  });

  it('from titles where some people have a first and a last name and others one whole name', () => {
    expect(guessed(['Voornaam', 'Naam', 'Volledige naam'])).toEqual(['first-name', 'last-name', 'full-name']);
    expect(guessed(['Voornaam', 'Familienaam', 'Naam'])).toEqual(['first-name', 'last-name', 'full-name']);
  });

  it('from a part of a title, and less surely', () => {
    const [guess] = guessColumns(['Geboortedatum volgens paspoort'], [], today);
    expect(guess).toMatchObject({ field: 'birth-date', by: 'part-of-title' });
    expect(guess!.confidence).toBeLessThan(0.9);
  });

  it('from values, where a title says nothing', () => {
    const rows = [
      ['Syrië', '03/02/1988', '01/02/2026', 'an@example.org', '0470 00 00 01', '9000', 'Arabisch', 'محمد'],
      ['Irak; Iran', '1990', '15/01/2026', 'bo@example.org', '+32 470 00 00 02', '9999', 'Dari, Pasjtoe', 'أحمد'],
    ];
    expect(guessed(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], rows)).toEqual(['nationality', 'birth-date', 'arrival-date', 'email', 'phone', 'postcode', 'languages', 'other-script-name']);
  });

  it('gives each field to one column only, save those that several may fill', () => {
    expect(guessed(['Geboortedatum', 'Geboren op', 'Telefoon', 'Telefoon 2'])).toEqual(['birth-date', null, 'phone', 'phone']);
  });

  it('knows every title of the template, and no title means two things', () => {
    expect(guessed(fields.map((field) => templateTitles[field]))).toEqual([...fields]);
    const words = Object.values(headerWords).flatMap((list) => list.split('|'));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => fold(word) !== word)).toEqual([]);
  });

  it('is checked when it was corrected by hand', () => {
    expect(mappingProblems(['birth-date', 'birth-date'])).toEqual([{ problem: 'field-twice', field: 'birth-date' }, { problem: 'no-name-column' }]);
    expect(mappingProblems(['full-name', null, 'phone', 'phone'])).toEqual([]);
  });
});

describe('a row', () => {
  it('is understood in full', () => {
    const { person, problems } = rowOf({
      'household-key': 'G-1', 'household-role': 'Echtgenote', 'first-name': 'Rima', 'last-name': 'Modèle', 'other-script-name': 'ريما', 'register-number': '85.07.30-033.28', 'birth-date': '30/07/1985', gender: 'V',
      nationality: 'Syrische; Congo, Democratische Republiek', 'contact-language': 'Arabisch', languages: 'Engels, Koerdisch (Kurmanji)', 'needs-interpreter': 'ja', 'arrival-date': '2026-02-03',
      address: 'Voorbeeldstraat 12 bus 3', postcode: '9999', municipality: 'Voorbeeldgem', phone: '0470/00.00.01', email: 'Rima@Example.org',
    });
    expect(problems).toEqual([]);
    expect(person).toEqual({
      householdKey: 'G-1', role: 'partner', name: { given: 'Rima', family: 'Modèle', full: 'Rima Modèle' }, otherNames: [{ script: 'Arab', kind: 'script', full: 'ريما' }],
      birth: { year: 1985, month: 7, day: 30 }, gender: 'woman', registerNumber: '85073003328', reference: null, nationalities: ['SY', 'CD'],
      languages: [{ code: 'ar', contactRank: 1 }, { code: 'en', contactRank: null }, { code: 'kmr', contactRank: null }], needsInterpreter: true,
      contactWays: [{ kind: 'phone', value: '+32470000001', isPreferred: true }, { kind: 'email', value: 'rima@example.org', isPreferred: false }],
      arrivedOn: Temporal.PlainDate.from('2026-02-03'), address: { street: 'Voorbeeldstraat', number: '12', box: '3', postcode: '9999', municipality: { nis: null, name: 'Voorbeeldgem' } },
    });
  });

  it('may have one name only, a name in its own script only, or a family name with a placeholder beside it', () => {
    expect(rowOf({ 'full-name': 'Zalmai' }).person?.name).toEqual({ given: null, family: null, full: 'Zalmai' });
    expect(rowOf({ 'other-script-name': 'زلمی' }).person).toMatchObject({ name: { full: 'زلمی' }, otherNames: [] });
    expect(rowOf({ 'first-name': 'X', 'last-name': 'Ahmadi' }).person?.name).toEqual({ given: null, family: 'Ahmadi', full: 'Ahmadi' });
    expect(rowOf({ 'full-name': 'Peeters, An' }).person?.name).toEqual({ given: 'An', family: 'Peeters', full: 'An Peeters' });
    expect(rowOf({ 'full-name': 'Selam Tesfay Gebremodel' }).person?.name).toEqual({ given: null, family: null, full: 'Selam Tesfay Gebremodel' });
  });

  it('without any name is not taken over', () => {
    expect(rowOf({ 'first-name': '', 'last-name': 'ONBEKEND', gender: 'v' })).toMatchObject({ person: null, problems: [{ code: 'name-missing', field: 'last-name', column: 1 }] });
  });

  it('names the column, the value and what it may have been, for everything that is not understood', () => {
    const { person, problems } = rowOf({ 'full-name': 'An', 'birth-date': '31/02/1988', nationality: 'Syrie; Oekraine; Eritraea', 'contact-language': 'Arabich', phone: '0470 OO 00 01', email: 'an@example', 'register-number': '85073003329', 'arrival-date': 'vorige week', 'needs-interpreter': 'soms' });
    expect(person).toBeNull();
    expect(problems).toEqual([
      { column: 6, field: 'register-number', value: '85073003329', code: 'register-number-check', hint: {} },
      { column: 1, field: 'birth-date', value: '31/02/1988', code: 'day-does-not-exist', hint: { year: 1988, month: 2, days: 29 } },
      { column: 7, field: 'arrival-date', value: 'vorige week', code: 'not-a-date', hint: {} },
      { column: 2, field: 'nationality', value: 'Eritraea', code: 'country-unknown', hint: { near: expect.arrayContaining(['ER']) } },
      { column: 3, field: 'contact-language', value: 'Arabich', code: 'language-unknown', hint: { near: expect.arrayContaining(['ar']) } },
      { column: 8, field: 'needs-interpreter', value: 'soms', code: 'yes-or-no', hint: {} },
      { column: 4, field: 'phone', value: '0470 OO 00 01', code: 'phone-has-letters', hint: {} },
      { column: 5, field: 'email', value: 'an@example', code: 'email-form', hint: {} },
    ]);
  });

  it('is warned about, and taken over, when something is odd but possible', () => {
    const { person, warnings } = rowOf({ 'full-name': 'An', 'birth-date': '01/01/1985', 'register-number': '85073003328', gender: 'agender', 'household-role': 'petekind', postcode: '1234 AB' });
    expect(person).toMatchObject({ gender: 'agender', role: 'other', birth: { year: 1985, month: 1, day: 1 } });
    expect(warnings.map(({ code }) => code).toSorted()).toEqual(['arrival-missing', 'birth-date-differs', 'gender-as-written', 'possibly-placeholder', 'postcode-form', 'role-unknown']);
  });

  it('speaks for contact what is told first, when no contact language is told', () => {
    expect(rowOf({ 'full-name': 'An', languages: 'Tigrinya / Engels' }).person?.languages).toEqual([{ code: 'ti', contactRank: 1 }, { code: 'en', contactRank: 2 }]);
  });
});

describe('a national register number', () => {
  it('is checked by its last two digits, for births before and from 2000, and as a bis number', () => {
    expect(parseRegisterNumber('85.07.30-033.28')).toEqual({ value: '85073003328', isBis: false });
    expect(parseRegisterNumber(registerNumber('050101', '123', '2'))).toMatchObject({ isBis: false });
    expect(parseRegisterNumber(registerNumber('854730', '033'))).toMatchObject({ isBis: true });
    expect(parseRegisterNumber('85073003329')).toEqual({ problem: 'register-number-check' });
    expect(parseRegisterNumber('8507300332x')).toEqual({ problem: 'register-number-length' });
  });

  it('gets back the zeros that a workbook dropped', () => {
    const whole = registerNumber('050101', '123', '2');
    expect(parseRegisterNumber(String(Number(whole)))).toEqual({ value: whole, isBis: false });
  });
});

describe('a phone number', () => {
  for (const [written, expected] of [['0470 00 00 01', '+32470000001'], ['+32 (0)470 00 00 01', '+32470000001'], ['0032470000001', '+32470000001'], ['470000001', '+32470000001'], ['016/00.00.01', '+3216000001'], ['+963 11 000 00 01', '+963110000001']] as const)
    it(`is written ${expected} whether it came as ${written}`, () => {
      expect(parsePhone(written)).toEqual({ value: expected });
    });

  it('with letters, or too short, is refused', () => {
    expect(parsePhone('0470 OO 00 01')).toEqual({ problem: 'phone-has-letters' });
    expect(parsePhone('0470')).toEqual({ problem: 'phone-length' });
  });

  it('may stand beside another, and a slash after an area code parts nothing', () => {
    expect(splitPhones('0470 00 00 01 / 0470 00 00 02')).toEqual(['0470 00 00 01', '0470 00 00 02']);
    expect(splitPhones('016/00.00.01; 0470/00.00.02')).toEqual(['016/00.00.01', '0470/00.00.02']);
  });
});

describe('an address in one cell', () => {
  for (const [text, door] of [
    ['Kerkstraat 12 bus 3', ['Kerkstraat', '12', '3']],
    ['Kerkstraat 12/3', ['Kerkstraat', '12', '3']],
    ['Steenweg op Modelgem 45A', ['Steenweg op Modelgem', '45A', null]],
    ['Rue de la Gare, 7 bte 0012', ['Rue de la Gare', '7', '0012']],
    ['12, rue du Modèle bte 3', ['rue du Modèle', '12', '3']],
    ['Opvangcentrum', ['Opvangcentrum', null, null]],
  ] as const)
    it(`is taken apart: ${text}`, () => {
      expect(Object.values(splitAddress(text))).toEqual(door);
    });
});

describe('countries and languages', () => {
  for (const [text, code] of [['Syrië', 'SY'], ['SYR', 'SY'], ['syrische', 'SY'], ['Arabische Republiek Syrië', 'SY'], ['Palestina', 'PS'], ['Kosovo', 'XK'], ['Türkiye', 'TR'], ["Côte d'Ivoire", 'CI'], ['Congo (DRC)', 'CD'], ['staatloos', 'XX'], ['Ukraine', 'UA'], ['Nigerees', 'NE'], ['Nigeriaans', 'NG']] as const)
    it(`${text} is ${code}`, () => {
      expect(findCountry(text)).toBe(code);
    });
  for (const [text, code] of [['Arabisch', 'ar'], ['Dari', 'prs'], ['Pashtu', 'ps'], ['Pasjtoe', 'ps'], ['Tigrinya', 'ti'], ['Oekraïens', 'uk'], ['Koerdisch (Kurmanji)', 'kmr'], ['Kurmanji', 'kmr'], ['Sorani', 'ckb'], ['Koerdisch', 'ku'], ['Farsi', 'fa'], ['arabe', 'ar'], ['Somali', 'so'], ['nl', 'nl'], ['Lingala', 'ln'], ['Vlaamse gebarentaal', 'vgt']] as const)
    it(`${text} is ${code}`, () => {
      expect(findLanguage(text)).toBe(code);
    });
});

describe('the files to download', () => {
  it('an example that the import understands without a question', async () => {
    const table = await readTable(Buffer.from(exampleCsv()));
    if ('refused' in table) throw new Error(table.refused);
    const mapping = mappingOf(guessColumns(table.header, table.rows.map(({ cells }) => cells), today));
    const read = table.rows.map(({ cells }) => readRow(mapping, cells, today));
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(read.map(({ person }) => person?.name.full)).toEqual(['Yousef Al-Voorbeeld', 'Rima Modèle', 'Lina Al-Voorbeeld', 'Zalmai', 'Selam Tesfay Gebremodel', 'Олена Зразківна Приклад', 'Amina Esempio']);
    expect(read.map(({ person }) => person?.nationalities).at(-1)).toEqual(['IT', 'MA']);
  });

  it('a template whose columns are all recognised', async () => {
    const table = await readTable(newcomerTemplate());
    if ('refused' in table) throw new Error(table.refused);
    expect(table).toMatchObject({ sheet: 'Nieuwe inwoners', otherSheets: ['Voorbeeld'], rows: [] });
    expect(guessed(table.header)).not.toContain(null);
  });
});

/** A number that does not exist, with sound check digits. */
function registerNumber(birth: string, serial: string, century = ''): string {
  return birth + serial + String(97 - (Number(century + birth + serial) % 97)).padStart(2, '0');
}
