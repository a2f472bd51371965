import { z } from 'zod';
import { field } from '../../http/fields.ts';
import { seeOther } from '../../http/answer.ts';
import type { ActContext, AgainContext, LoadContext, ViewContext } from '../../http/context.ts';
import { notFound, refuse } from '../../http/refusal.ts';
import { act, page, unrecorded } from '../../http/route.ts';
import type { Read } from '../../db/types.ts';
import { findAccount, lockAccount, type Account } from '../account.store.ts';
import type { Actor } from '../actor.ts';
import { newAuthenticatorSecret, readAuthenticatorSecret } from '../authenticator.ts';
import { withdrawLinks } from '../identify.store.ts';
import { text } from '../messages.ts';
import { beginRegistration, canUsePasskeys, type Ceremony } from '../passkey.ts';
import { sessionCookieOf } from '../session.ts';
import { startSession } from '../session.store.ts';
import { faultText, passkeyParty, preparePasskey, preparePassword, savePasskey, savePrepared } from '../set-up/set-up.ts';
import { acceptByPasswordView, acceptInvitationView } from './accept-invitation.view.tsx';

const purpose = { link: 'account-invitation' };

export interface InvitationData {
  account: Account;
  ceremony: Ceremony | undefined;
}

export const acceptInvitationPage = page({
  path: '/invitation/:secret',
  permission: purpose,
  event: unrecorded('one’s own invitation'),
  load: async (context) => loadInvitation(context),
  view: (data: InvitationData, context) => acceptInvitationView(context, data, {}),
});

export const acceptByPasswordPage = page({
  path: '/invitation/:secret/password',
  permission: purpose,
  event: unrecorded('one’s own invitation'),
  load: async ({ read, actor }) => (await findInvited(read, actor)) ?? notFound,
  view: (account: Account, context) => acceptByPasswordView(context, { account, secret: newAuthenticatorSecret(), errors: {} }),
});

export const acceptByPassword = act({
  path: '/invitation/:secret/password',
  permission: purpose,
  event: 'account-set-up',
  input: z.strictObject({ username: field.optionalText(254), password: z.string().max(1000), again: z.string().max(1000), secret: field.text(40), code: field.text(20) }),
  act: async (context) => {
    const { tx, input, services, actor, tenant } = context;
    if (actor.kind !== 'link' || !(await lockAccount(tx, actor.subject.id))) return notFound;
    const account = await findInvited(tx, actor);
    if (!account) return notFound;
    const prepared = await preparePassword(services, { tenantId: tenant.id, accountId: account.id, known: [account.name, account.email, tenant.name] }, input);
    if ('fault' in prepared) return refuse(prepared.fault, { field: prepared.field });
    await savePrepared(tx, account.id, prepared);
    return begin(context, account.id, 'password');
  },
  done: welcome,
  again: async (context) => {
    const account = await findInvited(context.read, context.actor);
    if (!account) return notFound;
    const typed = context.values['secret'];
    const secret = typeof typed === 'string' && readAuthenticatorSecret(typed) ? typed : newAuthenticatorSecret();
    return acceptByPasswordView(context, { account, secret, errors: errorsOf(context) });
  },
});

export const acceptByPasskey = act({
  path: '/invitation/:secret/passkey',
  permission: purpose,
  event: 'account-set-up',
  input: z.strictObject({ sealed: field.text(2000), passkey: field.text(20_000) }),
  act: async (context) => {
    const { tx, input, services, actor, tenant, device } = context;
    if (actor.kind !== 'link' || !(await lockAccount(tx, actor.subject.id))) return notFound;
    const account = await findInvited(tx, actor);
    if (!account) return notFound;
    const prepared = await preparePasskey(services, tenant.id, input);
    // Made for this account: a challenge of another page is no use here.
    if ('fault' in prepared || prepared.accountId !== account.id || !(await savePasskey(tx, prepared, device() ?? 'Passkey'))) return refuse('passkey-not-valid', { field: '' });
    return begin(context, account.id, 'passkey');
  },
  done: welcome,
  again: async (context) => {
    const data = await loadInvitation(context);
    return data === notFound ? notFound : acceptInvitationView(context, data as InvitationData, errorsOf(context));
  },
});

async function loadInvitation({ read, actor, services, tenant, now }: Pick<LoadContext<unknown>, 'read' | 'actor' | 'services' | 'tenant' | 'now'>) {
  const account = await findInvited(read, actor);
  if (!account) return notFound;
  const ceremony = canUsePasskeys(services.publicUrl) ? await beginRegistration(await passkeyParty(services, tenant.id), { accountId: account.id, name: account.name, email: account.email }, now) : undefined;
  return { account, ceremony };
}

async function findInvited(read: Read, actor: Actor): Promise<Account | undefined> {
  const account = actor.kind === 'link' ? await findAccount(read, actor.subject.id) : undefined;
  // Of two who accept at once, the second finds that the first has set up a way in.
  return account && !account.endedAt && !account.hasPassword && account.passkeys === 0 ? account : undefined;
}

async function begin({ tx, device }: ActContext<unknown>, accountId: string, method: 'password' | 'passkey'): Promise<{ session: string }> {
  await withdrawLinks(tx, accountId, 'account-invitation');
  tx.record({ act: 'account-set-up', subjects: [{ type: 'account', id: accountId }], detail: { method } });
  return { session: await startSession(tx, { accountId, method: 'invitation', device: device() }) };
}

function welcome({ session }: { session: string }, { locale, tenant, publicUrl }: ViewContext) {
  return seeOther('/', { kind: 'done', text: text(locale, 'invitation.done', { authority: tenant.name }) }, [sessionCookieOf(session, publicUrl)]);
}

/** The fields' own errors, or what the act found wrong. */
export function errorsOf({ errors, refusal, locale }: Pick<AgainContext, 'errors' | 'refusal' | 'locale'>): Record<string, string> {
  return refusal ? { [refusal.field ?? '']: faultText(locale, refusal.name) } : errors;
}
