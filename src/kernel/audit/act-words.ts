import type { Locale } from '../i18n/locale.ts';
import type { Catalogue, Text } from '../i18n/messages.ts';

/** What acts, and what they were about, are called; undefined for those of others. */
export interface ActWords {
  act(locale: Locale, act: string): string | undefined;
  subject(locale: Locale, type: string): string | undefined;
}

/** The words for the acts of one part of the house: its messages 'act.person-registered' and 'subject.person'. */
export function actWords<Source extends Catalogue>(text: Text<keyof Source & string>, source: Source): ActWords {
  const word = (locale: Locale, key: string) => (key in source ? text(locale, key as keyof Source & string) : undefined);
  return { act: (locale, act) => word(locale, `act.${act}`), subject: (locale, type) => word(locale, `subject.${type}`) };
}

/** The words of all parts together; what has none keeps its code, which is in plain words too. */
export function joinWords(parts: readonly ActWords[]) {
  const find = (of: (words: ActWords) => string | undefined, code: string) => parts.map(of).find((word) => word !== undefined) ?? code.replaceAll('-', ' ');
  return {
    act: (locale: Locale, act: string): string => find((words) => words.act(locale, act), act),
    subject: (locale: Locale, type: string): string => find((words) => words.subject(locale, type), type),
  };
}

export type AllWords = ReturnType<typeof joinWords>;
