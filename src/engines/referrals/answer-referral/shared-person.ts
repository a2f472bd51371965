import type { Read } from '../../../kernel/db/types.ts';
import { addressLines, findPerson, getHousehold, type Household, type Person } from '../../people/index.ts';
import { sharedNow } from '../consent.ts';
import type { Referral, Shareable } from '../referral.ts';

/** What the receiver may see: nothing but the name unless the person agreed to it. */
export interface SharedPerson {
  name: string;
  otherNames: { script: string; full: string }[];
  phones: string[];
  emails: string[];
  address: string[];
  languages: string[];
  birth: Person['birth'];
  householdSize: number | null;
}

/** The person as this referral shows them today; undefined when there is no such person. */
export async function sharedPerson(read: Read, referral: Pick<Referral, 'personId' | 'shares'>, consent: Parameters<typeof sharedNow>[1]): Promise<SharedPerson | undefined> {
  const person = referral.personId ? await findPerson(read, referral.personId) : undefined;
  if (!person) return undefined;
  const household = person.householdId ? await getHousehold(read, person.householdId) : undefined;
  return shared(person, household, new Set(sharedNow(referral, consent)));
}

function shared(person: Person, household: Household | undefined, shares: Set<Shareable>): SharedPerson {
  const ways = (kind: string) => person.contactWays.filter((way) => way.kind === kind).map(({ value }) => value);
  return {
    name: person.name.full,
    otherNames: person.otherNames,
    phones: shares.has('phone') ? ways('phone') : [],
    emails: shares.has('email') ? ways('email') : [],
    address: shares.has('address') && household?.address ? addressLines(household.address) : [],
    languages: shares.has('languages') ? person.contactLanguages : [],
    birth: shares.has('birth-date') ? person.birth : null,
    householdSize: shares.has('household') ? (household?.members.length ?? null) : null,
  };
}
