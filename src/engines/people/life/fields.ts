import { field } from '../../../kernel/http/fields.ts';
import { findCountry, findLanguage } from '../import-newcomers/dictionaries.ts';

/** A country as people type it, or its code; null when it was left out. */
export const countryField = () =>
  field.optionalText(80).transform((typed, context) => {
    const code = typed === undefined ? null : findCountry(typed);
    if (typed !== undefined && code === null) context.addIssue({ code: 'custom', message: 'not-known', input: typed });
    return code;
  });

/** A language as people type it, or its code. */
export const languageField = () =>
  field.text(80).transform((typed, context) => {
    const code = findLanguage(typed);
    if (code === null) context.addIssue({ code: 'custom', message: 'not-known', input: typed });
    return code ?? '';
  });

/** Yes, no, or not asked. */
export const yesNoField = () => field.optionalChoice(['yes', 'no']).transform((answer) => (answer === undefined ? null : answer === 'yes'));
