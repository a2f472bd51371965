import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { parsePhone } from '../import-newcomers/read-phone.ts';
import { contactKinds, type ContactKind, type ContactWay } from '../person.ts';

/** A way as it was filled in; without a kind it says by itself what it is. A line that was left empty is none. */
const way = z
  .strictObject({ kind: field.optionalChoice(contactKinds), value: field.optionalText(300), through: field.optionalText(80), texts: field.optionalChoice(['yes', 'no']) })
  .transform(({ kind: told, value: typed, through, texts }, context): Omit<ContactWay, 'isPreferred'> | null => {
    const kind = told ?? (through ? 'through' : typed ? kindOf(typed) : undefined);
    if (!kind) return null;
    const wrong = (name: string, message: string) => {
      context.addIssue({ code: 'custom', message, path: [name], input: typed });
      return null;
    };
    if (kind === 'through') return through ? { kind, value: typed ?? '', through } : wrong('through', 'required');
    if (kind === 'post') return { kind, value: typed ?? '' };
    if (!typed) return wrong('value', 'required');
    if (kind === 'email') return z.email().safeParse(typed).success ? { kind, value: typed } : wrong('value', 'not-a-mail-address');
    if (kind === 'other') return { kind, value: typed };
    const phone = parsePhone(typed);
    if (!('value' in phone)) return wrong('value', 'not-a-phone');
    return { kind, value: phone.value, ...(texts === undefined ? {} : { takesTexts: texts === 'yes' }) };
  });

export const contactShape = {
  ways: z.preprocess((value) => value ?? [], z.array(way).max(12)),
  /** The place in `ways` of the way that the person prefers. */
  preferred: field.optionalInteger(0, 11),
};

export function kindOf(typed: string): ContactKind {
  if (typed.includes('@')) return 'email';
  return 'value' in parsePhone(typed) ? 'phone' : 'other';
}

/** What was filled in, each way once, as the register keeps it. */
export function contactWaysOf({ ways, preferred }: z.output<z.ZodObject<typeof contactShape>>): ContactWay[] {
  const told = ways.map((each, place) => each && { ...each, isPreferred: place === preferred });
  const kept = told.filter((each) => each !== null);
  const first = (each: ContactWay) => kept.find((other) => other.kind === each.kind && other.value === each.value && other.through === each.through);
  return kept.filter((each) => first(each) === each).map((each) => ({ ...each, isPreferred: kept.some((other) => first(other) === each && other.isPreferred) }));
}
