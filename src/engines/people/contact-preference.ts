import { dayOf } from '../../kernel/clock/clock.ts';
import type { Read } from '../../kernel/db/types.ts';
import { addressLines } from './household.ts';
import { findHousehold } from './household.store.ts';
import { findEntries } from './life/entry.store.ts';
import { linesOf, type OwnAddress } from './life/own-addresses.tsx';
import { holdsOn } from './life/period.ts';
import type { ContactWay, Person } from './person.ts';
import { findPerson } from './person.store.ts';

/** How to tell a person something in writing. */
export interface ContactPreference {
  channel: 'sms' | 'mail' | 'post' | 'through';
  /** A number in the form of E.164, a mail address, the lines of an address, or how whoever stands between is reached ('' when that is not known). */
  value: string;
  /** Who stands between; null for the other channels. */
  through: string | null;
  /** BCP 47; the language to write in first. Null when none is known. */
  language: string | null;
}

/**
 * The best way to tell a person something: the one they prefer, or else a text message before mail, a letter and word of mouth. A
 * telephone that takes no text messages is for talking: the next way counts. Undefined when there is no way.
 */
export async function findContactPreference(read: Read, personId: string): Promise<ContactPreference | undefined> {
  const person = await findPerson(read, personId);
  if (!person) return undefined;
  return preferenceOf(person, await findLetterLines(read, person));
}

/** The lines of the address where letters to a person go: their own when they live apart and want them there, or else the household's. */
export async function findLetterLines(read: Read, { id, householdId }: Pick<Person, 'id' | 'householdId'>): Promise<string[]> {
  const today = dayOf(read.now);
  const own = (await findEntries<OwnAddress>(read, { table: 'own_address' }, id)).find((line) => line.takesLetters && holdsOn(today, line));
  if (own) return linesOf(own);
  const household = householdId ? await findHousehold(read, householdId) : undefined;
  return household?.address ? addressLines(household.address) : [];
}

const channelsByRank = ['sms', 'mail', 'post', 'through'] as const;

/** `home` holds the lines of the address where letters go. */
export function preferenceOf({ contactWays, contactLanguages }: Pick<Person, 'contactWays' | 'contactLanguages'>, home: readonly string[]): ContactPreference | undefined {
  const language = contactLanguages[0] ?? null;
  const letter = home.join('\n');
  const ways = contactWays.flatMap((way) => asPreference(way, letter));
  const preferred = contactWays.find(({ isPreferred }) => isPreferred);
  const wanted = preferred && asPreference(preferred, letter)[0];
  const byRank = channelsByRank.flatMap((channel) => ways.filter((way) => way.channel === channel));
  const found = wanted ?? byRank[0] ?? (letter ? { channel: 'post' as const, value: letter, through: null } : undefined);
  return found && { ...found, language };
}

function asPreference(way: ContactWay, letter: string): Omit<ContactPreference, 'language'>[] {
  switch (way.kind) {
    case 'phone':
      return takesTexts(way) ? [{ channel: 'sms', value: way.value, through: null }] : [];
    case 'email':
      return [{ channel: 'mail', value: way.value, through: null }];
    case 'post':
      return way.value || letter ? [{ channel: 'post', value: way.value || letter, through: null }] : [];
    case 'through':
      return [{ channel: 'through', value: way.value, through: way.through ?? way.value }];
    case 'other':
      return [{ channel: 'through', value: '', through: way.value }];
  }
}

/** As was told; or else what the number says: a Belgian one is a mobile one when it begins with +324 and eight digits follow. */
export function takesTexts({ value, takesTexts: told }: Pick<ContactWay, 'value' | 'takesTexts'>): boolean {
  return told ?? (value.startsWith('+32') ? /^\+324\d{8}$/.test(value) : true);
}
