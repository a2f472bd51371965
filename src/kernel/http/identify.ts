import { findLink, findSession, findToken, type Identified } from '../access/identify.store.ts';
import { readSecret, type Secret } from '../access/secret.ts';
import type { Read } from '../db/types.ts';
import { readCookie, sessionCookie } from './cookies.ts';
import type { Entry } from './route.ts';

/** What a request shows to say who sends it. */
export interface Credential {
  secret: Secret;
  kind: 'session' | 'token' | 'link';
  purpose: string;
}

/** Reads the credential that an entry asks for; undefined when there is none or when it cannot be one. */
export function credentialOf(request: Request, entry: Entry, linkSecret: string | undefined): Credential | undefined {
  if (typeof entry === 'object') return withSecret(linkSecret, 'link', entry.link);
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer) return withSecret(bearer, 'token');
  return withSecret(readCookie(request, sessionCookie), 'session');
}

function withSecret(text: string | undefined, kind: Credential['kind'], purpose = ''): Credential | undefined {
  const secret = readSecret(text);
  return secret && { secret, kind, purpose };
}

export async function identify(read: Read, { kind, secret, purpose }: Credential): Promise<Identified | undefined> {
  if (kind === 'link') return findLink(read, secret, purpose);
  return kind === 'token' ? findToken(read, secret) : findSession(read, secret);
}
