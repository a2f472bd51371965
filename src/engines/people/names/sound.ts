import { fold } from './fold.ts';

/**
 * How a name in Latin letters sounds, as consonants: Yousef, Youssef, Joesoef and Yusuf give "ysf", Mohamed and محمد "mhmd". Vowels go,
 * save that a first one leaves "a", and that ei, ai, ie and a long i leave "y", which keeps Hussein (hsyn) apart from Hassan (hsn).
 * Where one spelling may be heard in several ways (a short i that another script writes, a Dutch j, aou) each way is a key.
 * Names that differ in short or in dark vowels only share a key (Mohamed and Mahmoud, Omar and Amir): a key finds, it does not decide.
 * Our own rules, made for names from Arabic, Persian, Turkish, Slavic and Ethiopian languages as they are spelt in Dutch, French and English.
 */
export function soundKeys(latinWord: string): string[] {
  const letters = simplified(latinWord);
  const initials = /^j[ou]/.test(letters) ? [letters, `y${letters.slice(1)}`] : [letters];
  const readings = [...initials.flatMap((word) => (word.includes('aou') ? [word, word.replace('aou', 'awu')] : [word])), ...inSomali(latinWord)];
  const keys = readings.flatMap((word) => ['', 'y'].map((shortI) => skeleton(word, shortI)));
  return [...new Set(keys)].filter((key) => key.length > 1);
}

/** In Somali x is a deep h and c is hardly heard: Maxamed is Mohamed, Cabdi is Abdi. Elsewhere they are x and c, so it is one more way to hear a word. */
function inSomali(latinWord: string): string[] {
  const heard = latinWord.toLowerCase().replaceAll('x', 'h').replace(/^c(?=[aeou])/, '');
  return heard === latinWord.toLowerCase() ? [] : [simplified(heard)];
}

/** One letter a sound, with Y for a long i; only what is heard in common by the spellings is kept apart. */
const sounds: [RegExp, string][] = [
  [/[šśş]|tsj|tch|sch|shch|sh|sj/g, 's'],
  [/ch(?=[rl])/g, 'k'],
  [/ch(?=[mnt])/g, 'h'],
  [/ch|[čćç]/g, 's'],
  [/dzj|dzh|dj|zh|ž/g, 'j'],
  [/kh/g, 'h'],
  [/[gğ]h/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/c(?=[eiyY])/g, 's'],
  [/ck|qu|[cq]/g, 'k'],
  [/v/g, 'w'],
  [/(?<=[aeiou])h$/g, ''],
  [/t+$/g, 'd'],
];

function simplified(word: string): string {
  const withLongI = word.toLowerCase().replace(/ī/g, 'Y').normalize('NFC');
  const heard = sounds.reduce((letters, [spelling, sound]) => letters.replace(spelling, sound), withLongI);
  const plain = heard.split('Y').map(fold).join('Y').replaceAll(' ', '');
  return plain.replace(/([a-z])\1+/g, (same) => (/[aeiou]/.test(same) ? same : same[0]!));
}

/** What vowels leave behind, in this order; Y stands for a long i until the end. */
const vowels: [RegExp, string][] = [
  [/^i(?=[aou])/, 'y'],
  [/^[aeiou]+(?![yY]?[aeiou])[yY]?/, ''],
  [/^[aeiou]+/, ''],
  [/ij(?=[^aeiouyY]|$)|[ae][iyY]|i[eiyY]|ee|[iY][yY]?(?=[aou])|Y/g, 'Y'],
  [/(?<=[aeiou])y(?![aeiou])/g, 'Y'],
  [/(?<=[^aeiouyY])y(?![aeiou])/g, 'i'],
  [/(?<=[aeiou])w(?=[^aeiouY]|$)/g, ''],
  [/[aeou]/g, ''],
  [/[Yy]+/g, 'y'],
];

function skeleton(letters: string, shortI: string): string {
  const first = /^[aeiou]/.test(letters) && !/^i[aou]/.test(letters) ? 'a' : '';
  return first + vowels.reduce((word, [cluster, rest]) => word.replace(cluster, rest), letters).replace(/i/g, shortI);
}
