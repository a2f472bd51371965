/**
 * Ge'ez script (Tigrinya, Amharic) to Latin letters: a sign is a consonant with a vowel, in rows of eight from U+1200. Vowels are
 * written as names from Eritrea and Ethiopia are in passports, so ተስፋይ becomes "tesfay" and ገብረመድህን "gebremedhn".
 */
const rows =
  'h l h m s r s sh q qw q qw b v t ch h hw n ny - k kw kh khw w - z zh y d d j g gw g t ch p ts ts f p'.split(' ');
const vowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];
const firstSign = 0x1200;

export function latinFromEthiopic(word: string): string {
  return [...word].map(latinSign).join('');
}

function latinSign(sign: string): string {
  const place = sign.codePointAt(0)! - firstSign;
  const row = rows[place >> 3];
  if (place < 0 || row === undefined) return sign;
  const order = place & 7;
  if (row === '-') return order === 0 ? 'a' : vowels[order] || 'e';
  return (row === 'h' && order === 0 ? 'ha' : row + vowels[order]!);
}
