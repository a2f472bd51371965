import { createHash, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isId } from '../id.ts';
import { Temporal } from '../time/temporal.ts';
import type { NewPasskey, PasskeyWay } from './passkey.store.ts';
import type { Sealing } from './sealing.ts';

/** Between whom a passkey is made: the authority on its public address. */
export interface PasskeyParty {
  sealing: Sealing;
  publicUrl: string;
  tenantId: string;
}

/** What the page gives to the browser, and what comes back with the browser's answer. */
export interface Ceremony {
  /** JSON for `navigator.credentials`. */
  options: string;
  /** The challenge with its end and its account, sealed, so that nothing is kept until it is answered. */
  sealed: string;
}

/** A challenge that was answered; it must be spent in the same transaction. */
export interface Answered {
  hash: Buffer;
  expiresAt: Temporal.Instant;
}

/** A page may stand open this long before its passkey button says to start anew. */
const minutesOpen = 60;

/** COSE: EdDSA, ES256 and RS256, which between them every device knows. */
const algorithms = [-8, -7, -257];

/** Passkeys are bound to a name and to a safe line: not to a bare number, and without https only to this machine. */
export function canUsePasskeys(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'));
}

type Use = 'register' | 'sign-in';

export interface Registrant {
  accountId: string;
  name: string;
  email: string;
}

/** Begins the making of a passkey that the device itself can find again (discoverable) and that asks for finger, face or PIN. */
export async function beginRegistration(party: PasskeyParty, { accountId, name, email }: Registrant, now: Temporal.Instant, known: readonly { credentialId: Buffer; transports: string[] }[] = []): Promise<Ceremony> {
  const challenge = randomBytes(32);
  const options = await generateRegistrationOptions({
    rpName: 'Wegwijs',
    rpID: new URL(party.publicUrl).hostname,
    userName: email,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
    challenge: Uint8Array.from(challenge),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId.toString('base64url'), transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options: JSON.stringify(options), sealed: sealChallenge(party, 'register', { challenge, accountId, now }) };
}

export async function beginAuthentication(party: PasskeyParty, now: Temporal.Instant): Promise<Ceremony> {
  const challenge = randomBytes(32);
  const options = await generateAuthenticationOptions({ rpID: new URL(party.publicUrl).hostname, challenge: Uint8Array.from(challenge), userVerification: 'required' });
  return { options: JSON.stringify(options), sealed: sealChallenge(party, 'sign-in', { challenge, accountId: '', now }) };
}

/** The passkey that a browser made, for the account that the ceremony began for; undefined when anything is not right. */
export async function finishRegistration(party: PasskeyParty, returned: { sealed: string; response: string }, now: Temporal.Instant): Promise<{ accountId: string; passkey: Omit<NewPasskey, 'name'>; answered: Answered } | undefined> {
  const challenge = openChallenge(party, 'register', returned.sealed, now);
  const response = readResponse(returned.response) as RegistrationResponseJSON | undefined;
  if (!challenge || !response || !isId(challenge.accountId)) return undefined;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({ ...expected(party, challenge), response, requireUserVerification: true, supportedAlgorithmIDs: algorithms });
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { accountId: challenge.accountId, passkey: { credentialId: Buffer.from(id, 'base64url'), publicKey, counter, transports }, answered: challenge.answered };
  } catch {
    // The library throws for every way in which an answer can be wrong; which one is of no use to who sent it.
    return undefined;
  }
}

/** The id of the credential that answered, to look up; undefined for anything that cannot be one. */
export function credentialIdOf(response: string): Buffer | undefined {
  const id = readResponse(response)?.id;
  return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? Buffer.from(id, 'base64url') : undefined;
}

/** Whether the holder of this passkey signed the challenge, and the counter to keep. */
export async function finishAuthentication(party: PasskeyParty, returned: { sealed: string; response: string }, way: PasskeyWay, now: Temporal.Instant): Promise<{ counter: number; answered: Answered } | undefined> {
  const challenge = openChallenge(party, 'sign-in', returned.sealed, now);
  const response = readResponse(returned.response) as AuthenticationResponseJSON | undefined;
  if (!challenge || !response) return undefined;
  // The device hands back whose passkey it holds; it must be the account that we keep it for.
  if (response.response?.userHandle && Buffer.from(response.response.userHandle, 'base64url').toString('hex') !== way.accountId.replaceAll('-', '')) return undefined;
  try {
    const credential = { id: way.credentialId.toString('base64url'), publicKey: Uint8Array.from(way.publicKey), counter: way.counter, transports: way.transports };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({ ...expected(party, challenge), response, credential, requireUserVerification: true });
    return verified ? { counter: authenticationInfo.newCounter, answered: challenge.answered } : undefined;
  } catch {
    return undefined;
  }
}

function expected({ publicUrl }: PasskeyParty, { challenge }: { challenge: Buffer }) {
  return { expectedChallenge: challenge.toString('base64url'), expectedOrigin: publicUrl, expectedRPID: new URL(publicUrl).hostname };
}

/** 32 bytes of challenge, 8 of its end in milliseconds, then the account's id if it is for one. */
function sealChallenge({ sealing, tenantId }: PasskeyParty, use: Use, { challenge, accountId, now }: { challenge: Buffer; accountId: string; now: Temporal.Instant }): string {
  const until = Buffer.alloc(8);
  until.writeBigInt64BE(BigInt(now.add({ minutes: minutesOpen }).epochMilliseconds));
  return sealing.seal('passkey-challenge', Buffer.concat([challenge, until, Buffer.from(accountId)]), `${use} ${tenantId}`).toString('base64url');
}

function openChallenge({ sealing, tenantId }: PasskeyParty, use: Use, sealed: string, now: Temporal.Instant): { challenge: Buffer; accountId: string; answered: Answered } | undefined {
  const plain = sealing.unseal('passkey-challenge', Buffer.from(sealed, 'base64url'), `${use} ${tenantId}`);
  if (!plain || plain.length < 40) return undefined;
  const until = Number(plain.readBigInt64BE(32));
  if (until <= now.epochMilliseconds) return undefined;
  const challenge = plain.subarray(0, 32);
  return { challenge, accountId: plain.subarray(40).toString(), answered: { hash: createHash('sha256').update(challenge).digest(), expiresAt: Temporal.Instant.fromEpochMilliseconds(until) } };
}

function readResponse(text: string): { id?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
