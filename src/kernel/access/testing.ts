import { Secret, TOTP } from 'otpauth';
import type { World } from '../../../tests/world.ts';
import type { Temporal } from '../time/temporal.ts';
import { newAuthenticatorSecret } from './authenticator.ts';
import { prepareAuthenticator, savePrepared } from './set-up/set-up.ts';

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

/** A password and an authenticator for an account that has neither; gives the authenticator's secret. `hash` is of the password. */
export async function giveWay(world: World, accountId: string, hash: string): Promise<string> {
  const secret = newAuthenticatorSecret();
  const app = await prepareAuthenticator(world.services, { tenantId: world.tenantId, accountId }, { secret, code: codeOf(secret, world.clock.now()) });
  if ('fault' in app) throw new Error(app.fault);
  await world.write((tx) => savePrepared(tx, accountId, { hash, ...app }));
  return secret;
}
