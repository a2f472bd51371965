import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';

/** The first error of a field or of a part of it. */
export function errorOf(errors: FieldErrors, name: string): string | undefined {
  return errors[name] ?? Object.entries(errors).find(([key]) => key.startsWith(`${name}.`))?.[1];
}

const words = [
  [/(?:^|\.)phones\.\d+$/, 'error.phone'],
  [/(?:^|\.)emails\.\d+$/, 'error.email'],
  [/(?:contactL|otherL)anguages\.\d+$/, 'error.language'],
  [/(?:^|\.)nationalities\.\d+$/, 'error.country'],
  [/(?:^|\.)given$/, 'error.name'],
] as const;

/** Says of a telephone, a language or a name what is wrong with just that. */
export function inOwnWords(locale: Locale, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, sentence]) => {
      const own = words.find(([pattern]) => pattern.test(name));
      return [name, own ? text(locale, own[1]) : sentence];
    }),
  );
}

const labels = {
  given: 'field.given',
  family: 'field.family',
  otherNames: 'field.own-script',
  birth: 'field.birth',
  gender: 'field.gender',
  nationalities: 'field.nationality',
  contactLanguages: 'field.contact-languages',
  otherLanguages: 'field.other-languages',
  interpreter: 'field.interpreter',
  phones: 'contact.phone',
  emails: 'contact.email',
  otherContacts: 'field.other-contact',
  preferredContact: 'field.preferred-contact',
  role: 'field.role',
  sameAs: 'match.title',
  arrivedOn: 'field.arrived',
  movedOn: 'field.moved-on',
  street: 'address.street',
  number: 'address.number',
  box: 'address.box',
  postcode: 'address.postcode',
  municipality: 'field.municipality',
  leftOn: 'field.left-on',
} as const;

/** The name of each field that is wrong, for the summary above the form: with the place of the person, where there are several. */
export function errorLabels(locale: Locale, errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(
    Object.keys(errors).flatMap((name) => {
      const part = name.split('.').find((each): each is keyof typeof labels => each in labels);
      const place = /^members\.(\d+)\./.exec(name)?.[1];
      if (!part) return [];
      const label = text(locale, labels[part]);
      return [[name, place && Number(place) > 0 ? text(locale, 'member.field', { place: Number(place) + 1, field: label }) : label]];
    }),
  );
}
