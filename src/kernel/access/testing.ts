import { Secret, TOTP } from 'otpauth';
import type { Temporal } from '../time/temporal.ts';

/** What an authenticator app shows for a secret at a moment: the outside party of these tests. */
export function codeOf(base32: string, now: Temporal.Instant): string {
  return new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: now.epochMilliseconds });
}

/** A hidden field's value on a page. */
export function hiddenValue(page: string, name: string): string {
  const value = new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1];
  if (value === undefined) throw new Error(`The page has no field ${name}.`);
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
