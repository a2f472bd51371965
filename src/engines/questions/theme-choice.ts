import { z } from 'zod';
import type { Choice } from '../../kernel/html/index.ts';
import { isId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { isTheme, themeLabel, type Theme, type ThemeWithSubThemes } from '../directory/index.ts';

/** A theme and perhaps a sub-theme of it as one choice of a list: 'housing', or 'housing/' and the id of the sub-theme. */
export interface ThemeChoice {
  theme: Theme;
  subTheme?: string;
}

export function readThemeChoice(written: unknown): ThemeChoice | undefined {
  const [theme, subTheme, ...rest] = typeof written === 'string' ? written.split('/') : [];
  if (!isTheme(theme) || rest.length > 0 || (subTheme !== undefined && !isId(subTheme))) return undefined;
  return subTheme === undefined ? { theme } : { theme, subTheme };
}

export function writeThemeChoice({ theme, subTheme }: ThemeChoice): string {
  return subTheme ? `${theme}/${subTheme}` : theme;
}

/** The field of a form that holds one, as it is written. */
export function themeChoice() {
  return z.string('choose').refine((written) => readThemeChoice(written) !== undefined, 'choose');
}

/** Each theme, with the authority's own under it in a group of the theme's name. */
export function themeOptions(locale: Locale, themes: readonly ThemeWithSubThemes[]): (Choice | { group: string; options: Choice[] })[] {
  return themes.map(({ code, subThemes }) => {
    const whole = { value: code, label: themeLabel(locale, code) };
    if (subThemes.length === 0) return whole;
    return { group: themeLabel(locale, code), options: [whole, ...subThemes.map(({ id, label }) => ({ value: writeThemeChoice({ theme: code, subTheme: id }), label }))] };
  });
}
