import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { MatchReason } from '../likeness.ts';

/** Two persons who are probably one, the first of them the one with the smaller id: a pair is written one way. */
export interface Pair {
  oneId: string;
  otherId: string;
}

export interface ProbablePair extends Pair {
  /** 0 to 1. */
  score: number;
  reasons: MatchReason[];
  foundAt: Temporal.Instant;
}

export function pairOf(a: string, b: string): Pair {
  return a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a };
}
