import { Secret, TOTP } from 'otpauth';
import type { Temporal } from '../time/temporal.ts';

const period = 30;

/** A new secret for an authenticator app: 160 bits in base32, as people can also type it. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The secret's bytes; undefined for anything that is not one of ours. */
export function readAuthenticatorSecret(base32: string): Buffer | undefined {
  if (!/^[A-Z2-7]{32}$/.test(base32)) return undefined;
  return Buffer.from(Secret.fromBase32(base32).bytes);
}

/** What an app reads from a QR code (the otpauth key URI). */
export function authenticatorUri(base32: string, { authority, email }: { authority: string; email: string }): string {
  return new TOTP({ issuer: `Wegwijs ${authority.replaceAll(':', ' ')}`, label: email, secret: Secret.fromBase32(base32) }).toString();
}

/** In groups of four, for who types it. */
export function spacedSecret(base32: string): string {
  return base32.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * The time step that a code belongs to, when it is right: this half minute, the one before or the one after (RFC 6238 5.2).
 * A step up to and with `lastStep` was used and is not right any more.
 */
export function stepOfCode(secret: Uint8Array, code: string, now: Temporal.Instant, lastStep = -1): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now.epochMilliseconds;
  const totp = new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }), period });
  const delta = totp.validate({ token, timestamp, window: 1 });
  if (delta === null) return undefined;
  const step = TOTP.counter({ period, timestamp }) + delta;
  return step > lastStep ? step : undefined;
}
