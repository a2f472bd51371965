import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { writeXlsx } from '../../../kernel/tables/write-xlsx.ts';
import { countryName, languageName } from '../../../kernel/i18n/format.ts';
import { fields, type Field } from './fields.ts';

/** Titles of the template, in Dutch: what the authority's own people read; the import recognises French and English ones too. */
export const templateTitles: Record<Field, string> = {
  'household-key': 'Dossiernummer gezin',
  'household-role': 'Rol in gezin',
  'first-name': 'Voornaam',
  'last-name': 'Familienaam',
  'full-name': 'Volledige naam',
  'other-script-name': 'Naam in eigen schrift',
  'register-number': 'Rijksregisternummer',
  reference: 'Persoonsnummer',
  'birth-date': 'Geboortedatum',
  gender: 'Geslacht',
  nationality: 'Nationaliteit',
  'contact-language': 'Contacttaal',
  languages: 'Andere talen',
  'needs-interpreter': 'Tolk nodig',
  'arrival-date': 'Datum aankomst in de gemeente',
  street: 'Straat',
  'house-number': 'Huisnummer',
  box: 'Bus',
  address: 'Adres',
  postcode: 'Postcode',
  municipality: 'Gemeente',
  phone: 'Telefoon',
  email: 'E-mail',
};

/** The template asks each thing once: a whole name or its parts, an address in its parts. */
const templateFields = fields.filter((field) => field !== 'address');

const offeredCountries = ['AF', 'BI', 'CD', 'CM', 'CO', 'DZ', 'EG', 'ER', 'ET', 'GE', 'GN', 'IN', 'IQ', 'IR', 'LB', 'MA', 'MD', 'PK', 'PS', 'RO', 'RU', 'RW', 'SD', 'SN', 'SO', 'SV', 'SY', 'TR', 'UA', 'VE', 'YE'];
const offeredLanguages = ['nl', 'fr', 'en', 'ar', 'uk', 'ru', 'prs', 'ps', 'fa', 'ti', 'am', 'so', 'kmr', 'ckb', 'tr', 'es', 'pt', 'ro', 'sq', 'hy', 'ka', 'sw', 'ln', 'rn', 'ff', 'ur', 'bn', 'zh'];

/** Made-up people with the names, days and gaps that real lists have: one name only, a patronymic, 1 January, an unknown day, several nationalities. */
const examples: Partial<Record<Field, string>>[] = [
  { 'household-key': 'G-001', 'household-role': 'referentiepersoon', 'first-name': 'Yousef', 'last-name': 'Al-Voorbeeld', 'other-script-name': 'يوسف الفوربيلد', 'birth-date': '01/01/1985', gender: 'm', nationality: 'Syrië', 'contact-language': 'Arabisch', languages: 'Engels; Koerdisch (Kurmanji)', 'needs-interpreter': 'ja', 'arrival-date': '03/02/2026', street: 'Voorbeeldstraat', 'house-number': '12', box: '3', postcode: '9999', municipality: 'Voorbeeldgem', phone: '0470 00 00 01', email: 'yousef@example.org' },
  { 'household-key': 'G-001', 'household-role': 'echtgenote', 'first-name': 'Rima', 'last-name': 'Modèle', 'birth-date': '00/00/1988', gender: 'v', nationality: 'Syrië', 'contact-language': 'Arabisch', 'needs-interpreter': 'ja', 'arrival-date': '03/02/2026', street: 'Voorbeeldstraat', 'house-number': '12', box: '3', postcode: '9999', municipality: 'Voorbeeldgem' },
  { 'household-key': 'G-001', 'household-role': 'dochter', 'first-name': 'Lina', 'last-name': 'Al-Voorbeeld', 'birth-date': '15/06/2019', gender: 'v', nationality: 'Syrië', 'contact-language': 'Arabisch', 'arrival-date': '03/02/2026', street: 'Voorbeeldstraat', 'house-number': '12', box: '3', postcode: '9999', municipality: 'Voorbeeldgem' },
  { 'household-key': 'G-002', 'household-role': 'alleenstaande', 'full-name': 'Zalmai', 'birth-date': '1999', gender: 'm', nationality: 'Afghanistan', 'contact-language': 'Dari', languages: 'Pasjtoe', 'needs-interpreter': 'ja', 'arrival-date': '10/02/2026', street: 'Modelplein', 'house-number': '4', postcode: '9999', municipality: 'Voorbeeldgem', phone: '+32 470 00 00 02' },
  { 'household-key': 'G-003', 'household-role': 'gezinshoofd', 'full-name': 'Selam Tesfay Gebremodel', 'other-script-name': 'ሰላም ተስፋይ', 'birth-date': '00/09/1992', gender: 'v', nationality: 'Eritrea', 'contact-language': 'Tigrinya', 'needs-interpreter': 'ja', 'arrival-date': '17/02/2026', street: 'Stalenlaan', 'house-number': '7A', postcode: '9999', municipality: 'Voorbeeldgem', phone: '0470 00 00 03' },
  { 'household-key': 'G-004', 'household-role': 'referentiepersoon', 'first-name': 'Олена Зразківна', 'last-name': 'Приклад', 'birth-date': '24/08/1979', gender: 'v', nationality: 'Oekraïne', 'contact-language': 'Oekraïens', languages: 'Russisch', 'arrival-date': '24/02/2026', street: 'Modelplein', 'house-number': '9', postcode: '9999', municipality: 'Voorbeeldgem', phone: '0470 00 00 04', email: 'olena@example.be' },
  { 'household-key': 'G-005', 'household-role': 'referentiepersoon', 'first-name': 'Amina', 'last-name': 'Esempio', 'birth-date': '12/11/1990', gender: 'v', nationality: 'Italië; Marokko', 'contact-language': 'Frans', languages: 'Italiaans; Arabisch', 'needs-interpreter': 'nee', 'arrival-date': '02/03/2026', street: 'Voorbeeldstraat', 'house-number': '30', postcode: '9999', municipality: 'Voorbeeldgem', phone: '0470 00 00 05' },
];

/** The workbook to fill in: one sheet, every column as text so that nothing is changed while typing, with lists where there is a choice. */
export function newcomerTemplate(): Uint8Array {
  const allowed: Partial<Record<Field, string[]>> = {
    'household-role': ['referentiepersoon', 'partner', 'kind', 'ouder', 'broer of zus', 'andere'],
    gender: ['v', 'm', 'x', 'onbekend'],
    nationality: offeredCountries.map((code) => countryName('nl', code)),
    'contact-language': offeredLanguages.map((code) => languageName('nl', code)),
    'needs-interpreter': ['ja', 'nee'],
  };
  return writeXlsx({
    sheets: [
      {
        name: 'Nieuwe inwoners',
        header: templateFields.map((field) => templateTitles[field]),
        rows: [],
        formats: templateFields.map(() => 'text' as const),
        validations: templateFields.flatMap((field, column) => (allowed[field] ? [{ column, allowed: allowed[field] }] : [])),
      },
      { name: 'Voorbeeld', header: templateFields.map((field) => templateTitles[field]), rows: exampleRows() },
    ],
  });
}

/** The same example as CSV, to look at and to try the import with. */
export function exampleCsv(): string {
  return writeCsv([templateFields.map((field) => templateTitles[field]), ...exampleRows()]);
}

function exampleRows(): string[][] {
  return examples.map((example) => templateFields.map((field) => example[field] ?? ''));
}
