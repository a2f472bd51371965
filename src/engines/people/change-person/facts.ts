import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { scriptOf } from '../import-newcomers/read-names.ts';
import { personShape } from '../person-fields.ts';
import { genders, nameKinds, type NameKind, type NewPerson, type OtherName, type Person } from '../person.ts';
import { nationalityText } from '../show.ts';

const { given, family, birth, gender, nationalities } = personShape;

/** A name in a line; a line that was left empty is none. Without a kind it says by itself what it is. */
const nameLine = z
  .strictObject({ full: field.optionalText(200), kind: field.optionalChoice(nameKinds) })
  .transform(({ full, kind }): OtherName | null => (full === undefined ? null : { script: scriptOf(full), kind: kind ?? (scriptOf(full) === 'Latn' ? 'spelling' : 'script'), full }));

/** Who somebody is: their names, birth, gender and nationalities. */
export const factsShape = {
  given,
  family,
  names: z.preprocess((value) => value ?? [], z.array(nameLine).max(12)),
  /** The name changed, and the old one stays as a former name; otherwise it was written down wrong. */
  keepsFormer: field.flag(),
  birth,
  gender,
  nationalities,
};
export type FactsInput = z.output<z.ZodObject<typeof factsShape>>;

/** A name there must be: in parts, as one name, or in another script. */
export function hasAnyName({ given: first, family: last, names }: Partial<Pick<FactsInput, 'given' | 'family' | 'names'>>): boolean {
  return Boolean(first ?? last ?? names?.some((name) => name !== null));
}

/** What was filled in, as the register keeps it. A word for gender that the form does not offer stays. */
export function factsOf(input: FactsInput, before: Person): Pick<NewPerson, 'name' | 'otherNames' | 'birth' | 'gender' | 'nationalities'> {
  const lines = input.names.filter((name) => name !== null).map((name) => before.otherNames.find((known) => known.full === name.full && known.kind === name.kind) ?? name);
  const name = nameOf(input, lines, before);
  const isNew = name.full !== before.name.full && !lines.some(({ full }) => full === before.name.full);
  const former: OtherName[] = isNew && input.keepsFormer ? [{ script: scriptOf(before.name.full), kind: 'former', full: before.name.full }] : [];
  const isOffered = before.gender === null || genders.some((each) => each === before.gender);
  return {
    name,
    otherNames: [...lines.filter(({ full }) => full !== name.full), ...former],
    birth: input.birth,
    gender: input.gender ?? (isOffered ? null : before.gender),
    nationalities: input.nationalities,
  };
}

/** A name in another script only is the name. A whole name that says more than its parts stays while the parts do. */
function nameOf(input: FactsInput, lines: readonly OtherName[], before: Person): Person['name'] {
  const [first, last] = [input.given ?? null, input.family ?? null];
  if (first === null && last === null) return { given: null, family: null, full: lines[0]!.full };
  const isSame = before.name.given === first && before.name.family === last;
  const wasWhole = before.name.given === null && before.name.family === null && before.name.full === first && last === null;
  return isSame || wasWhole ? before.name : { given: first, family: last, full: [first, last].filter(Boolean).join(' ') };
}

/** The form as text: as it was typed, or as the register has it. */
export interface FilledFacts {
  given: string;
  family: string;
  names: { full: string; kind: NameKind | '' }[];
  keepsFormer: boolean;
  birth: { day: string; month: string; year: string };
  gender: string;
  nationalities: string[];
}

export function filledFacts(locale: Locale, { name, otherNames, birth: born, gender: word, nationalities: countries }: Person): FilledFacts {
  const isWhole = name.given === null && name.family === null;
  const part = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return {
    given: isWhole ? name.full : (name.given ?? ''),
    family: name.family ?? '',
    names: otherNames.map(({ full, kind }) => ({ full, kind })),
    keepsFormer: false,
    birth: { day: part(born?.day), month: part(born?.month), year: part(born?.year) },
    gender: word ?? '',
    nationalities: countries.map((code) => nationalityText(locale, code)),
  };
}

/** What was typed, once the names of its fields are taken apart (see `nested`). */
export function typedFacts(typed: unknown): FilledFacts {
  const values = asRecord(typed);
  const born = asRecord(values['birth']);
  const names = Array.isArray(values['names']) ? values['names'].map(asRecord) : [];
  const countries = values['nationalities'];
  return {
    given: one(values['given']),
    family: one(values['family']),
    names: names.map(({ full, kind }) => ({ full: one(full), kind: nameKinds.find((each) => each === kind) ?? '' })),
    keepsFormer: values['keepsFormer'] === 'yes',
    birth: { day: one(born['day']), month: one(born['month']), year: one(born['year']) },
    gender: one(values['gender']),
    nationalities: Array.isArray(countries) ? countries.map(one) : [one(countries)],
  };
}

const one = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const asRecord = (value: unknown) => (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
