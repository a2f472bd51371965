/**
 * Arabic script (Arabic, Persian, Dari, Pashto, Sorani, Urdu) to Latin letters, one for one by the consonants of the ALA-LC
 * romanisation without its diacritics. Short vowels are not written, so they are not there: محمد becomes "mhmd". A written long
 * i is given as ī, so that حسين (hsīn) stays apart from حسن (hsn).
 */
const letters: Record<string, string> = {
  ب: 'b', پ: 'p', ت: 't', ٹ: 't', ټ: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ڈ: 'd', ډ: 'd', ذ: 'dh', ر: 'r', ڑ: 'r', ړ: 'r',
  ڕ: 'r', ز: 'z', ژ: 'zh', ږ: 'zh', س: 's', ش: 'sh', ښ: 'sh', څ: 'ts', ځ: 'dz', ص: 's', ض: 'd', ط: 't', ظ: 'z', غ: 'gh', ف: 'f', ڤ: 'v',
  ق: 'q', ک: 'k', گ: 'g', ګ: 'g', ڭ: 'g', ل: 'l', ڵ: 'l', م: 'm', ن: 'n', ں: 'n', ڼ: 'n', ه: 'h', ھ: 'h', ہ: 'h', ۀ: 'h', ا: 'a', أ: 'a',
  إ: 'i', آ: 'a', ٱ: 'a', ى: 'a', ة: 'a', ە: 'e', ۆ: 'o', ێ: 'e', ې: 'e', ے: 'e', ئ: 'i', ؤ: '', ع: '', ء: '',
};
const persianLetters = { ...letters, ذ: 'z', ض: 'z', ث: 's' };
const alifs = new Set('اأإآٱىةە');
const unread = /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200C-\u200F]/g;

/** One word without vowel signs, stretching and joiners, with one form per letter (the Persian ک and ی, so that a final ی is not read as ى). */
export function plainArabic(word: string): string {
  return word.normalize('NFKC').replace(unread, '').replaceAll('ي', 'ی').replaceAll('ك', 'ک');
}

/** The word without the article ال; a word that is too short to have one is left alone. */
export function withoutArticle(word: string): string {
  return /^ال..+/u.test(word) ? word.slice(2) : word;
}

/** As it is read in Arabic, and as in Persian (where ذ ض ظ sound as z: رضا is Rida and Reza) when that differs. */
export function latinFromArabic(word: string): string[] {
  const arabic = read(plainArabic(word), letters);
  const persian = read(plainArabic(word), persianLetters);
  return arabic === persian ? [arabic] : [arabic, persian];
}

function read(word: string, table: Record<string, string>): string {
  const signs = [...word];
  let latin = '';
  let afterVowel = false;
  signs.forEach((sign, index) => {
    const [isFirst, isLast] = [index === 0, index === signs.length - 1];
    const next = signs[index + 1] ?? '';
    const isGlide = isFirst || afterVowel || alifs.has(next) || next === 'ی' || (sign === 'ی' && next === 'و');
    const sound = glides[sign]?.[isGlide ? 'consonant' : 'vowel'] ?? edges(sign, isFirst, isLast) ?? table[sign] ?? sign;
    latin += separated(latin, sound);
    if (sign === 'و' && afterVowel && next !== '' && !alifs.has(next)) latin += 'u';
    afterVowel = alifs.has(sign) || (sign in glides && !isGlide);
  });
  return latin;
}

const glides: Record<string, { consonant: string; vowel: string }> = { و: { consonant: 'w', vowel: 'u' }, ی: { consonant: 'y', vowel: 'ī' } };

/** A first ع is heard by its vowel; a last ه mostly stands for ة. */
function edges(sign: string, isFirst: boolean, isLast: boolean): string | undefined {
  if (sign === 'ع' && isFirst) return 'a';
  return sign === 'ه' && isLast && !isFirst ? 'a' : undefined;
}

/** Between equal consonants, and where two letters would read as one sound (s and h as sh), an unwritten vowel must stand. */
function separated(before: string, sound: string): string {
  const last = before.at(-1) ?? '';
  const isDouble = last !== '' && sound.startsWith(last) && !/[aeiouyīw]/.test(last);
  return isDouble || (sound === 'h' && /[skgdtpcz]$/.test(before)) ? `a${sound}` : sound;
}
