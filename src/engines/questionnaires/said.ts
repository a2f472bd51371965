import { direction, isLocale, type Locale } from '../../kernel/i18n/locale.ts';
import type { Answer } from './facts.ts';
import type { Field } from './questionnaire.ts';

/** A text in the reader's language; Dutch where it does not have that one. */
export function said(text: { nl: string } & Partial<Record<Locale, string>>, locale: string): string {
  return (isLocale(locale) ? text[locale] : undefined) ?? text.nl;
}

/** The same text in the language of the talk, to stand beside the reader's; undefined when that is the same or not there. */
export function saidBeside(text: { nl: string } & Partial<Record<Locale, string>>, locale: Locale, other: string | undefined) {
  if (!other || !isLocale(other) || other === locale || !text[other]) return undefined;
  return { text: text[other], lang: other, dir: direction(other) };
}

/** An answer in words, one string a chosen option; empty when nothing was answered. */
export function answerWords(field: Field, answer: Answer | undefined, locale: string): string[] {
  if (answer === null || answer === undefined) return [];
  if (field.kind === 'words' || field.kind === 'number') return [String(answer)];
  const chosen = Array.isArray(answer) ? answer : [String(answer)];
  return field.options.filter(({ id }) => chosen.includes(id)).map(({ label }) => said(label, locale));
}
