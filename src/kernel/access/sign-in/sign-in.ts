import { z } from 'zod';
import type { Scope } from '../../db/types.ts';
import { addressOf } from '../../http/address.ts';
import type { Services } from '../../http/context.ts';
import { field } from '../../http/fields.ts';
import { readForm } from '../../http/read-body.ts';
import { open, unrecorded } from '../../http/route.ts';
import { findAccountPerRole } from '../account.store.ts';
import { text } from '../messages.ts';
import { findTenantFor, openContext, openPage, openRedirect, ownPath } from '../open-page.ts';
import { beginAuthentication, canUsePasskeys } from '../passkey.ts';
import { roles, type Role } from '../role.ts';
import { openSealing } from '../sealing.ts';
import { deviceOf, sessionCookieOf } from '../session.ts';
import { startSession } from '../session.store.ts';
import { chooseAuthorityView, notSetUpView, signInView } from './sign-in.view.tsx';
import { signInWithPasskey } from './with-passkey.ts';
import { signInWithPassword } from './with-password.ts';

/** What of the form comes back with a refusal; never the password. */
interface Refused {
  email: string;
  sentence: 'sign-in.wrong' | 'sign-in.stopped' | 'sign-in.passkey-failed' | 'sign-in.incomplete';
}

const inTheOpen = 'who signs in is not known yet';

export const signInPage = open({
  method: 'GET',
  path: '/sign-in',
  open: inTheOpen,
  event: unrecorded('no one is read'),
  handle: (request, services) => {
    const query = new URL(request.url).searchParams;
    return draw(request, services, { authority: query.get('authority') ?? undefined, next: query.get('next') ?? undefined });
  },
});

const place = { authority: field.optionalId(), next: field.optionalText(2000), lang: field.optionalText(2) };

export const signIn = open({
  method: 'POST',
  path: '/sign-in',
  open: inTheOpen,
  event: 'signed-in',
  handle: async (request, services) => {
    const { values } = await readForm(request);
    // Not trimmed: a password is what was typed.
    const typed = z.object({ ...place, email: field.text(254), password: z.string().min(1).max(1000), code: field.text(40) }).safeParse(values);
    const { authority, next } = z.object(place).catch({ authority: undefined, next: undefined, lang: undefined }).parse(values);
    const email = typeof values['email'] === 'string' ? values['email'].slice(0, 254) : '';
    const { tenant } = await findTenantFor(services, authority);
    if (!tenant) return draw(request, services, { authority, next });
    if (!typed.success) return draw(request, services, { authority, next, refused: { email, sentence: 'sign-in.incomplete' } });
    const { password, code } = typed.data;
    const outcome = await signInWithPassword(services, { tenantId: tenant.id, email: typed.data.email, password, code, address: addressOf(request), device: deviceOf(request) });
    if (outcome.kind === 'in') return openRedirect(ownPath(next), [sessionCookieOf(outcome.secret, services.publicUrl)]);
    return draw(request, services, { authority, next, refused: { email, sentence: outcome.kind === 'wrong' ? 'sign-in.wrong' : 'sign-in.stopped' } });
  },
});

export const signInByPasskey = open({
  method: 'POST',
  path: '/sign-in/passkey',
  open: inTheOpen,
  event: 'signed-in',
  handle: async (request, services) => {
    const { values } = await readForm(request);
    const { authority, next, sealed, passkey } = z.object({ ...place, sealed: z.string(), passkey: z.string() }).catch({ authority: undefined, next: undefined, lang: undefined, sealed: '', passkey: '' }).parse(values);
    const { tenant } = await findTenantFor(services, authority);
    if (!tenant) return draw(request, services, { authority, next });
    const outcome = await signInWithPasskey(services, { tenantId: tenant.id, sealed, response: passkey, device: deviceOf(request) });
    if (!outcome) return draw(request, services, { authority, next, refused: { email: '', sentence: 'sign-in.passkey-failed' } });
    return openRedirect(ownPath(next), [sessionCookieOf(outcome.secret, services.publicUrl)]);
  },
});

export const signInToDemo = open({
  method: 'POST',
  path: '/sign-in/demo',
  open: 'in the demonstration anyone may choose an account; anywhere else this is refused',
  event: 'signed-in',
  handle: async (request, services) => {
    const { values } = await readForm(request);
    const { authority, next, account } = z.object({ ...place, account: field.optionalId() }).catch({ authority: undefined, next: undefined, lang: undefined, account: undefined }).parse(values);
    const { tenant } = await findTenantFor(services, authority);
    if (!services.demo || !tenant || !account) return draw(request, services, { authority, next, status: 403 });
    const scope: Scope = { tenantId: tenant.id, actorId: account, actorRole: 'account' };
    const secret = await services.database.write(scope, async (tx) => {
      if (!(await findAccountPerRole(tx)).some(({ id }) => id === account)) return undefined;
      tx.record({ act: 'signed-in', subjects: [{ type: 'account', id: account }], detail: { method: 'demo' } });
      return startSession(tx, { accountId: account, method: 'demo', device: deviceOf(request) });
    });
    if (!secret) return draw(request, services, { authority, next, status: 403 });
    return openRedirect(ownPath(next), [sessionCookieOf(secret, services.publicUrl)]);
  },
});

interface Drawing {
  authority: string | undefined;
  next: string | undefined;
  refused?: Refused;
  status?: number;
}

async function draw(request: Request, services: Services, { authority, next, refused, status = refused ? 422 : 200 }: Drawing): Promise<Response> {
  const { tenant, tenants } = await findTenantFor(services, authority);
  const context = openContext(request, services, tenant);
  if (tenants.length === 0) return openPage(request, services, notSetUpView(context), status);
  if (!tenant) return openPage(request, services, chooseAuthorityView(context, tenants, next), status);
  const { database } = services;
  const scope: Scope = { tenantId: tenant.id, actorId: null, actorRole: 'nobody' };
  const party = { sealing: await openSealing(services.dataFolder), publicUrl: services.publicUrl, tenantId: tenant.id };
  const page = signInView(context, {
    authority: tenant.id,
    hasOthers: tenants.length > 1,
    next: ownPath(next),
    email: refused?.email ?? '',
    error: refused ? text(context.locale, refused.sentence) : undefined,
    ceremony: canUsePasskeys(services.publicUrl) ? await beginAuthentication(party, database.now()) : undefined,
    demoAccounts: services.demo ? inOrder(await database.read(scope, findAccountPerRole)) : [],
  });
  return openPage(request, services, page, status);
}

/** As the roles are listed: who meets people first, who manages last. */
function inOrder<Holder extends { role: Role }>(holders: Holder[]): Holder[] {
  return holders.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}
