import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * What hashing a password costs: 32 MiB of memory and some 0.15 s of one core (OWASP's scrypt advice, the setting with the
 * least memory, so that several people can sign in at once). Each hash carries its own cost.
 */
const cost = { log2N: 15, r: 8, p: 3 };
const length = 32;

export const passwordRules = { shortest: 12, longest: 200 };

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-simple';

/**
 * What is wrong with a new password, if anything. Length is what counts (NIST SP 800-63B): no rule about capitals or
 * signs, but not one's own name or address, and not the same few signs over and over.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | undefined {
  const signs = [...password.normalize('NFKC')];
  if (signs.length < passwordRules.shortest) return 'password-too-short';
  if (signs.length > passwordRules.longest) return 'password-too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  const words = known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain);
  if (new Set(rest).size < 5 || isRow(rest)) return 'password-too-simple';
  return undefined;
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm'];

/** Mostly neighbours on the keyboard or in the alphabet. */
function isRow(text: string): boolean {
  const pairs = Math.max(text.length - 1, 1);
  let neighbours = 0;
  for (let at = 0; at < text.length - 1; at += 1) if (rows.some((row) => row.includes(text.slice(at, at + 2)))) neighbours += 1;
  return neighbours / pairs > 0.8;
}

/** The password as it is kept: 'scrypt$15$8$3$salt$hash'. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Nobody's password: checked when there is no account, so that this takes as long as when there is one. */
const nobodys = ['scrypt', cost.log2N, cost.r, cost.p, Buffer.alloc(16).toString('base64url'), Buffer.alloc(length).toString('base64url')].join('$');

/** Whether this is the password. Does the same work when there is none to compare with, and then answers no. */
export async function verifyPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, log2N, r, p, salt = '', hash = ''] = (kept ?? nobodys).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(password.slice(0, 4 * passwordRules.longest), Buffer.from(salt, 'base64url'), { log2N: Number(log2N), r: Number(r), p: Number(p) });
  return timingSafeEqual(actual, expected) && kept !== undefined;
}

function derive(password: string, salt: Buffer, { log2N, r, p }: typeof cost): Promise<Buffer> {
  const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
