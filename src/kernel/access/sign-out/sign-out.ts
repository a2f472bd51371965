import { readCookie, sessionCookie } from '../../http/cookies.ts';
import { open } from '../../http/route.ts';
import { openRedirect } from '../open-page.ts';
import { readSecret } from '../secret.ts';
import { noSessionCookie } from '../session.ts';
import { endSessionOf } from '../session.store.ts';
import type { Scope } from '../../db/types.ts';

/** Ends the session of this browser. Whoever has none is signed out already. */
export const signOut = open({
  method: 'POST',
  path: '/sign-out',
  open: 'whoever holds a session may end it, also when it has no right to anything any more',
  event: 'signed-out',
  handle: async (request, { database, publicUrl }) => {
    const secret = readSecret(readCookie(request, sessionCookie));
    if (secret) {
      const scope: Scope = { tenantId: secret.tenantId, actorId: null, actorRole: 'account' };
      await database.write(scope, async (tx) => {
        const accountId = await endSessionOf(tx, secret);
        if (!accountId) return;
        scope.actorId = accountId;
        tx.record({ act: 'signed-out', subjects: [{ type: 'account', id: accountId }] });
      });
    }
    return openRedirect('/sign-in', [noSessionCookie(publicUrl)]);
  },
});
