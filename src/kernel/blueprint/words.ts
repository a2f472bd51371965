import { z } from 'zod';
import type { Locale } from '../i18n/locale.ts';
import type { Words } from './practice-data.ts';

/** A name in a blueprint, in the languages of staff. */
export const words = (maximum: number) => z.strictObject({ nl: z.string().min(1).max(maximum).describe('Plain Dutch; the source'), en: z.string().min(1).max(maximum).describe('The same in English') });

/** The words with which a thing is made for an authority: in the language of who adopts. */
export const inLanguage = (locale: Locale, { nl, en }: Words): string => (locale === 'en' ? en : nl);

/** Whether a name is one of these words, in either language and whatever the capitals. */
export const isNamed = (name: string, { nl, en }: Words): boolean => [nl, en].some((word) => word.toLowerCase() === name.toLowerCase());
