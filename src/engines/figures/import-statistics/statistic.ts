/** The open statistics that can be read, both of UNHCR's Refugee Population Statistics Database. */
export const datasets = ['unhcr-asylum-applications', 'unhcr-asylum-decisions'] as const;
export type Dataset = (typeof datasets)[number];

/** What the file itself cannot say: proposed at import, to be checked by whoever imports it. */
export const provenance: Record<Dataset, { source: string; licence: string }> = {
  'unhcr-asylum-applications': { source: 'UNHCR Refugee Population Statistics Database', licence: 'CC BY 4.0, © UNHCR' },
  'unhcr-asylum-decisions': { source: 'UNHCR Refugee Population Statistics Database', licence: 'CC BY 4.0, © UNHCR' },
};

/** What every row says of itself, in UNHCR's own codes. */
interface Row {
  year: number;
  /** UNHCR code of the country of origin; 'UNK' and 'STA' stand for unknown and stateless. */
  origin: string;
  originName: string;
  procedure: string;
  /** FI first instance · AR administrative review · JR judicial review · RA repeated · SP subsidiary protection. */
  level: string;
  /** P persons · C cases. The two are never added up: a case is a file, which may hold a family. */
  unit: string;
}

export interface ApplicationRow extends Row {
  /** N new · R repeated · A appeal · V various, not split · and what else UNHCR wrote (J, SP). Never added up over types: one person can be in several. */
  type: string;
  applied: number;
}

export interface DecisionRow extends Row {
  /** Refugee status. */
  recognised: number;
  /** Another kind of protection. */
  other: number;
  rejected: number;
  /** Closed without a decision on the substance. */
  closed: number;
}

export type Statistic =
  | { dataset: 'unhcr-asylum-applications'; country: string; countryName: string; rows: ApplicationRow[] }
  | { dataset: 'unhcr-asylum-decisions'; country: string; countryName: string; rows: DecisionRow[] };
