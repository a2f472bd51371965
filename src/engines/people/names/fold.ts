import { plainArabic } from './arabic-script.ts';

const beyondDecomposition: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ə: 'e', ħ: 'h', ŋ: 'n' };

/**
 * Text as it is compared: lower case, without accents, one form per Arabic letter, apostrophes left out, everything else that is
 * no letter or digit a space. "Élodie N'Diaye-Öz" becomes "elodie ndiaye oz". The script stays what it was.
 */
export function fold(text: string): string {
  return plainArabic(text)
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ی')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼʾʿ‘`´]/g, '')
    .replace(/[ßæœøđðłıþəħŋ]/g, (sign) => beyondDecomposition[sign]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
