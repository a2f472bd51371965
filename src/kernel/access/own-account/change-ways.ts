import { z } from 'zod';
import { seeOther } from '../../http/answer.ts';
import type { ViewContext } from '../../http/context.ts';
import { field } from '../../http/fields.ts';
import { notFound, refuse } from '../../http/refusal.ts';
import { act, page, unrecorded } from '../../http/route.ts';
import { errorsOf } from '../accept-invitation/accept-invitation.ts';
import { tellOwner } from '../account-mail.ts';
import { lockAccount, type Account } from '../account.store.ts';
import { newAuthenticatorSecret, readAuthenticatorSecret } from '../authenticator.ts';
import { findWays, saveAuthenticator, savePassword, saveRecoveryCodes } from '../credential.store.ts';
import { text } from '../messages.ts';
import { hashPassword, passwordFault } from '../password.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../recovery-code.ts';
import { endSessions } from '../session.store.ts';
import { prepareAuthenticator, preparePassword, savePrepared } from '../set-up/set-up.ts';
import { changeAuthenticatorView, changePasswordView, recoveryCodesView, signInAgainView, type WayData } from './change-ways.view.tsx';
import { findOwn, isRecent } from './own-account.ts';

const permission = 'account:own';
const own = unrecorded('one’s own account');
const app = { secret: field.optionalText(40), code: field.optionalText(20) };

/** Password, and the app too as long as there is none. */
export const changePasswordPage = page({
  path: '/account/password',
  permission,
  event: own,
  load: async ({ read, actor }) => {
    const account = await findOwn(read, actor);
    return account ? { account, needsApp: (await findWays(read, account.id)).authenticatorMadeAt === null } : notFound;
  },
  view: (data: { account: Account; needsApp: boolean }, context) => guarded(context, '/account/password', () => changePasswordView(context, { ...data, secret: newAuthenticatorSecret(), errors: {} })),
});

export const changePassword = act({
  path: '/account/password',
  permission,
  event: 'password-changed',
  input: z.strictObject({ username: field.optionalText(254), password: z.string().max(1000), again: z.string().max(1000), ...app }),
  act: async (context) => {
    const { tx, actor, input, tenant, services } = context;
    const account = await findOwn(tx, actor);
    if (!account || actor.kind !== 'account' || !(await lockAccount(tx, account.id))) return notFound;
    if (!isRecent(context)) return refuse('sign-in-again');
    const owner = { tenantId: tenant.id, accountId: account.id, known: [account.name, account.email, tenant.name] };
    const needsApp = (await findWays(tx, account.id)).authenticatorMadeAt === null;
    if (needsApp) {
      const prepared = await preparePassword(services, owner, { ...input, secret: input.secret ?? '', code: input.code ?? '' });
      if ('fault' in prepared) return refuse(prepared.fault, { field: prepared.field });
      await savePrepared(tx, account.id, prepared);
    } else {
      const fault = passwordFault(input.password, owner.known);
      if (fault) return refuse(fault, { field: 'password' });
      if (input.password !== input.again) return refuse('passwords-differ', { field: 'again' });
      await savePassword(tx, account.id, await hashPassword(input.password));
    }
    await endSessions(tx, account.id, actor.session?.id);
    await tellOwner(tx, account, 'password', tenant.name);
    tx.record({ act: 'password-changed', subjects: [{ type: 'account', id: account.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/account', { kind: 'done', text: text(locale, 'own.password.done') }),
  again: async (context) => {
    const account = await findOwn(context.read, context.actor);
    if (!account) return notFound;
    const needsApp = (await findWays(context.read, account.id)).authenticatorMadeAt === null;
    return guarded(context, '/account/password', () => changePasswordView(context, { account, needsApp, secret: secretIn(context.values), errors: errorsOf(context) }));
  },
});

export const changeAuthenticatorPage = page({
  path: '/account/authenticator',
  permission,
  event: own,
  load: async ({ read, actor }) => (await findOwn(read, actor)) ?? notFound,
  view: (account: Account, context) => guarded(context, '/account/authenticator', () => changeAuthenticatorView(context, { account, secret: newAuthenticatorSecret(), errors: {} })),
});

export const changeAuthenticator = act({
  path: '/account/authenticator',
  permission,
  event: 'authenticator-changed',
  input: z.strictObject({ secret: field.text(40), code: field.text(20) }),
  act: async (context) => {
    const { tx, actor, input, tenant, services } = context;
    const account = await findOwn(tx, actor);
    if (!account) return notFound;
    if (!isRecent(context)) return refuse('sign-in-again');
    const prepared = await prepareAuthenticator(services, { tenantId: tenant.id, accountId: account.id }, input);
    if ('fault' in prepared) return refuse(prepared.fault, { field: prepared.field });
    await saveAuthenticator(tx, account.id, prepared.sealedSecret, prepared.step);
    await tellOwner(tx, account, 'authenticator', tenant.name);
    tx.record({ act: 'authenticator-changed', subjects: [{ type: 'account', id: account.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/account', { kind: 'done', text: text(locale, 'own.authenticator.done') }),
  again: async (context) => {
    const account = await findOwn(context.read, context.actor);
    if (!account) return notFound;
    return guarded(context, '/account/authenticator', () => changeAuthenticatorView(context, { account, secret: secretIn(context.values), errors: errorsOf(context) }));
  },
});

/** The codes are shown on the page that answers, and never again. */
export const makeRecoveryCodes = act({
  path: '/account/recovery-codes',
  permission,
  event: 'recovery-codes-made',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx, actor, tenant } = context;
    const account = await findOwn(tx, actor);
    if (!account) return notFound;
    if (!isRecent(context)) return refuse('sign-in-again');
    const codes = newRecoveryCodes();
    await saveRecoveryCodes(tx, account.id, codes.map((code) => recoveryCodeHash(code)!));
    await tellOwner(tx, account, 'recovery-codes', tenant.name);
    tx.record({ act: 'recovery-codes-made', subjects: [{ type: 'account', id: account.id }] });
    return { codes };
  },
  done: ({ codes }: { codes: string[] }, context) => recoveryCodesView(context, codes),
  again: async (context) => signInAgainView(context, '/account'),
});

/** The form, or the word that one must sign in again first. */
export function guarded(context: ViewContext, path: string, form: () => ReturnType<typeof changePasswordView>) {
  return isRecent(context) ? form() : signInAgainView(context, path);
}

function secretIn(values: Record<string, string | string[]>): WayData['secret'] {
  const typed = values['secret'];
  return typeof typed === 'string' && readAuthenticatorSecret(typed) ? typed : newAuthenticatorSecret();
}
