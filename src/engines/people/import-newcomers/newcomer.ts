import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Address, HouseholdRole } from '../household.ts';
import type { ContactWay, OtherName, PartialDate, PersonLanguage, PersonName } from '../person.ts';
import type { Field } from './fields.ts';

/** What one row of a newcomer list says, understood. */
export type Newcomer = {
  /** What the list calls the household; rows with the same one live together. */
  householdKey: string | null;
  role: HouseholdRole | null;
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  gender: string | null;
  /** eleven digits */
  registerNumber: string | null;
  reference: string | null;
  nationalities: string[];
  languages: PersonLanguage[];
  needsInterpreter: boolean | null;
  contactWays: ContactWay[];
  arrivedOn: Temporal.PlainDate | null;
  address: Address | null;
};

export type RowProblemCode =
  | 'name-missing'
  | 'not-a-date'
  | 'day-does-not-exist'
  | 'month-does-not-exist'
  | 'day-without-month'
  | 'incomplete-date'
  | 'in-the-future'
  | 'too-long-ago'
  | 'other-calendar'
  | 'register-number-length'
  | 'register-number-check'
  | 'country-unknown'
  | 'language-unknown'
  | 'yes-or-no'
  | 'phone-has-letters'
  | 'phone-length'
  | 'email-form';

export type RowWarningCode =
  | 'possibly-placeholder'
  | 'two-digit-year'
  | 'birth-date-differs'
  | 'role-unknown'
  | 'gender-as-written'
  | 'postcode-form'
  | 'arrival-missing'
  | 'born-after-arrival';

/** What fills in the sentence: numbers and codes, never the sentence itself. `near` are codes of countries or languages spelt nearly so. */
export type Hint = { year?: number; month?: number; days?: number; meant?: string; near?: string[] };

/** `column` is the place in the header, null when no column is to blame. */
export type RowNote<Code extends string> = { column: number | null; field: Field; value: string; code: Code; hint: Hint };
export type RowProblem = RowNote<RowProblemCode>;
export type RowWarning = RowNote<RowWarningCode>;

/** A row with a problem is not imported until it is repaired; a warning is shown and keeps nothing back. */
export type ReadRow = { person: Newcomer | null; problems: RowProblem[]; warnings: RowWarning[] };
