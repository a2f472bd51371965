import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Tone } from '../../../kernel/html/index.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { themeLabel, type Theme } from '../../directory/index.ts';
import { barrierLabel, type BarrierReason } from '../note-barriers/barrier.ts';
import { text } from './messages.ts';

/**
 * gathering (a colleague's words, to be read by another first) → before-policy → on-agenda → decided or not-taken-up → answered.
 * What a reader finds unfit is set-aside. A counted signal begins before policy.
 */
export const signalStates = ['gathering', 'set-aside', 'before-policy', 'on-agenda', 'decided', 'not-taken-up', 'answered'] as const;
export type SignalState = (typeof signalStates)[number];

/** What policy may know of: everything but what is still inside. */
export const publicStates = ['before-policy', 'on-agenda', 'decided', 'not-taken-up', 'answered'] as const satisfies readonly SignalState[];

/** Why a signal is not taken up. */
export const leftReasons = ['not-ours', 'no-means', 'already-solved', 'too-small', 'other'] as const;
export type LeftReason = (typeof leftReasons)[number];

/** A signal as everyone may see it: a count that names nobody, or words that a colleague has released. */
export interface Signal {
  id: string;
  origin: 'counted' | 'raised';
  reason: BarrierReason;
  theme: Theme;
  service: { id: string; name: string } | null;
  /** NIS code with its name; null where it is a service's or is not known. */
  municipality: { nis: string; name: string } | null;
  words: string | null;
  state: SignalState;
  /** Since when it is in this state. */
  movedAt: Temporal.Instant;
  /** At least so many, in steps of five; 0 for words. */
  shown: number;
  firstCountedOn: Temporal.PlainDate | null;
  lastCountedOn: Temporal.PlainDate | null;
  meetingOn: Temporal.PlainDate | null;
  preparedBy: string | null;
  decidedOn: Temporal.PlainDate | null;
  /** By when what was decided should be done; null once it is. */
  promisedOn: Temporal.PlainDate | null;
  /** The reader wrote down some of it, or raised it. */
  isMine: boolean;
  version: number;
}

/** It was decided upon, and since then it was met often enough to be told again. */
export function isBack({ state, decidedOn, lastCountedOn }: Pick<Signal, 'state' | 'decidedOn' | 'lastCountedOn'>): boolean {
  return ['decided', 'not-taken-up', 'answered'].includes(state) && decidedOn !== null && lastCountedOn !== null && Temporal.PlainDate.compare(lastCountedOn, decidedOn) > 0;
}

export function signalTitle(locale: Locale, { reason, theme, service, municipality }: Pick<Signal, 'reason' | 'theme' | 'service' | 'municipality'>): string {
  return [barrierLabel(locale, reason), themeLabel(locale, theme), service?.name ?? municipality?.name].filter(Boolean).join(' · ');
}

/** How often, in words that promise no more than is known: 'minstens 15 keer'. */
export function countWords(locale: Locale, { origin, shown }: Pick<Signal, 'origin' | 'shown'>): string {
  return origin === 'raised' ? text(locale, 'signal.raised') : text(locale, 'signal.at-least', { count: shown });
}

export const stateTones: Record<SignalState, Tone> = {
  gathering: 'neutral',
  'set-aside': 'closed',
  'before-policy': 'waiting',
  'on-agenda': 'busy',
  decided: 'busy',
  'not-taken-up': 'closed',
  answered: 'done',
};

export interface SignalRule {
  /** At least so many times. */
  times: number;
  /** By at least so many different askers. */
  voices: number;
  /** Within so many days. */
  days: number;
  validFrom: Temporal.PlainDate | null;
  source: string | null;
}

/** Holds until an authority sets its own. */
export const firstRule: SignalRule = { times: 5, voices: 3, days: 90, validFrom: null, source: null };

/** What is told of so many: the multiple of five that is reached. */
export function toldOf(count: number): number {
  return count - (count % 5);
}

/** Whether a signal can go on to a state: what was decided can be taken up again only when it came back, and is answered once. */
export function mayBe(signal: Signal, state: SignalState): boolean {
  if (state === 'answered') return signal.state === 'decided' || signal.state === 'not-taken-up';
  return signal.state === 'before-policy' || signal.state === 'on-agenda' || isBack(signal);
}
