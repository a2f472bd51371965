import { isWaiting, type Referral } from '../referral.ts';

/** Where a referral stands on the list of whoever receives it. */
export const inboxParts = ['waiting', 'busy', 'ended'] as const;
export type InboxPart = (typeof inboxParts)[number];

export function partOf({ state }: Pick<Referral, 'state'>): InboxPart {
  return isWaiting(state) || state === 'stalled' ? 'waiting' : state === 'done' || state === 'declined' ? 'ended' : 'busy';
}
