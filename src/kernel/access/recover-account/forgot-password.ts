import { z } from 'zod';
import type { JobContext } from '../../jobs/job.ts';
import { addressOf } from '../../http/address.ts';
import { field } from '../../http/fields.ts';
import { readForm } from '../../http/read-body.ts';
import { open, unrecorded } from '../../http/route.ts';
import { mailRecovery } from '../account-mail.ts';
import { findAccountByAddress } from '../account.store.ts';
import { addressKey, recoveryLimits } from '../attempt.ts';
import { countAttempt } from '../attempt.store.ts';
import { text } from '../messages.ts';
import { findTenantFor, openContext, openPage, openRedirect } from '../open-page.ts';
import { getSender } from '../../messages/message.store.ts';
import { forgotPasswordView, recoveryAskedView } from './recover-account.view.tsx';

const inTheOpen = 'whoever forgot a password cannot sign in';

export const forgotPasswordPage = open({
  method: 'GET',
  path: '/forgot-password',
  open: inTheOpen,
  event: unrecorded('no one is read'),
  handle: async (request, services) => {
    const { tenant } = await findTenantFor(services, new URL(request.url).searchParams.get('authority') ?? undefined);
    if (!tenant) return openRedirect('/sign-in');
    return openPage(request, services, forgotPasswordView(openContext(request, services, tenant), { authority: tenant.id, email: '', error: undefined }));
  },
});

/**
 * Says the same whether or not there is an account, and takes as long: the request only counts and plans; looking up and
 * mailing is the job's, which knows the address by its hash alone.
 */
export const forgotPassword = open({
  method: 'POST',
  path: '/forgot-password',
  open: inTheOpen,
  event: 'recovery-asked',
  handle: async (request, services) => {
    const { values } = await readForm(request);
    const { authority } = z.object({ authority: field.optionalId() }).catch({ authority: undefined }).parse(values);
    const { tenant } = await findTenantFor(services, authority);
    if (!tenant) return openRedirect('/sign-in');
    const context = openContext(request, services, tenant);
    const typed = z.object({ email: field.email() }).safeParse(values);
    if (!typed.success) {
      const email = typeof values['email'] === 'string' ? values['email'].slice(0, 254) : '';
      return openPage(request, services, forgotPasswordView(context, { authority: tenant.id, email, error: text(context.locale, 'recovery.not-a-mail-address') }), 422);
    }
    const limits = recoveryLimits(typed.data.email, addressOf(request));
    await services.database.write({ tenantId: tenant.id, actorId: null, actorRole: 'nobody' }, async (tx) => {
      const { isStopped } = await countAttempt(tx, [...limits.account, ...limits.address]);
      if (!isStopped) tx.plan({ job: 'mail-recovery', payload: { address: addressKey(typed.data.email) } });
    });
    return openPage(request, services, recoveryAskedView(context));
  },
});

/** The job 'mail-recovery': mails a way back in to the account with this address, if there is one. */
export async function mailRecoveryJob({ write, services }: JobContext, payload: { address?: string }): Promise<void> {
  await write(async (tx) => {
    const account = await findAccountByAddress(tx, payload.address ?? '');
    // Who has not accepted the invitation has nothing to recover: the administrator can invite again.
    if (!account || (!account.hasPassword && account.passkeys === 0)) return;
    const { name } = await getSender(tx);
    await mailRecovery(tx, account, { publicUrl: services.publicUrl, authority: name });
    tx.record({ act: 'recovery-asked', subjects: [{ type: 'account', id: account.id }] });
  });
}
