import { z } from 'zod';
import { personShape, type PersonInput } from '../person-fields.ts';

const { family, nationalities, contactLanguages, otherLanguages, interpreter } = personShape;

/** What is told once for a whole family, and holds for each member of whom nothing else is told. */
export const togetherShape = z.strictObject({ family, nationalities, contactLanguages, otherLanguages, interpreter }).optional();
export type Together = z.output<typeof togetherShape>;

type Shared = Pick<PersonInput, 'family' | 'nationalities' | 'contactLanguages' | 'otherLanguages' | 'interpreter'>;

/** A member with what holds for all of the family. Whoever is known already stays as the register has them. */
export function withTogether<Member extends Shared>(member: Member, together: Together): Member {
  if (!together) return member;
  const speaksOwn = member.contactLanguages.length > 0 || member.otherLanguages.length > 0;
  return {
    ...member,
    family: member.family ?? together.family,
    nationalities: member.nationalities.length > 0 ? member.nationalities : together.nationalities,
    contactLanguages: speaksOwn ? member.contactLanguages : together.contactLanguages,
    otherLanguages: speaksOwn ? member.otherLanguages : together.otherLanguages,
    interpreter: member.interpreter ?? together.interpreter,
  };
}
