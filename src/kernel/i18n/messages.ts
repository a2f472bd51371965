import { formatNumber } from './format.ts';
import { pluralRules, type Locale } from './locale.ts';

export type PluralForms = { one?: string; two?: string; few?: string; many?: string; zero?: string; other: string };
export type Catalogue = Record<string, string | PluralForms>;
export type Parameters = Record<string, string | number>;
export type Text<Key extends string> = (locale: Locale, key: Key, parameters?: Parameters) => string;

/**
 * Makes the text function of one set of messages. Dutch is the source: its keys are the type of `key`, and a
 * language that lacks a key falls back to Dutch, so that a page never shows a hole (the check reports the gap).
 * A message is a string with `{name}` places, or plural forms chosen on the number in `{count}`.
 */
export function defineMessages<Source extends Catalogue>(
  catalogues: { nl: Source } & { [L in Exclude<Locale, 'nl'>]?: Catalogue },
): Text<keyof Source & string> {
  return (locale, key, parameters = {}) => {
    const message = catalogues[locale]?.[key] ?? catalogues.nl[key];
    if (message === undefined) throw new Error(`No message "${key}"`);
    return fill(locale, choose(locale, message, parameters), parameters);
  };
}

function choose(locale: Locale, message: string | PluralForms, parameters: Parameters): string {
  if (typeof message === 'string') return message;
  const count = Number(parameters['count'] ?? 0);
  return message[pluralRules(locale).select(count)] ?? message.other;
}

function fill(locale: Locale, template: string, parameters: Parameters): string {
  if (!template.includes('{')) return template;
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(locale, value) : value;
  });
}
