import { describe, expect, it } from 'vitest';
import { answersFor, canTakeBack, moveNames, moves, stateAfter } from './move.ts';
import { referralStates } from './referral.ts';

describe('the states of a referral', () => {
  const at = (state: (typeof referralStates)[number], stateBefore: (typeof referralStates)[number] | null = null) => ({ state, stateBefore });

  it('let nobody move what was withdrawn, and only a mistake move what is done', () => {
    const from = (state: (typeof referralStates)[number]) => moveNames.filter((name) => moves[name].from.includes(state));
    expect(from('withdrawn')).toEqual([]);
    expect(from('done')).toEqual(['take-back']);
  });

  it('can all be reached', () => {
    const reached = new Set<string>(['prepared', ...moveNames.map((name) => moves[name].to)]);
    expect(referralStates.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('give the receiver neither sending nor withdrawing, and the sender no opening', () => {
    expect(stateAfter('withdraw', at('sent'), 'receiver')).toBeUndefined();
    expect(stateAfter('send', at('prepared'), 'receiver')).toBeUndefined();
    expect(stateAfter('open', at('sent'), 'sender')).toBeUndefined();
    expect(stateAfter('stall', at('sent'), 'sender')).toBeUndefined();
  });

  it('go back one step and no further', () => {
    expect(stateAfter('take-back', at('accepted', 'seen'), 'receiver')).toBe('seen');
    expect(canTakeBack(at('seen', null))).toBe(false);
    expect(canTakeBack(at('appointment', 'appointment')), 'a moved appointment has lost its earlier moment').toBe(false);
    expect(canTakeBack(at('appointment', 'prepared')), 'what was booked while referring is called off, not unsent').toBe(false);
  });

  it('offer the answers that fit', () => {
    expect(answersFor(at('seen'))).toEqual(['accept', 'appoint', 'decline']);
    expect(answersFor(at('appointment'))).toEqual(['appoint', 'start', 'finish', 'decline']);
    expect(answersFor(at('declined'))).toEqual(['accept', 'appoint']);
  });
});
