import { createHash, randomBytes } from 'node:crypto';
import { isId } from '../id.ts';

/** A bearer secret that says which tenant it belongs to, so that it can be looked up under that tenant's policy. */
export interface Secret {
  tenantId: string;
  hash: Buffer;
}

/** Makes a secret of 144 random bits. The text goes to its holder, once; only the hash is kept. */
export function makeSecret(tenantId: string): Secret & { text: string } {
  const random = randomBytes(18);
  const text = Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), random]).toString('base64url');
  return { tenantId, text, hash: hashOf(random) };
}

/** Reads a secret as its holder gave it; undefined for anything that cannot be one. */
export function readSecret(text: string | undefined): Secret | undefined {
  if (!text || !/^[\w-]{46}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  // Several texts decode to the same bytes; only the one that we made counts.
  if (bytes.length !== 34 || bytes.toString('base64url') !== text) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  const tenantId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  if (!isId(tenantId)) return undefined;
  return { tenantId, hash: hashOf(bytes.subarray(16)) };
}

function hashOf(random: Uint8Array): Buffer {
  return createHash('sha256').update(random).digest();
}
