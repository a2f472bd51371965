export type ReadRegisterNumber = { value: string; isBis: boolean } | { problem: 'register-number-length' | 'register-number-check' };

/**
 * A Belgian national register number as eleven digits, or a bis number (month raised by 20 or 40). The last two digits are 97 less the
 * first nine modulo 97, with a 2 before those nine for who is born from 2000 on (Royal Decree of 3 April 1984, art. 1 and 2). Points, dashes
 * and spaces do not matter; zeros in front that a workbook took for superfluous are put back.
 */
export function parseRegisterNumber(text: string): ReadRegisterNumber {
  const bare = text.replace(/[\s.\-–/]/g, '');
  const digits = /^\d{9,10}$/.test(text.trim()) ? bare.padStart(11, '0') : bare;
  if (!/^\d{11}$/.test(digits)) return { problem: 'register-number-length' };
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  const isSound = [Number(body), Number(`2${body}`)].some((number) => 97 - (number % 97) === check);
  return isSound ? { value: digits, isBis: isBisNumber(digits) } : { problem: 'register-number-check' };
}

/** A bis number is given to who is not in the national register (yet): the same person may later have another number. */
export function isBisNumber(digits: string): boolean {
  return Number(digits.slice(2, 4)) > 12;
}
