import type { Temporal } from '../../kernel/time/temporal.ts';

/**
 * A name as it comes. `full` always holds it as a whole, in the order in which the person says it; the parts are filled in
 * only when they are known as parts: many people have one name, or a chain of fathers' names.
 */
export interface PersonName {
  given: string | null;
  family: string | null;
  full: string;
}

/** The same name once more, in another script or of another kind. */
export interface OtherName {
  /** ISO 15924: 'Arab', 'Cyrl', 'Ethi', 'Latn' … */
  script: string;
  kind: NameKind;
  full: string;
}

/** In another script; another spelling on a document; the name before a marriage; the name a person goes by; a name from before. */
export const nameKinds = ['script', 'spelling', 'birth', 'called', 'former'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A day of which each part may be unknown. A day without a month means nothing and is refused; a month without a year does not. */
export interface PartialDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

/** What the interface offers; the register keeps whatever word a source brings. Null is "not asked". */
export const genders = ['woman', 'man', 'other'] as const;
export type Gender = (typeof genders)[number];

export interface PersonLanguage {
  /** BCP 47: 'ar', 'uk', 'prs'. */
  code: string;
  /** 1 for the language to speak and write in first, 2 for the next; null for a language that is known but not for contact. */
  contactRank: number | null;
}

export const contactKinds = ['phone', 'email', 'post', 'through', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

export interface ContactWay {
  kind: ContactKind;
  /**
   * The number or the mail address; for 'post' an address other than home, its lines under each other, or '' for home; for 'through' how whoever
   * stands between is reached, or ''; for 'other' how: "via de buurvrouw".
   */
  value: string;
  /** For 'through': who stands between. */
  through?: string;
  /** Of a telephone; absent when it was not asked. */
  takesTexts?: boolean;
  /** The way the person wants to be reached first. */
  isPreferred: boolean;
}

/** What is known of a person when they are registered. Only the name must be there. */
export interface NewPerson {
  /** Made when left out. */
  id?: string;
  name: PersonName;
  otherNames?: OtherName[];
  birth?: PartialDate | null;
  gender?: string | null;
  /** National register (or bis) number, eleven digits. Only a keyed digest of it is kept, to recognise the same person. */
  registerNumber?: string | null;
  /** What the authority's own system calls this person; recognises the row in the next export. */
  reference?: string | null;
  /** ISO 3166-1 alpha-2, in the order told; 'XX' for none (stateless). */
  nationalities?: string[];
  languages?: PersonLanguage[];
  /** Null when it was not asked. */
  needsInterpreter?: boolean | null;
  contactWays?: ContactWay[];
  /** First day in the municipality; a member of a household takes the household's when left out. */
  arrivedOn?: Temporal.PlainDate | null;
}

/** Everything the register holds of one person. */
export interface Person {
  id: string;
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  gender: string | null;
  reference: string | null;
  nationalities: string[];
  languages: PersonLanguage[];
  /** Codes, best first. */
  contactLanguages: string[];
  needsInterpreter: boolean | null;
  contactWays: ContactWay[];
  arrivedOn: Temporal.PlainDate | null;
  /** The household where the person lives now. */
  householdId: string | null;
  registeredAt: Temporal.Instant;
  /** Who this is, is kept from all but a few. */
  isRestricted: boolean;
  /** And from this reader: the name is a mask, and what could tell who it is or where is left out. */
  isMasked: boolean;
  version: number;
}

/** What other engines show of a person: one line. */
export interface PersonSummary {
  id: string;
  name: PersonName;
  otherNames: { script: string; full: string }[];
  birth: PartialDate | null;
  /** Codes, best first. */
  contactLanguages: string[];
  needsInterpreter: boolean | null;
  householdId: string | null;
  householdSize: number;
  municipality: Municipality;
  arrivedOn: Temporal.PlainDate | null;
}

/** Either may be unknown; the code is the NIS code of five digits. */
export interface Municipality {
  nis: string | null;
  name: string | null;
}

/** What changes of a person; what is left out stays as it was. Lists are whole: they replace what was there. */
export interface PersonChange extends Partial<Omit<NewPerson, 'id'>> {
  id: string;
  /** The version that the change was made from; left out by an import, which changes whatever is there. */
  version?: number;
}
