import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';

/** What can stand in the way of help, as a code; in the order in which a desk meets them. */
export const barrierReasons = [
  'waiting-list',
  'language',
  'opening-hours',
  'refusal',
  'cost',
  'not-found',
  'distance',
  'papers',
  'no-answer',
  'childcare',
  'digital',
  'discrimination',
  'other',
] as const;
export type BarrierReason = (typeof barrierReasons)[number];

export interface NewBarrier {
  reason: BarrierReason;
  /** The service of the social map where it was met. */
  serviceId: string | null;
}

export interface Barrier extends NewBarrier {
  service: { id: string; name: string } | null;
}

export function isBarrierReason(value: unknown): value is BarrierReason {
  return barrierReasons.includes(value as BarrierReason);
}

export function barrierLabel(locale: Locale, code: string): string {
  return isBarrierReason(code) ? text(locale, `barrier.${code}`) : code;
}
