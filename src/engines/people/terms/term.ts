import type { Read } from '../../../kernel/db/types.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import shipped from './shipped-terms.json' with { type: 'json' };
import { findOwnTerms } from './term.store.ts';

/** Lists that come with the platform as dated data with their source, and that each authority adds to and ends words of. */
export const termLists = ['status', 'vulnerability'] as const;
export type TermList = (typeof termLists)[number];

/** Of statuses only: someone can be in several procedures at once, and stays on one ground at a time. */
export const statusKinds = ['stay', 'procedure'] as const;
export type StatusKind = (typeof statusKinds)[number];

export interface Term {
  code: string;
  kind: StatusKind | null;
  label(locale: Locale): string;
  /** The law or the agreement that it comes from. */
  source: string | null;
  validFrom: Temporal.PlainDate | null;
  /** The first day on which it can no longer be chosen for what begins then. */
  validUntil: Temporal.PlainDate | null;
  /** Added by the authority itself. */
  isOwn: boolean;
  /** Of the authority's own row; 0 where there is none. */
  version: number;
}

/** The whole list, ended terms too, so that what was noted keeps its words: first what came with the platform, in its order. One query. */
export async function findTerms(read: Read, list: TermList): Promise<Term[]> {
  const own = await findOwnTerms(read, list);
  const came = shipped[list].map((term): Term => {
    const ended = own.find(({ code }) => code === term.code);
    return {
      code: term.code,
      kind: term.kind as StatusKind | null,
      label: (locale) => (locale === 'en' ? term.en : term.nl),
      source: term.source,
      validFrom: day(term.from),
      validUntil: ended ? ended.validUntil : day(term.until),
      isOwn: false,
      version: ended?.version ?? 0,
    };
  });
  const added = own.filter(({ code }) => !came.some((term) => term.code === code)).map(({ label, kind, ...term }): Term => ({ ...term, kind: kind as StatusKind | null, label: () => label ?? term.code, isOwn: true }));
  return [...came, ...added];
}

function day(written: string | null): Temporal.PlainDate | null {
  return written === null ? null : Temporal.PlainDate.from(written);
}

/** Whether a term could be chosen for what began on a day. */
export function isValidOn(on: Temporal.PlainDate, { validFrom, validUntil }: Pick<Term, 'validFrom' | 'validUntil'>): boolean {
  return (validFrom === null || Temporal.PlainDate.compare(validFrom, on) <= 0) && (validUntil === null || Temporal.PlainDate.compare(validUntil, on) > 0);
}

/** The words of a code; the code itself where the list does not know it. */
export function termText(locale: Locale, terms: readonly Term[], code: string): string {
  return terms.find((term) => term.code === code)?.label(locale) ?? code;
}
