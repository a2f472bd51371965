import type { NameList } from './names.ts';
import * as names from './names.ts';
import * as more from './names-elsewhere.ts';

/** Where people came from, what they speak and how they are named there. Nobody is meant: the lists are joined at random. */
export interface Origin {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** How many of a hundred households. */
  weight: number;
  names: NameList;
  /** Contact languages, each with how often it comes first. */
  speaks: Readonly<Record<string, number>>;
  /** Languages that some of them know besides. */
  alsoKnows: readonly string[];
  /** How often an interpreter is needed, from 0 to 1. */
  interpreter: number;
  /** How often a birth is only known as 1 January of a year. */
  newYear: number;
}

export const origins: readonly Origin[] = [
  { country: 'SY', weight: 15, names: names.arabic, speaks: { ar: 88, kmr: 12 }, alsoKnows: ['en', 'kmr', 'tr'], interpreter: 0.6, newYear: 0.12 },
  { country: 'UA', weight: 13, names: names.ukrainian, speaks: { uk: 78, ru: 22 }, alsoKnows: ['ru', 'en', 'pl'], interpreter: 0.5, newYear: 0 },
  { country: 'AF', weight: 11, names: names.afghan, speaks: { prs: 62, ps: 38 }, alsoKnows: ['ps', 'fa', 'en'], interpreter: 0.7, newYear: 0.45 },
  { country: 'ER', weight: 7, names: names.eritrean, speaks: { ti: 92, am: 8 }, alsoKnows: ['ar', 'am', 'en'], interpreter: 0.7, newYear: 0.25 },
  { country: 'RO', weight: 8, names: more.romanian, speaks: { ro: 100 }, alsoKnows: ['it', 'en', 'rom'], interpreter: 0.25, newYear: 0 },
  { country: 'SO', weight: 5, names: more.somali, speaks: { so: 100 }, alsoKnows: ['ar', 'en', 'sw'], interpreter: 0.65, newYear: 0.4 },
  { country: 'TR', weight: 5, names: more.turkish, speaks: { tr: 86, kmr: 14 }, alsoKnows: ['kmr', 'en'], interpreter: 0.4, newYear: 0.05 },
  { country: 'PS', weight: 5, names: names.arabic, speaks: { ar: 100 }, alsoKnows: ['en'], interpreter: 0.5, newYear: 0.08 },
  { country: 'BG', weight: 5, names: more.bulgarian, speaks: { bg: 82, tr: 18 }, alsoKnows: ['ru', 'tr', 'en'], interpreter: 0.35, newYear: 0 },
  { country: 'IQ', weight: 4, names: names.arabic, speaks: { ar: 68, ckb: 32 }, alsoKnows: ['ckb', 'en'], interpreter: 0.6, newYear: 0.2 },
  { country: 'CD', weight: 4, names: more.congolese, speaks: { fr: 84, ln: 16 }, alsoKnows: ['ln', 'sw'], interpreter: 0.1, newYear: 0.04 },
  { country: 'MA', weight: 4, names: names.arabic, speaks: { ar: 58, fr: 30, rif: 12 }, alsoKnows: ['fr', 'es'], interpreter: 0.25, newYear: 0.08 },
  { country: 'PL', weight: 4, names: more.polish, speaks: { pl: 100 }, alsoKnows: ['en', 'de'], interpreter: 0.25, newYear: 0 },
  { country: 'PT', weight: 2, names: more.portuguese, speaks: { pt: 100 }, alsoKnows: ['fr', 'es'], interpreter: 0.2, newYear: 0 },
  { country: 'BR', weight: 2, names: more.portuguese, speaks: { pt: 100 }, alsoKnows: ['en', 'es'], interpreter: 0.2, newYear: 0 },
  { country: 'IN', weight: 2, names: more.indian, speaks: { en: 80, hi: 20 }, alsoKnows: ['hi', 'pa'], interpreter: 0.05, newYear: 0 },
  { country: 'GH', weight: 1, names: more.ghanaian, speaks: { en: 100 }, alsoKnows: ['ak'], interpreter: 0.05, newYear: 0.03 },
  { country: 'NL', weight: 3, names: more.dutch, speaks: { nl: 100 }, alsoKnows: ['en', 'de'], interpreter: 0, newYear: 0 },
];
