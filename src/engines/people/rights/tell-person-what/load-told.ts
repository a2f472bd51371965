import type { Read } from '../../../../kernel/db/types.ts';
import type { Holding, Telling } from '../../../../kernel/holdings/holding.ts';
import { isLocale, type Locale } from '../../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import type { Household } from '../../household.ts';
import { findHousehold } from '../../household.store.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { findConsentsOf } from '../consent.store.ts';
import { consentState, type Consent } from '../consent.ts';
import { findRefusals, type ErasureRefusal } from '../erase-person/hold.store.ts';

/** What a person may know of who knows what. */
export interface Told {
  person: Person;
  household: Household | undefined;
  /** The newest first, in Dutch and in the reader's language. */
  tellings: { nl: Telling[]; other: Telling[] };
  /** Those that hold today or will. */
  consents: Consent[];
  refusals: ErasureRefusal[];
  /** The language beside Dutch; Dutch when there is none. */
  locale: Locale;
}

export async function loadTold(read: Read, { id, holdings, today, locale }: { id: string; holdings: readonly Holding[]; today: Temporal.PlainDate; locale?: Locale | undefined }): Promise<Told | undefined> {
  const person = await findPerson(read, id);
  if (!person) return undefined;
  const other = locale ?? readsBest(person.contactLanguages) ?? 'nl';
  const gather = async (language: Locale) => {
    const all: Telling[] = [];
    // One after the other: they share a connection.
    for (const { subject, told } of holdings) if (subject === 'person' && told) all.push(...(await told(read, id, language)));
    return all.sort((a, b) => (a.on.toString() < b.on.toString() ? 1 : -1));
  };
  const nl = await gather('nl');
  return {
    person,
    household: person.householdId ? await findHousehold(read, person.householdId) : undefined,
    tellings: { nl, other: other === 'nl' ? nl : await gather(other) },
    consents: (await findConsentsOf(read, id)).filter((consent) => ['running', 'ahead'].includes(consentState(consent, today))),
    refusals: await findRefusals(read, id),
    locale: other,
  };
}

/** Spoken Arabic has codes of its own; who speaks one reads the standard language. */
const readsArabic = new Set(['acm', 'apc', 'aeb', 'ary', 'arz', 'ajp', 'arq', 'ayl']);

/** The first of a person's contact languages in which there are texts. */
function readsBest(languages: readonly string[]): Locale | undefined {
  return languages.map((code) => code.split('-')[0]!).map((code) => (readsArabic.has(code) ? 'ar' : code)).find(isLocale);
}
