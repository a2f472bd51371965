import { createHash, randomBytes } from 'node:crypto';

export const recoveryCodeCount = 10;
/** Without the letters and digits that look alike on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Codes to print, each of some 79 bits: 'k7mq-4rtz-9hcw-p2bd'. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, newCode);
}

function newCode(): string {
  const signs: string[] = [];
  while (signs.length < 16) {
    // Bytes over the last whole multiple are thrown away, or the first letters would come more often.
    for (const byte of randomBytes(24)) if (byte < 248 && signs.length < 16) signs.push(alphabet[byte % alphabet.length]!);
  }
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a code, however it was typed; undefined for anything that cannot be one. */
export function recoveryCodeHash(typed: string): Buffer | undefined {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain.length === 16 ? createHash('sha256').update(plain).digest() : undefined;
}
