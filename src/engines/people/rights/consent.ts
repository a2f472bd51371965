import type { Temporal } from '../../../kernel/time/temporal.ts';

/** For what an organisation is told something. */
export const purposes = ['referral', 'consultation', 'joint-support', 'enrolment', 'home-search', 'buddy'] as const;
export type Purpose = (typeof purposes)[number];

/** GDPR article 6 (1): a, c, e and d. Contract and legitimate interest are no grounds for an authority's social work. */
export const legalBases = ['consent', 'legal-duty', 'public-task', 'vital-interest'] as const;
export type LegalBasis = (typeof legalBases)[number];

export const consentWays = ['spoken', 'spoken-with-interpreter', 'written'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** What may be told beside the name. */
export const consentShares = ['phone', 'email', 'address', 'birth-date', 'languages', 'household', 'question'] as const;

export interface Consent {
  id: string;
  personId: string;
  /** The organisation's id in the social map; null when it stands there under no id. */
  recipientId: string | null;
  recipientName: string;
  purpose: string;
  basis: LegalBasis;
  /** Null on a ground in law, which needs no saying. */
  way: ConsentWay | null;
  /** Codes of what may be told beside the name. */
  shares: string[];
  from: Temporal.PlainDate;
  /** The last day on which it holds; null when no end was agreed. */
  until: Temporal.PlainDate | null;
  /** From this day on it holds no more. */
  withdrawnOn: Temporal.PlainDate | null;
  withdrawnBy: 'person' | 'authority' | null;
  renewedBy: string | null;
  givenAt: Temporal.Instant;
}

export type NewConsent = Pick<Consent, 'personId' | 'recipientId' | 'recipientName' | 'basis' | 'from' | 'until'> & {
  purpose: string;
  way: ConsentWay | null;
  shares: readonly string[];
};

export type ConsentState = 'running' | 'ahead' | 'ended' | 'withdrawn' | 'renewed';

/** Where it stands on a day. */
export function consentState({ from, until, withdrawnOn, renewedBy }: Pick<Consent, 'from' | 'until' | 'withdrawnOn' | 'renewedBy'>, on: Temporal.PlainDate): ConsentState {
  const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.until(b).sign > 0;
  if (renewedBy) return 'renewed';
  if (withdrawnOn && !isBefore(on, withdrawnOn)) return 'withdrawn';
  if (isBefore(on, from)) return 'ahead';
  return until && isBefore(until, on) ? 'ended' : 'running';
}
