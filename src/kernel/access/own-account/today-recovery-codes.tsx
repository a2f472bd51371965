import type { TodayPart } from '../../engine.ts';
import { LinkButton, Panel } from '../../html/index.ts';
import { findWays } from '../credential.store.ts';
import { text } from '../messages.ts';
import { findPasskeys } from '../passkey.store.ts';

/** Until they are made: whoever loses a telephone without them waits for the administrator. */
export const todayRecoveryCodes: TodayPart = {
  permission: 'account:own',
  // What waits for others comes first.
  order: 85,
  load: async ({ read, actor, services }) => {
    if (actor.kind !== 'account' || services.demo) return undefined;
    const { passwordChangedAt, recoveryCodesLeft } = await findWays(read, actor.id);
    if (recoveryCodesLeft > 0) return undefined;
    const hasWay = passwordChangedAt !== null || (await findPasskeys(read, actor.id)).length > 0;
    return hasWay ? {} : undefined;
  },
  view: (_, { locale }) => (
    <Panel title={text(locale, 'own.codes.today')} tone="waiting">
      <p>{text(locale, 'own.codes.about')}</p>
      <LinkButton href="/account#recovery-codes">{text(locale, 'own.codes.make')}</LinkButton>
    </Panel>
  ),
};
