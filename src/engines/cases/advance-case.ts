import type { Transaction } from '../../kernel/db/types.ts';
import type { Facts } from '../../kernel/expression/expression.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { factsOf, findResponses, type Answers, type Response } from '../questionnaires/index.ts';
import type { Blueprint, Task } from './blueprint.ts';
import { findBlueprints, findPlans, savePlans, updateCase } from './case.store.ts';
import { caseSubjects, type CaseFile } from './case.ts';
import { advance, changesBetween, type PlanState, type TaskEvent } from './plan.ts';

/** What was answered, by page. */
export function answersOf(response: Response | undefined): Answers {
  return Object.fromEntries(Object.entries(response?.pages ?? {}).map(([page, saved]) => [page, saved.answers]));
}

interface Step {
  kind: Task['kind'];
  event: TaskEvent['event'];
  /** The day that a milestone counts for. */
  on: Temporal.PlainDate;
}

/**
 * Tells the plan of a case what was done to its task of this kind, and lets all follow that follows: milestones are reached,
 * the clock stops, the case closes, on the day given. A plan without such a task stays as it is. The caller holds the case.
 */
export async function advanceCase(tx: Transaction, file: CaseFile, step: Step): Promise<void> {
  await advanceCases(tx, [file], step);
}

/** The same for many, in a few statements. */
export async function advanceCases(tx: Transaction, files: readonly CaseFile[], step: Step): Promise<void> {
  const blueprints = await findBlueprints(tx, [...new Set(files.map(({ blueprintId }) => blueprintId))]);
  const plans = await findPlans(tx, files.map(({ id }) => id));
  const responses = new Map((await findResponses(tx, files.flatMap(({ responseId }) => responseId ?? []))).map((one) => [one.id, one]));
  const steps = files.flatMap((file) => {
    const blueprint = blueprints.get(file.blueprintId)!;
    const before = plans.get(file.id) ?? {};
    const task = taskFor(blueprint, before, step.kind, step.event);
    if (!task) return [];
    const answers = planAnswers(blueprint, responses.get(file.responseId ?? ''));
    const after = advance(blueprint.trajectory, before, { task: task.id, event: step.event }, answers);
    return [{ file, blueprint, caseId: file.id, changes: changesBetween(before, after) }];
  });
  await savePlans(tx, steps);
  for (const { file, blueprint, changes } of steps) await reach(tx, file, { blueprint, changes, on: step.on });
}

/** The facts of each questionnaire of the plan; of one that was not asked, nothing is known. */
function planAnswers(blueprint: Blueprint, response: Response | undefined): Record<string, Facts> {
  return Object.fromEntries(blueprint.questionnaires.map((one) => [one.id, factsOf(one, one.id === response?.questionnaire ? answersOf(response) : {})]));
}

/** Writes only for a case whose milestone was reached just now. */
async function reach(tx: Transaction, file: CaseFile, { blueprint, changes, on }: { blueprint: Blueprint; changes: PlanState; on: Temporal.PlainDate }): Promise<void> {
  const { milestones, clocks, completes } = blueprint.trajectory;
  const reached = milestones.map(({ id }) => id).filter((id) => changes[id] === 'completed');
  const subjects = caseSubjects(file);
  for (const milestone of reached) tx.record({ act: 'milestone-reached', subjects, detail: { milestone, on: on.toString() } });
  const stopsClock = clocks.some(({ stops }) => reached.includes(stops));
  const closes = reached.includes(completes.milestone) && file.closedOn === null;
  if (stopsClock || closes) await updateCase(tx, file.id, { ...(stopsClock ? { reachedOn: on } : {}), ...(closes ? { closedOn: on, outcome: completes.outcome } : {}) });
  if (closes) tx.record({ act: 'case-closed', subjects, detail: { outcome: completes.outcome, on: on.toString() } });
}

/** The task that is under way, or to take one up again, the last one that was done. */
function taskFor({ trajectory }: Blueprint, plan: PlanState, kind: Task['kind'], event: TaskEvent['event']): Task | undefined {
  const tasks = trajectory.stages.flatMap((stage) => stage.tasks).filter((task) => task.kind === kind);
  if (event === 'reactivate') return tasks.findLast(({ id }) => plan[id] === 'completed');
  return tasks.find(({ id }) => plan[id] === 'active') ?? tasks.find(({ id }) => plan[id] === 'available');
}
