import type { Role } from '../../../kernel/access/role.ts';

/** Someone who works in the made-up town. */
export interface DemoWorker {
  name: string;
  roles: readonly Role[];
  /** Of who holds talks: BCP 47. */
  languages?: readonly string[];
}

/** The eight that the sign-in page offers, one for each role. Their families are named after fields and waters that do not exist. */
export const offered: readonly DemoWorker[] = [
  { name: 'Samir Oeverlinde', roles: ['guide'], languages: ['nl', 'fr', 'en', 'ar'] },
  { name: 'Lotte Kouterwind', roles: ['front-desk'] },
  { name: 'Wout Meersdamme', roles: ['social-worker'] },
  { name: 'Noor Vlaswater', roles: ['coordinator'] },
  { name: 'Ilse Bleekmeers', roles: ['coach'] },
  { name: 'Rosa Hekeldam', roles: ['volunteer'] },
  { name: 'Bart Sluiszicht', roles: ['policy'] },
  { name: 'Katrien Molenleie', roles: ['administrator'] },
];

/** The others: guides who speak twenty-eight languages together, and a second pair of hands at the desk. */
export const others: readonly DemoWorker[] = [
  { name: 'Olena Rietgracht', roles: ['guide'], languages: ['nl', 'uk', 'ru', 'en'] },
  { name: 'Farid Zwingelhof', roles: ['guide'], languages: ['nl', 'prs', 'ps', 'fa'] },
  { name: 'Selam Wilgenkaai', roles: ['guide'], languages: ['nl', 'ti', 'am', 'en'] },
  { name: 'Hodan Leiemeers', roles: ['guide'], languages: ['nl', 'so', 'sw', 'en'] },
  { name: 'Elif Garenwater', roles: ['guide'], languages: ['nl', 'tr', 'kmr'] },
  { name: 'Ioana Damvelde', roles: ['guide'], languages: ['nl', 'ro', 'it', 'fr'] },
  { name: 'Dimitar Roterij', roles: ['guide'], languages: ['nl', 'bg', 'ru', 'tr'] },
  { name: 'Grâce Veerkouter', roles: ['guide'], languages: ['nl', 'fr', 'ln', 'sw'] },
  { name: 'Ania Lindedreef', roles: ['guide'], languages: ['nl', 'pl', 'de', 'en'] },
  { name: 'Tiago Sluiskouter', roles: ['guide'], languages: ['nl', 'pt', 'es', 'fr'] },
  { name: 'Rana Bovendam', roles: ['guide'], languages: ['nl', 'ar', 'ckb', 'kmr'] },
  { name: 'Yusuf Kaaivelde', roles: ['guide'], languages: ['nl', 'ar', 'fr', 'rif'] },
  { name: 'Priya Meerswind', roles: ['guide'], languages: ['nl', 'en', 'hi', 'pa', 'ur'] },
  { name: 'Nilufar Oudeleie', roles: ['guide'], languages: ['nl', 'prs', 'fa', 'en'] },
  { name: 'Pieter Tweewater', roles: ['guide'], languages: ['nl', 'en', 'fr', 'de', 'es'] },
  { name: 'Hilde Spoorkouter', roles: ['front-desk'] },
  { name: 'Jef Nieuwedam', roles: ['front-desk', 'social-worker'] },
];
