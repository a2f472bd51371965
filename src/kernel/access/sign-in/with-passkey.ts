import type { Scope } from '../../db/types.ts';
import type { Services } from '../../http/context.ts';
import { lockAccount } from '../account.store.ts';
import { credentialIdOf, finishAuthentication, type PasskeyParty } from '../passkey.ts';
import { findPasskeyWay, spendChallenge, usePasskey } from '../passkey.store.ts';
import { openSealing } from '../sealing.ts';
import { startSession } from '../session.store.ts';

export interface PasskeyTry {
  tenantId: string;
  /** The sealed challenge, as the page gave it. */
  sealed: string;
  /** What the browser answered, as JSON. */
  response: string;
  device: string | null;
}

/**
 * A passkey alone is enough: it is a device and a finger, face or PIN. It knows no limit, since there is nothing in it to
 * guess: whoever is stopped at the password still gets in.
 */
export async function signInWithPasskey(services: Services, asked: PasskeyTry): Promise<{ secret: string } | undefined> {
  const { database, publicUrl } = services;
  const credentialId = credentialIdOf(asked.response);
  if (!credentialId) return undefined;
  const scope: Scope = { tenantId: asked.tenantId, actorId: null, actorRole: 'nobody' };
  const way = await database.read(scope, (read) => findPasskeyWay(read, credentialId));
  if (!way) return undefined;
  const party: PasskeyParty = { sealing: await openSealing(services.dataFolder), publicUrl, tenantId: asked.tenantId };
  const finished = await finishAuthentication(party, asked, way, database.now());
  if (!finished) return undefined;
  scope.actorId = way.accountId;
  scope.actorRole = 'account';
  return database.write(scope, async (tx) => {
    if (!(await lockAccount(tx, way.accountId))) return undefined;
    if (!(await spendChallenge(tx, finished.answered.hash, finished.answered.expiresAt))) return undefined;
    if (!(await usePasskey(tx, way, finished.counter))) return undefined;
    const secret = await startSession(tx, { accountId: way.accountId, method: 'passkey', device: asked.device });
    tx.record({ act: 'signed-in', subjects: [{ type: 'account', id: way.accountId }], detail: { method: 'passkey' } });
    return { secret };
  });
}
