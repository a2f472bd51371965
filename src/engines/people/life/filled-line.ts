import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Entry, Filled, LifePart } from './life-part.ts';

/** A line as its form shows it. */
export function filledOf(part: LifePart, locale: Locale, entry: Record<string, unknown> & Entry): Filled {
  const plain = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  return { ...Object.fromEntries(Object.keys(part.shape).map((name) => [name, plain(entry[name])])), ...part.asFilled?.(locale, entry) };
}
