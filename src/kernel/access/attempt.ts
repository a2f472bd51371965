import { createHash } from 'node:crypto';

/** How often something may be tried before it must rest. */
export interface Limit {
  key: Buffer;
  most: number;
  minutes: number;
}

/** Whose account it is meant to be, as typed; the same whether or not there is one. */
export function addressKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}

/**
 * Wrong ways in: ten a quarter of an hour for one account from wherever, and a hundred a day; fifty a quarter of an hour
 * from one network address, since a town hall shares one.
 */
export function signInLimits(email: string, address: string): { account: Limit[]; address: Limit[] } {
  return {
    account: [limit(`sign-in account ${addressKey(email)}`, 10, 15), limit(`sign-in account-day ${addressKey(email)}`, 100, 24 * 60)],
    address: [limit(`sign-in address ${address}`, 50, 15)],
  };
}

/** Mails with a way back in: three an hour for one address, so that nobody's mailbox is filled; twenty an hour from one place. */
export function recoveryLimits(email: string, address: string): { account: Limit[]; address: Limit[] } {
  return { account: [limit(`recovery account ${addressKey(email)}`, 3, 60)], address: [limit(`recovery address ${address}`, 20, 60)] };
}

/** Codes tried on a mailed link: five an hour, since who reads someone's mail must not come to guess six digits. */
export function codeLimits(accountId: string): Limit[] {
  return [limit(`recovery code ${accountId}`, 5, 60)];
}

function limit(text: string, most: number, minutes: number): Limit {
  return { key: createHash('sha256').update(text).digest(), most, minutes };
}
