import type { z } from 'zod';
import { findMistake } from '../../kernel/expression/expression.ts';
import { locales } from '../../kernel/i18n/locale.ts';
import { exampleFacts, questionnaireMistakes, type Questionnaire } from '../questionnaires/index.ts';
import { blueprintShape, itemsOf, letterPlaces, planFacts, type Blueprint, type Invitation, type Sentry, type Trajectory } from './blueprint.ts';

export type { Blueprint, BlueprintData } from './blueprint.ts';

/** A practice that runs as cases: a plan in the words of CMMN with its clock and its letter, and the questionnaires it asks. */
export const blueprintPart = blueprintShape.superRefine((blueprint, context) => {
  for (const message of mistakesOf(blueprint)) context.addIssue({ code: 'custom', message });
});

/** Reads a blueprint. Throws with every mistake in a sentence of its own, after the name of the practice. */
export function readBlueprint(data: unknown): Blueprint {
  const parsed = blueprintPart.safeParse(data);
  if (parsed.success) return parsed.data;
  const name = (data as { id?: unknown } | null)?.id ?? '?';
  throw new Error(`Blueprint '${String(name)}': ${parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')}`);
}

function mistakesOf({ questionnaires, trajectory }: z.infer<typeof blueprintShape>): string[] {
  const asked = questionnaires.flatMap(questionnaireMistakes);
  return asked.length > 0 ? asked : trajectoryMistakes(trajectory, questionnaires);
}

/** Each mistake in how a trajectory hangs together with itself and its questionnaires, in a sentence that names the culprit. */
function trajectoryMistakes(trajectory: Trajectory, questionnaires: readonly Questionnaire[]): string[] {
  const broken = [...itemMistakes(trajectory, questionnaires), ...endMistakes(trajectory), ...(trajectory.invitation ? letterMistakes(trajectory.invitation) : []), ...harvestMistakes(trajectory, questionnaires)];
  return broken.length > 0 ? broken : conditionMistakes(trajectory, questionnaires);
}

function itemMistakes(trajectory: Trajectory, questionnaires: readonly Questionnaire[]): string[] {
  const items = itemsOf(trajectory);
  const mistakes = items.filter((item, index) => items.indexOf(item) !== index).map((item) => `two items of the plan are called '${item}'`);
  for (const [owner, one] of sentriesOf(trajectory)) {
    for (const { item, event } of one.on) {
      if (!items.includes(item)) mistakes.push(`'${owner}' waits for '${item}', which is no item of the plan`);
      else if (trajectory.milestones.some(({ id }) => id === item) !== (event === 'occur')) mistakes.push(`'${owner}' waits for '${item}' to ${event}: only a milestone occurs, only a task or stage completes or is terminated`);
    }
  }
  for (const { id, kind, questionnaire } of trajectory.stages.flatMap(({ tasks }) => tasks)) {
    if ((kind === 'questionnaire') !== (questionnaire !== undefined)) mistakes.push(`task '${id}' must name a questionnaire if, and only if, it is of that kind`);
    if (questionnaire && !questionnaires.some((one) => one.id === questionnaire)) mistakes.push(`task '${id}' uses the questionnaire '${questionnaire}', which does not exist`);
    if (kind === 'invitation' && !trajectory.invitation) mistakes.push(`task '${id}' makes a letter, but there is no invitation`);
  }
  return mistakes;
}

function endMistakes({ milestones, clocks, completes, closings }: Trajectory): string[] {
  const names = milestones.map(({ id }) => id);
  const mistakes = clocks.filter(({ stops }) => !names.includes(stops)).map(({ id, stops }) => `clock '${id}' stops at '${stops}', which is no milestone`);
  if (!names.includes(completes.milestone)) mistakes.push(`the case completes at '${completes.milestone}', which is no milestone`);
  const outcomes = [completes.outcome, ...closings.map(({ id }) => id)];
  return [...mistakes, ...outcomes.filter((id, index) => outcomes.indexOf(id) !== index).map((id) => `two endings are called '${id}'`)];
}

/** A translation never says more: it names nothing that the Dutch does not name, and leaves nothing out. */
function letterMistakes({ subject, greeting, paragraphs, closing }: Invitation): string[] {
  return [subject, greeting, ...paragraphs, closing].flatMap((part) => {
    const inDutch = placesIn(part.nl);
    const unknown = inDutch.filter((place) => !letterPlaces.some((one) => one === place));
    const differing = locales.filter((locale) => placesIn(part[locale]).join() !== inDutch.join());
    return [...unknown.map((place) => `the invitation names {${place}}, which nothing fills in`), ...differing.map((locale) => `the invitation in '${locale}' does not name the same as the Dutch "${part.nl}"`)];
  });
}

function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();
}

function harvestMistakes({ stages, talk }: Trajectory, questionnaires: readonly Questionnaire[]): string[] {
  if (!talk) return [];
  const asked = stages.flatMap(({ tasks }) => tasks).find(({ id }) => id === talk.task);
  const questionnaire = questionnaires.find(({ id }) => id === asked?.questionnaire);
  if (!questionnaire) return [`the talk is task '${talk.task}', which asks no questionnaire`];
  const has = (page: string, field: string) => questionnaire.pages.find(({ id }) => id === page)?.fields.some((one) => (typeof one === 'string' ? one : one.id) === field) ?? false;
  const mistakes = Object.keys(talk.themes).flatMap((page) => [talk.needs, talk.ownWords].filter((field) => !has(page, field)).map((field) => `needs come from page '${page}', which does not ask '${field}'`));
  const { approach } = talk;
  return approach && !has(approach.page, approach.field) ? [...mistakes, `the approach is '${approach.field}' on page '${approach.page}', which is not asked`] : mistakes;
}

function conditionMistakes(trajectory: Trajectory, questionnaires: readonly Questionnaire[]): string[] {
  const example = planFacts(Object.fromEntries(itemsOf(trajectory).map((item) => [item, 'active'])), Object.fromEntries(questionnaires.map((one) => [one.id, exampleFacts(one)])));
  return sentriesOf(trajectory).flatMap(([owner, one]) => {
    const mistake = one.if && findMistake(one.if, example);
    return mistake ? [`'${owner}' waits until ${mistake}`] : [];
  });
}

function sentriesOf({ stages, milestones }: Trajectory): [owner: string, sentry: Sentry][] {
  const owners = [
    ...stages.flatMap(({ id, entry, exit, tasks }) => [{ id, sentries: [...entry, ...exit] }, ...tasks.map((one) => ({ id: one.id, sentries: one.entry }))]),
    ...milestones.map(({ id, entry }) => ({ id, sentries: entry })),
  ];
  return owners.flatMap(({ id, sentries }) => sentries.map((one): [string, Sentry] => [id, one]));
}
