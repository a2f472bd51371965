import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blueprint } from '../../practices/_kitchen-sink/blueprint.ts';
import { factsOf, type Answers } from '../questionnaires/index.ts';
import { readBlueprint } from './part.ts';
import { advance, changesBetween, startPlan, type PlanState, type TaskEvent } from './plan.ts';

const { trajectory, questionnaires } = readBlueprint(blueprint);
const answered = (answers: Answers) => ({ visit: factsOf(questionnaires[0]!, answers) });
const nothing = answered({});
const comeBack = answered({ end: { verdict: 'come-back' } });

function after(...events: [TaskEvent, typeof nothing?][]): PlanState {
  return events.reduce((state, [event, answers = nothing]) => advance(trajectory, state, event, answers), startPlan(trajectory, nothing));
}
const complete = (task: string): TaskEvent => ({ task, event: 'complete' });

describe('a plan', () => {
  test('begins with what waits for nothing', () => {
    expect(startPlan(trajectory, nothing)).toEqual({ before: 'active', plan: 'active', letter: 'available', during: 'active', visit: 'active', after: 'available', again: 'available', seen: 'available', served: 'available' });
  });

  test('lets a task begin when its sentry is met', () => {
    expect(after([complete('plan')])).toMatchObject({ plan: 'completed', letter: 'active', before: 'completed' });
  });

  test('reaches its milestones, one through the other, and gives up what is no longer needed', () => {
    expect(after([complete('visit')])).toMatchObject({ during: 'completed', seen: 'completed', served: 'completed', before: 'terminated', plan: 'terminated', after: 'available' });
  });

  test('goes another way when a condition on the answers holds', () => {
    const state = after([complete('visit'), comeBack]);
    expect(state).toMatchObject({ seen: 'completed', served: 'available', after: 'active', again: 'active' });
    expect(advance(trajectory, state, complete('again'), comeBack)).toMatchObject({ after: 'completed', served: 'completed' });
  });

  test('takes up a task again that was undone: an appointment that was called off', () => {
    expect(after([complete('plan')], [{ task: 'plan', event: 'reactivate' }])).toMatchObject({ plan: 'active' });
  });

  test('is not changed by doing again what was done', () => {
    const once = after([complete('plan')]);
    expect(advance(trajectory, once, complete('plan'), nothing)).toEqual(once);
  });

  test('refuses a task that it does not have', () => {
    expect(() => after([complete('dance')])).toThrow("No task 'dance' in the plan.");
  });

  test('keeps a milestone once reached, whatever comes after, and always settles', () => {
    const events = fc.array(fc.record({ task: fc.constantFrom('plan', 'letter', 'visit', 'again'), event: fc.constantFrom('complete' as const, 'reactivate' as const), answers: fc.constantFrom(nothing, comeBack) }));
    fc.assert(
      fc.property(events, (all) => {
        let state = startPlan(trajectory, nothing);
        for (const { task, event, answers } of all) {
          const next = advance(trajectory, state, { task, event }, answers);
          for (const milestone of ['seen', 'served']) if (state[milestone] === 'completed') expect(next[milestone]).toBe('completed');
          if (event === 'complete') expect(changesBetween(next, advance(trajectory, next, { task, event }, answers))).toEqual({});
          state = next;
        }
      }),
    );
  });
});
