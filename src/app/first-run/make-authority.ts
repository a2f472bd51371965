import { insertAccount } from '../../kernel/access/account.store.ts';
import type { Role } from '../../kernel/access/role.ts';
import { startSession } from '../../kernel/access/session.store.ts';
import { preparePasskey, preparePassword, savePasskey, savePrepared, type PreparedPasskey, type PreparedPassword, type SetUpFault } from '../../kernel/access/set-up/set-up.ts';
import { insertTenant } from '../../kernel/access/tenant.store.ts';
import type { FormValues, Services } from '../../kernel/http/context.ts';
import { newId } from '../../kernel/id.ts';
import type { Administrator, Authority } from './steps.ts';

export type Made = { outcome: 'made'; session: string } | { outcome: 'used' };

interface Filled {
  authority: Authority;
  administrator: Administrator;
}

/**
 * Makes the authority, its first account and the session of who is here, or nothing. Of two who do so with one link the
 * second finds the tenant's row taken.
 */
export async function makeAuthority(services: Services, tenantId: string, filled: Filled, values: FormValues, device: string | null): Promise<Made | SetUpFault> {
  const prepared = await prepare(services, tenantId, filled, values);
  if ('fault' in prepared) return prepared;
  const { accountId } = prepared;
  const { authority, administrator } = filled;
  try {
    const session = await services.database.write({ tenantId, actorId: accountId, actorRole: 'administrator' }, async (tx) => {
      await insertTenant(tx, { name: authority.name, nisCode: authority.nisCode ?? null, kind: authority.kind, locale: authority.locale, settings: {} });
      await insertAccount(tx, { id: accountId, name: administrator.adminName, email: administrator.email, locale: authority.locale, roles: rolesOf(administrator) });
      if ('passkey' in prepared) await savePasskey(tx, prepared, device ?? 'Passkey');
      else await savePrepared(tx, accountId, prepared);
      const method = 'passkey' in prepared ? 'passkey' : 'password';
      tx.record({ act: 'authority-made', subjects: [{ type: 'tenant', id: tenantId }], detail: { kind: authority.kind } });
      tx.record({ act: 'account-made', subjects: [{ type: 'account', id: accountId }], detail: { roles: [...rolesOf(administrator)] } });
      tx.record({ act: 'signed-in', subjects: [{ type: 'account', id: accountId }], detail: { method } });
      return startSession(tx, { accountId, method, device });
    });
    return { outcome: 'made', session };
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'tenant_pkey') return { outcome: 'used' };
    throw error;
  }
}

type Prepared = PreparedPasskey | (PreparedPassword & { accountId: string });

async function prepare(services: Services, tenantId: string, { authority, administrator }: Filled, values: FormValues): Promise<Prepared | SetUpFault> {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  if (administrator.way === 'passkey') return preparePasskey(services, tenantId, { sealed: typed('sealed'), passkey: typed('passkey') });
  const accountId = newId();
  const known = [administrator.adminName, administrator.email, authority.name];
  const prepared = await preparePassword(services, { tenantId, accountId, known }, { password: typed('password'), again: typed('again'), secret: typed('secret'), code: typed('code') });
  return 'fault' in prepared ? prepared : { ...prepared, accountId };
}

function rolesOf({ coordinates }: Administrator): Role[] {
  return coordinates ? ['administrator', 'coordinator'] : ['administrator'];
}
