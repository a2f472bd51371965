/**
 * Cyrillic to Latin by the tables with which the states themselves write passports: Ukraine (Cabinet of Ministers, resolution 55 of
 * 27 January 2010) and, for Russian, ICAO Doc 9303 part 3. Letters of one language only tell which; without any, both are given.
 */
const shared: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', д: 'd', ж: 'zh', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh',
  ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', е: 'e', ў: 'u', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz',
};
const ukrainian: Record<string, string> = { ...shared, г: 'h', ґ: 'g', є: 'ie', и: 'y', і: 'i', ї: 'i', й: 'i', ю: 'iu', я: 'ia' };
const ukrainianFirst: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const russian: Record<string, string> = { ...shared, г: 'g', ё: 'e', и: 'i', і: 'i', й: 'i', ъ: 'ie', ы: 'y', э: 'e', ю: 'iu', я: 'ia' };

export function latinFromCyrillic(word: string): string[] {
  const signs = [...word.toLowerCase().normalize('NFC').replace(/['’ʼ]/g, '')];
  const isUkrainian = signs.some((sign) => 'ґєії'.includes(sign));
  const isRussian = signs.some((sign) => 'ыэёъ'.includes(sign));
  const inUkrainian = signs
    .map((sign, index) => (index === 0 ? ukrainianFirst[sign] : undefined) ?? (sign === 'г' && signs[index - 1] === 'з' ? 'gh' : (ukrainian[sign] ?? sign)))
    .join('');
  const inRussian = signs.map((sign) => russian[sign] ?? sign).join('');
  if (isUkrainian) return [inUkrainian];
  return isRussian ? [inRussian] : [...new Set([inUkrainian, inRussian])];
}
