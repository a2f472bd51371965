import type { Answers } from '../../engines/questionnaires/index.ts';
import type { NewHousehold } from '../../engines/people/index.ts';
import { Temporal } from '../../kernel/time/temporal.ts';

/**
 * The story of the guide of 2016, with its figures: a region of 21 municipalities in which 16 peer guides with 28 languages
 * welcome 2,169 families of 175 nationalities in the year 2015. The people are made up; the figures are the guide's.
 */
export const region = { name: 'Regio Halle-Vilvoorde', guides: 16, languages: 28, municipalities: 21, families: 2169, nationalities: 175, year: 2015 } as const;

/** NIS codes as they are today; the guide counts 21 municipalities of the region and does not list them. */
export const municipalities = [
  { nis: '23002', name: 'Asse' },
  { nis: '23003', name: 'Beersel' },
  { nis: '23016', name: 'Dilbeek' },
  { nis: '23025', name: 'Grimbergen' },
  { nis: '23027', name: 'Halle' },
  { nis: '23033', name: 'Hoeilaart' },
  { nis: '23038', name: 'Kampenhout' },
  { nis: '23039', name: 'Kapelle-op-den-Bos' },
  { nis: '23044', name: 'Liedekerke' },
  { nis: '23045', name: 'Londerzeel' },
  { nis: '23047', name: 'Machelen' },
  { nis: '23050', name: 'Meise' },
  { nis: '23052', name: 'Merchtem' },
  { nis: '23060', name: 'Opwijk' },
  { nis: '23062', name: 'Overijse' },
  { nis: '23077', name: 'Sint-Pieters-Leeuw' },
  { nis: '23081', name: 'Steenokkerzeel' },
  { nis: '23086', name: 'Ternat' },
  { nis: '23088', name: 'Vilvoorde' },
  { nis: '23094', name: 'Zaventem' },
  { nis: '23104', name: 'Lennik' },
] as const;

/** Sixteen guides who together speak twenty-eight languages, all of them Dutch. */
export const guides = [
  ['Amal', 'nl', 'ar', 'fr'],
  ['Bilan', 'nl', 'so', 'sw'],
  ['Cemre', 'nl', 'tr'],
  ['Dafina', 'nl', 'sq', 'it'],
  ['Elif', 'nl', 'tr', 'kmr'],
  ['Farida', 'nl', 'prs', 'ps'],
  ['Gabriela', 'nl', 'ro', 'es'],
  ['Hiwot', 'nl', 'ti', 'am'],
  ['Irena', 'nl', 'pl', 'ru'],
  ['Jelena', 'nl', 'sr', 'bg'],
  ['Kavita', 'nl', 'hi', 'pa', 'ur'],
  ['Luísa', 'nl', 'pt', 'fr'],
  ['Mei', 'nl', 'zh', 'en'],
  ['Nune', 'nl', 'hy', 'ru'],
  ['Oksana', 'nl', 'uk', 'ru'],
  ['Parwin', 'nl', 'fa', 'prs'],
] as const;

/** Every language that a guide speaks, Dutch last: newcomers are reached in another where that can be. */
export const languages = [...new Set(guides.flatMap(([, ...spoken]) => spoken.filter((code) => code !== 'nl'))), 'nl'];

const countries =
  'AF AL DZ AO AG AR AM AU AT AZ BS BH BD BB BY BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KP KW KG LA LV LB LS LR LY LT LU MG MW MY MV ML MT MR MU MX MD MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PA PG PY PE PH PL PT QA KR RO RU RW ST SA SN RS SC SL SG SK SI SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TT TN TR TM UG UA AE GB US UY UZ VE VN YE ZM ZW'.split(' ');

const given = ['Adil', 'Besa', 'Chen', 'Daria', 'Emeka', 'Fatima', 'Goran', 'Hodan', 'Ivan', 'Jamila', 'Karim', 'Lena', 'Mehdi', 'Nadia', 'Omar', 'Petra', 'Qays', 'Rosa', 'Selam', 'Tarik', 'Uma', 'Vera', 'Wafa', 'Xin', 'Yusuf', 'Zahra'];
const family = ['Almasi', 'Bondar', 'Castro', 'Diallo', 'Erdem', 'Farah', 'Gashi', 'Haddad', 'Ivanov', 'Jansone', 'Kaya', 'Lopes', 'Mensah', 'Noori', 'Okafor', 'Petrov', 'Rahimi', 'Saleh', 'Tesfay', 'Umarov', 'Vasile', 'Wolde', 'Yilmaz'];

/** The families of the year, the same at each call: spread over days, municipalities, languages and countries. */
export function familiesOfTheYear(): NewHousehold[] {
  return Array.from({ length: region.families }, (_, index) => {
    const town = municipalities[(index * 4 + Math.floor(index / languages.length)) % municipalities.length]!;
    const code = languages[(index * 11) % languages.length]!;
    const name = { given: given[index % given.length]!, family: family[(index * 7) % family.length]! };
    const member = (place: number) => ({
      name: { ...name, given: given[(index + place) % given.length]!, full: `${given[(index + place) % given.length]!} ${name.family}` },
      languages: [{ code, contactRank: 1 }],
      nationalities: [countries[(index * 13) % countries.length]!],
    });
    return {
      arrivedOn: Temporal.PlainDate.from({ year: region.year, month: 1, day: 1 }).add({ days: Math.floor((index * 365) / region.families) }),
      address: { street: 'Voorbeeldstraat', number: String(1 + (index % 90)), box: null, postcode: null, municipality: { nis: town.nis, name: town.name } },
      members: [{ role: 'reference' as const, person: member(0) }, ...Array.from({ length: index % 5 }, (__, place) => ({ role: place === 0 ? ('partner' as const) : ('child' as const), person: member(place + 1) }))],
    };
  });
}

/** What the families tell, in four kinds: nothing needed, one thing, several, and much that is not clear. */
export function answersOf(index: number): Answers {
  const theme = (explained: string, understood: string, needs: string[] = [], own: string | null = null) => ({ explained, understood, needs, own });
  const clear = theme('yes', 'yes');
  const rest = { dutch: clear, 'civic-integration': clear, leisure: clear, 'waste-environment': clear };
  const kinds: Answers[] = [
    { ...rest, housing: clear, work: clear, 'school-childcare': clear, 'health-wellbeing': clear, 'money-administration': clear, approach: { approach: 'own-way', agreed: null } },
    { ...rest, housing: clear, work: theme('yes', 'partly', ['diploma']), 'school-childcare': clear, 'health-wellbeing': clear, 'money-administration': clear, approach: { approach: 'information', agreed: null } },
    { ...rest, housing: theme('yes', 'yes', ['deposit', 'energy']), work: theme('yes', 'yes', ['find-work']), 'school-childcare': theme('yes', 'yes', ['enrol-school']), 'health-wellbeing': clear, 'money-administration': clear, approach: { approach: 'information', agreed: null } },
    { ...rest, housing: theme('yes', 'no', ['condition']), work: theme('yes', 'no'), 'school-childcare': clear, 'health-wellbeing': theme('yes', 'no', ['mental'], 'Wij slapen slecht'), 'money-administration': theme('yes', 'no', ['debts']), approach: { approach: 'guidance', agreed: null } },
  ];
  return kinds[index % kinds.length]!;
}
