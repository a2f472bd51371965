import { z } from 'zod';
import { seeOther } from '../../http/answer.ts';
import type { ActContext, ViewContext } from '../../http/context.ts';
import { field } from '../../http/fields.ts';
import { notFound } from '../../http/refusal.ts';
import { act, page, unrecorded } from '../../http/route.ts';
import { staffLocales } from '../../i18n/locale.ts';
import type { Read } from '../../db/types.ts';
import { findAccount, updateLocale, type Account } from '../account.store.ts';
import type { Actor } from '../actor.ts';
import { findWays, type Ways } from '../credential.store.ts';
import { text } from '../messages.ts';
import { canUsePasskeys } from '../passkey.ts';
import { findPasskeys, type Passkey } from '../passkey.store.ts';
import { sessionRules } from '../session.ts';
import { endSession, endSessions, findSessions, type OwnSession } from '../session.store.ts';
import { ownAccountView } from './own-account.view.tsx';

export interface OwnAccount {
  account: Account;
  ways: Ways;
  passkeys: Passkey[];
  canAddPasskey: boolean;
  sessions: OwnSession[];
  currentSession: string | undefined;
}

export const ownAccountPage = page({
  path: '/account',
  permission: 'account:own',
  event: unrecorded('one’s own account'),
  load: async ({ read, actor, publicUrl }) => {
    const account = await findOwn(read, actor);
    if (!account) return notFound;
    const [ways, passkeys, sessions] = [await findWays(read, account.id), await findPasskeys(read, account.id), await findSessions(read, account.id)];
    const currentSession = actor.kind === 'account' ? actor.session?.id : undefined;
    return { account, ways, passkeys, canAddPasskey: canUsePasskeys(publicUrl), sessions, currentSession };
  },
  view: ownAccountView,
});

/** The account of who asks; a token has none. */
export async function findOwn(read: Read, actor: Actor): Promise<Account | undefined> {
  return actor.kind === 'account' ? findAccount(read, actor.id) : undefined;
}

/**
 * What changes how someone signs in asks for a session that began a short while ago: a browser left open at the desk is
 * not enough, and guessing a password goes through the limits of signing in.
 */
export function isRecent({ actor, now }: Pick<ViewContext, 'actor' | 'now'>): boolean {
  return actor.kind === 'account' && actor.session !== undefined && now.since(actor.session.madeAt).total('minutes') <= sessionRules.recentMinutes;
}

export const chooseLanguage = act({
  path: '/account/language',
  permission: 'account:own',
  event: 'language-chosen',
  input: z.strictObject({ locale: field.choice(staffLocales) }),
  act: async ({ tx, actor, input }) => {
    const account = await findOwn(tx, actor);
    if (!account) return notFound;
    await updateLocale(tx, account.id, input.locale);
    tx.record({ act: 'language-chosen', subjects: [{ type: 'account', id: account.id }], detail: { locale: input.locale } });
    return input.locale;
  },
  done: (locale: 'nl' | 'en') => seeOther('/account', { kind: 'done', text: text(locale, 'own.language.done') }),
  again: async () => notFound,
});

export const endOwnSession = act({
  path: '/account/sessions/:id/end',
  permission: 'account:own',
  event: 'session-ended',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, actor, input }) => {
    if (!(await endSession(tx, actor.id, input.id))) return notFound;
    return ended(tx, actor.id, 1);
  },
  done: sessionsEnded,
  again: async () => notFound,
});

export const endOtherSessions = act({
  path: '/account/sessions/end-others',
  permission: 'account:own',
  event: 'session-ended',
  input: z.strictObject({}),
  act: async ({ tx, actor }) => {
    const current = actor.kind === 'account' ? actor.session?.id : undefined;
    return ended(tx, actor.id, await endSessions(tx, actor.id, current));
  },
  done: sessionsEnded,
  again: async () => notFound,
});

function ended(tx: ActContext<unknown>['tx'], accountId: string, count: number): { count: number } {
  tx.record({ act: 'session-ended', subjects: [{ type: 'account', id: accountId }], detail: { count } });
  return { count };
}

function sessionsEnded({ count }: { count: number }, { locale }: ViewContext) {
  return seeOther('/account', { kind: 'done', text: text(locale, 'own.sessions.ended', { count }) });
}
