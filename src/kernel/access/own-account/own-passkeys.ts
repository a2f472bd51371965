import { z } from 'zod';
import { seeOther } from '../../http/answer.ts';
import type { LoadContext } from '../../http/context.ts';
import { field } from '../../http/fields.ts';
import { notFound, refuse } from '../../http/refusal.ts';
import { act, page, unrecorded } from '../../http/route.ts';
import { errorsOf } from '../accept-invitation/accept-invitation.ts';
import { tellOwner } from '../account-mail.ts';
import { findWays } from '../credential.store.ts';
import { text } from '../messages.ts';
import { beginRegistration, canUsePasskeys, type Ceremony } from '../passkey.ts';
import { deletePasskey, findPasskeys } from '../passkey.store.ts';
import { passkeyParty, preparePasskey, savePasskey } from '../set-up/set-up.ts';
import { guarded } from './change-ways.ts';
import { lastWayView, signInAgainView } from './change-ways.view.tsx';
import { addPasskeyView } from './own-passkeys.view.tsx';
import { findOwn, isRecent } from './own-account.ts';

const permission = 'account:own';

export const addPasskeyPage = page({
  path: '/account/passkeys/new',
  permission,
  event: unrecorded('one’s own account'),
  load: async (context) => (await begin(context)) ?? notFound,
  view: (ceremony: Ceremony, context) => guarded(context, '/account/passkeys/new', () => addPasskeyView(context, { ceremony, name: context.device() ?? '', errors: {} })),
});

export const addPasskey = act({
  path: '/account/passkeys/new',
  permission,
  event: 'passkey-added',
  input: z.strictObject({ name: field.text(60), sealed: field.text(2000), passkey: field.text(20_000) }),
  act: async (context) => {
    const { tx, actor, input, tenant, services } = context;
    const account = await findOwn(tx, actor);
    if (!account) return notFound;
    if (!isRecent(context)) return refuse('sign-in-again');
    const prepared = await preparePasskey(services, tenant.id, input);
    if ('fault' in prepared || prepared.accountId !== account.id || !(await savePasskey(tx, prepared, input.name))) return refuse('passkey-not-valid', { field: '' });
    await tellOwner(tx, account, 'passkey', tenant.name);
    tx.record({ act: 'passkey-added', subjects: [{ type: 'account', id: account.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/account', { kind: 'done', text: text(locale, 'own.passkey.added') }),
  again: async (context) => {
    const ceremony = await begin(context);
    if (!ceremony) return notFound;
    const name = typeof context.values['name'] === 'string' ? context.values['name'] : '';
    return guarded(context, '/account/passkeys/new', () => addPasskeyView(context, { ceremony, name, errors: errorsOf(context) }));
  },
});

export const removePasskey = act({
  path: '/account/passkeys/:id/remove',
  permission,
  event: 'passkey-removed',
  input: z.strictObject({ id: field.id() }),
  act: async (context) => {
    const { tx, actor, input } = context;
    const account = await findOwn(tx, actor);
    if (!account) return notFound;
    if (!isRecent(context)) return refuse('sign-in-again');
    const { passwordChangedAt } = await findWays(tx, account.id);
    if (!passwordChangedAt && (await findPasskeys(tx, account.id)).length === 1) return refuse('last-way');
    if (!(await deletePasskey(tx, account.id, input.id))) return notFound;
    tx.record({ act: 'passkey-removed', subjects: [{ type: 'account', id: account.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/account', { kind: 'done', text: text(locale, 'own.passkey.removed') }),
  again: async (context) => (context.refusal?.name === 'last-way' ? lastWayView(context) : signInAgainView(context, '/account')),
});

async function begin({ read, actor, services, tenant, now }: Pick<LoadContext<unknown>, 'read' | 'actor' | 'services' | 'tenant' | 'now'>): Promise<Ceremony | undefined> {
  const account = await findOwn(read, actor);
  if (!account || !canUsePasskeys(services.publicUrl)) return undefined;
  const party = await passkeyParty(services, tenant.id);
  return beginRegistration(party, { accountId: account.id, name: account.name, email: account.email }, now, await findPasskeys(read, account.id));
}
