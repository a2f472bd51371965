import { holds, type Facts } from '../../kernel/expression/expression.ts';
import { itemsOf, planFacts, type Sentry, type Stage, type Trajectory } from './blueprint.ts';

/** CMMN's life of a plan item, as far as we need it. A milestone goes from available to completed. */
export type ItemState = 'available' | 'active' | 'completed' | 'terminated';
export type PlanState = Record<string, ItemState>;

/** What someone did to a task. */
export interface TaskEvent {
  task: string;
  event: 'complete' | 'reactivate';
}

/** The plan of a case that has just opened. */
export function startPlan(trajectory: Trajectory, answers: Record<string, Facts>): PlanState {
  return settle(trajectory, Object.fromEntries(itemsOf(trajectory).map((item) => [item, 'available'])), answers);
}

/**
 * The plan after an event, with all that follows from it. Doing again what was done changes nothing: events may come twice.
 * A task that was not yet begun can be completed at once: a family that walks in is welcomed without an appointment.
 */
export function advance(trajectory: Trajectory, state: PlanState, { task, event }: TaskEvent, answers: Record<string, Facts>): PlanState {
  const before = state[task];
  if (before === undefined) throw new Error(`No task '${task}' in the plan.`);
  if (before === 'terminated') return state;
  if (event === 'reactivate') return before === 'completed' ? { ...state, [task]: 'active' } : state;
  return settle(trajectory, { ...state, [task]: 'completed' }, answers);
}

/** The items that differ between two states. */
export function changesBetween(before: PlanState, after: PlanState): PlanState {
  return Object.fromEntries(Object.entries(after).filter(([item, state]) => before[item] !== state));
}

/** Lets everything happen that can, until nothing does. Ends, since an item only moves forward. */
function settle(trajectory: Trajectory, state: PlanState, answers: Record<string, Facts>): PlanState {
  const next = oneRound(trajectory, state, answers);
  return Object.keys(changesBetween(state, next)).length === 0 ? state : settle(trajectory, next, answers);
}

function oneRound(trajectory: Trajectory, state: PlanState, answers: Record<string, Facts>): PlanState {
  const next = { ...state };
  const isMet = (sentries: readonly Sentry[]) => sentries.some((sentry) => sentryHolds(sentry, state, answers));
  const canBegin = (sentries: readonly Sentry[]) => sentries.length === 0 || isMet(sentries);
  for (const stage of trajectory.stages) {
    if (state[stage.id] === 'available' && canBegin(stage.entry)) next[stage.id] = 'active';
    if (state[stage.id] === 'active') {
      for (const task of stage.tasks) if (state[task.id] === 'available' && canBegin(task.entry)) next[task.id] = 'active';
      if (isMet(stage.exit)) terminate(stage, next);
      else if (isComplete(stage, state)) next[stage.id] = 'completed';
    }
  }
  for (const { id, entry } of trajectory.milestones) if (state[id] === 'available' && isMet(entry)) next[id] = 'completed';
  return next;
}

function sentryHolds({ on, if: condition }: Sentry, state: PlanState, answers: Record<string, Facts>): boolean {
  const happened = on.every(({ item, event }) => state[item] === (event === 'terminate' ? 'terminated' : 'completed'));
  return happened && (condition === undefined || holds(condition, planFacts(state, answers)));
}

/** All that is required is done; without anything required, all of it. */
function isComplete({ tasks }: Stage, state: PlanState): boolean {
  const required = tasks.filter((task) => task.isRequired);
  return (required.length > 0 ? required : tasks).every((task) => state[task.id] === 'completed');
}

function terminate(stage: Stage, state: PlanState): void {
  state[stage.id] = 'terminated';
  for (const { id } of stage.tasks) if (state[id] !== 'completed') state[id] = 'terminated';
}
