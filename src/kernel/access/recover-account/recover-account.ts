import { z } from 'zod';
import type { Scope } from '../../db/types.ts';
import type { FormValues, Services } from '../../http/context.ts';
import { readForm } from '../../http/read-body.ts';
import { open, unrecorded } from '../../http/route.ts';
import { tellOwner } from '../account-mail.ts';
import { findAccount, lockAccount, type Account } from '../account.store.ts';
import { codeLimits } from '../attempt.ts';
import { countAttempt, forgiveAttempt } from '../attempt.store.ts';
import { newAuthenticatorSecret, readAuthenticatorSecret } from '../authenticator.ts';
import { findPasswordWayOf, saveAuthenticator, savePassword } from '../credential.store.ts';
import { findLink, withdrawLinks } from '../identify.store.ts';
import { text } from '../messages.ts';
import { openContext, openPage, openRedirect } from '../open-page.ts';
import { hashPassword, passwordFault } from '../password.ts';
import { readSecret } from '../secret.ts';
import { deviceOf, sessionCookieOf } from '../session.ts';
import { endSessions, startSession } from '../session.store.ts';
import { faultText, prepareAuthenticator } from '../set-up/set-up.ts';
import { proofOf, spend } from '../sign-in/with-password.ts';
import type { Tenant } from '../tenant.ts';
import { linkGoneView, recoverAccountView } from './recover-account.view.tsx';

const inTheOpen = 'whoever holds the link that was mailed; it counts its tries, which must stay when it refuses';

/** Who the link is for. `needsApp`: there is no authenticator yet, so one is set up along with the password. */
export interface Recovering {
  tenant: Tenant;
  account: Account;
  needsApp: boolean;
}

export const recoverAccountPage = open({
  method: 'GET',
  path: '/recover/:secret',
  open: inTheOpen,
  event: unrecorded('one’s own account'),
  handle: async (request, services, { secret }) => draw(request, services, secret, await findRecovering(services, secret)),
});

export const recoverAccount = open({
  method: 'POST',
  path: '/recover/:secret',
  open: inTheOpen,
  event: 'password-recovered',
  handle: async (request, services, { secret }) => {
    const recovering = await findRecovering(services, secret);
    if (!recovering) return draw(request, services, secret, undefined);
    const { values } = await readForm(request);
    const outcome = await recover(services, recovering, values, deviceOf(request));
    if ('session' in outcome) return openRedirect('/', [sessionCookieOf(outcome.session, services.publicUrl)]);
    return draw(request, services, secret, recovering, { values, ...outcome });
  },
});

type Outcome = { session: string } | { fault: string; field: string };

async function recover(services: Services, { tenant, account, needsApp }: Recovering, values: FormValues, device: string | null): Promise<Outcome> {
  const typed = z.object({ password: z.string(), again: z.string(), proof: z.string().max(40), secret: z.string().catch(''), code: z.string().catch('') }).catch({ password: '', again: '', proof: '', secret: '', code: '' }).parse(values);
  const weak = passwordFault(typed.password, [account.name, account.email, tenant.name]);
  if (weak) return { fault: weak, field: 'password' };
  if (typed.password !== typed.again) return { fault: 'passwords-differ', field: 'again' };
  const app = needsApp ? await prepareAuthenticator(services, { tenantId: tenant.id, accountId: account.id }, typed) : undefined;
  if (app && 'fault' in app) return app;
  const scope: Scope = { tenantId: tenant.id, actorId: account.id, actorRole: 'account' };
  const limits = codeLimits(account.id);
  const { way, isStopped } = await services.database.write(scope, async (tx) => ({ way: await findPasswordWayOf(tx, account.id), isStopped: (await countAttempt(tx, limits)).isStopped }));
  if (isStopped) return { fault: 'stopped', field: '' };
  const proof = await proofOf(services, way, { tenantId: tenant.id, code: typed.proof });
  if (!proof) return { fault: 'wrong-proof', field: 'proof' };
  const hash = await hashPassword(typed.password);
  return services.database.write(scope, async (tx) => {
    if (!(await lockAccount(tx, account.id)) || !(await spend(tx, account.id, proof))) return { fault: 'wrong-proof', field: 'proof' };
    await savePassword(tx, account.id, hash);
    if (app) await saveAuthenticator(tx, account.id, app.sealedSecret, app.step);
    await forgiveAttempt(tx, { cleared: limits, counted: [] });
    await withdrawLinks(tx, account.id, 'account-recovery');
    await endSessions(tx, account.id);
    await tellOwner(tx, account, 'password', tenant.name);
    tx.record({ act: 'password-recovered', subjects: [{ type: 'account', id: account.id }] });
    return { session: await startSession(tx, { accountId: account.id, method: proof.kind === 'step' ? 'password' : 'recovery-code', device }) };
  });
}

async function findRecovering(services: Services, text: string | undefined): Promise<Recovering | undefined> {
  const secret = readSecret(text);
  if (!secret) return undefined;
  return services.database.read({ tenantId: secret.tenantId, actorId: null, actorRole: 'link' }, async (read) => {
    const found = await findLink(read, secret, 'account-recovery');
    const account = found?.actor.kind === 'link' ? await findAccount(read, found.actor.subject.id) : undefined;
    if (!found || !account || account.endedAt) return undefined;
    const way = await findPasswordWayOf(read, account.id);
    return { tenant: found.tenant, account, needsApp: way?.sealedSecret === undefined };
  });
}

function draw(request: Request, services: Services, secret: string | undefined, recovering: Recovering | undefined, again?: { values: FormValues; fault: string; field: string }): Response {
  const context = openContext(request, services, recovering?.tenant);
  if (!recovering) return openPage(request, services, linkGoneView(context), 404);
  const { locale } = context;
  const typed = again?.values['secret'];
  const sentence = (fault: string) => (fault === 'stopped' ? text(locale, 'recovery.stopped') : fault === 'wrong-proof' ? text(locale, 'recovery.wrong-proof') : faultText(locale, fault));
  const page = recoverAccountView(context, {
    action: `/recover/${secret}`,
    recovering,
    secret: typeof typed === 'string' && readAuthenticatorSecret(typed) ? typed : newAuthenticatorSecret(),
    errors: again ? { [again.field]: sentence(again.fault) } : {},
  });
  return openPage(request, services, page, again ? 422 : 200);
}
