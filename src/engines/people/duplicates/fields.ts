import { Temporal } from '../../../kernel/time/temporal.ts';
import { scriptOf } from '../import-newcomers/read-names.ts';
import type { ContactWay, OtherName, PartialDate, Person, PersonChange, PersonLanguage, PersonName } from '../person.ts';

/** Fields of which one person has one: someone chooses whose. */
export const chosenFields = ['name', 'birth', 'gender', 'needsInterpreter', 'arrivedOn', 'reference'] as const;
export type ChosenField = (typeof chosenFields)[number];
/** Fields of which one person has many: those of both are joined. */
export const joinedFields = ['otherNames', 'nationalities', 'languages', 'contactWays'] as const;
export type JoinedField = (typeof joinedFields)[number];

/** The fields as plain values, which can be kept; days are ISO 8601. */
export interface PlainFields {
  name: PersonName;
  birth: PartialDate | null;
  gender: string | null;
  needsInterpreter: boolean | null;
  arrivedOn: string | null;
  reference: string | null;
  otherNames: OtherName[];
  nationalities: string[];
  languages: PersonLanguage[];
  contactWays: ContactWay[];
}

export function plainFieldsOf({ name, birth, gender, needsInterpreter, arrivedOn, reference, otherNames, nationalities, languages, contactWays }: Person): PlainFields {
  return { name, birth, gender, needsInterpreter, arrivedOn: arrivedOn?.toString() ?? null, reference, otherNames, nationalities, languages, contactWays };
}

/** What the one that remains becomes, by whose each field was chosen to be. A name that was not chosen stays as another name: who looks for it still finds the person. */
export function mergedFields(kept: PlainFields, gone: PlainFields, chosen: Partial<Record<ChosenField, 'kept' | 'gone'>>): PlainFields {
  const of = <Field extends ChosenField>(field: Field): PlainFields[Field] => (chosen[field] === 'gone' ? gone : chosen[field] === 'kept' ? kept : kept[field] === null ? gone : kept)[field];
  const name = of('name');
  const alsoNamed = [kept.name, gone.name].filter(({ full }) => full !== name.full).map(({ full }): OtherName => ({ script: scriptOf(full), kind: 'spelling', full }));
  return {
    name,
    birth: of('birth'),
    gender: of('gender'),
    needsInterpreter: of('needsInterpreter'),
    arrivedOn: of('arrivedOn'),
    reference: of('reference'),
    otherNames: once([...kept.otherNames, ...gone.otherNames, ...alsoNamed].filter(({ full }) => full !== name.full), ({ full }) => full),
    nationalities: once([...kept.nationalities, ...gone.nationalities], (code) => code).filter((code, _, all) => code !== 'XX' || all.length === 1),
    languages: joinedLanguages(kept.languages, gone.languages),
    contactWays: joinedWays(kept.contactWays, gone.contactWays),
  };
}

/** Those of the one that remains come first; what the other adds comes after. */
function joinedLanguages(kept: readonly PersonLanguage[], gone: readonly PersonLanguage[]): PersonLanguage[] {
  const ranked = (languages: readonly PersonLanguage[]) => languages.filter(({ contactRank }) => contactRank !== null).toSorted((a, b) => a.contactRank! - b.contactRank!);
  const contact = once([...ranked(kept), ...ranked(gone)], ({ code }) => code);
  const others = once([...kept, ...gone], ({ code }) => code).filter(({ code }) => !contact.some((each) => each.code === code));
  return [...contact.map((language, place) => ({ ...language, contactRank: place + 1 })), ...others];
}

function joinedWays(kept: readonly ContactWay[], gone: readonly ContactWay[]): ContactWay[] {
  const hasPreferred = kept.some(({ isPreferred }) => isPreferred);
  return once([...kept, ...gone.map((way) => ({ ...way, isPreferred: way.isPreferred && !hasPreferred }))], wayKey);
}

/** The same telephone, however it is written, is one. */
function wayKey({ kind, value, through }: ContactWay): string {
  return [kind, kind === 'phone' ? value.replace(/\D/g, '').slice(-9) : value.toLowerCase(), through ?? ''].join(':');
}

/**
 * What the one that remains becomes when the merger is taken apart: a field that nobody changed since is again what it was; what was changed since stays. Of
 * lists, what the other had brought goes and what came since stays.
 */
export function splitFields(now: PlainFields, { before, after }: { before: PlainFields; after: PlainFields }): PlainFields {
  const chosen = Object.fromEntries(chosenFields.map((field) => [field, isSame(now[field], after[field]) ? before[field] : now[field]]));
  const lists = Object.fromEntries(joinedFields.map((field) => [field, isSame(now[field], after[field]) ? before[field] : withoutBrought(now[field], before[field], after[field])]));
  return { ...now, ...chosen, ...lists };
}

function withoutBrought(now: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const [was, became] = [new Set(before.map(identity)), new Set(after.map(identity))];
  return now.filter((item) => was.has(identity(item)) || !became.has(identity(item)));
}

/** What tells one item of a list apart, whatever else of it was changed. */
function identity(item: unknown): string {
  if (typeof item === 'string') return item;
  const { code, full } = item as Partial<PersonLanguage & OtherName>;
  return code ?? full ?? wayKey(item as ContactWay);
}

/** The fields that differ, as a change of the person. */
export function changeOf(id: string, now: PlainFields, wanted: PlainFields): PersonChange {
  const different = Object.entries(wanted).filter(([field, value]) => !isSame(now[field as keyof PlainFields], value));
  return { id, ...Object.fromEntries(different.map(([field, value]) => [field, field === 'arrivedOn' && value !== null ? Temporal.PlainDate.from(value as string) : value])) };
}

/** The same value, however its parts are ordered in what is kept. */
export function isSame(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return `{${Object.entries(value).filter(([, inner]) => inner !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${key}:${stable(inner)}`).join()}}`;
}

/** The first of each. */
function once<T>(list: readonly T[], key: (each: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((each) => !seen.has(key(each)) && seen.add(key(each)));
}
