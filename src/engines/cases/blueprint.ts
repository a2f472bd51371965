import { z } from 'zod';
import type { Facts } from '../../kernel/expression/expression.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { code, newcomerText, questionnaireShape, staffText } from '../questionnaires/index.ts';
import { themes } from '../directory/index.ts';

const duration = z.string().refine(isDuration, 'an ISO 8601 duration of years, months, weeks or days, such as P3M');
const feel = z.string().describe('FEEL over the plan and the answers');

/** CMMN: what must have happened, and what must hold, before something begins or ends. */
const sentry = z.strictObject({
  on: z
    .array(
      z.strictObject({
        item: code.describe('A stage, task or milestone of this plan'),
        event: z.enum(['complete', 'occur', 'terminate']).describe('complete: a task or stage is done; occur: a milestone is reached; terminate: it was given up'),
      }),
    )
    .min(1)
    .describe('All of these have happened'),
  if: feel.optional().describe('And this holds'),
});

const task = z.strictObject({
  id: code,
  kind: z.enum(['appointment', 'invitation', 'questionnaire']).describe('appointment: someone and a moment are chosen; invitation: the letter is made; questionnaire: a form is gone through'),
  name: staffText,
  isRequired: z.boolean().default(true).describe('Its stage is not complete without it'),
  questionnaire: code.optional().describe('Which one, for a task of that kind'),
  entry: z.array(sentry).default([]).describe('Begins when one of these is met; left out, with its stage'),
});

const stage = z.strictObject({
  id: code,
  name: staffText,
  tasks: z.array(task).min(1).describe('What there is to do in it'),
  entry: z.array(sentry).default([]).describe('Begins when one of these is met; left out, at once'),
  exit: z.array(sentry).default([]).describe('Is given up when one of these is met'),
});

const milestone = z.strictObject({ id: code, name: staffText, entry: z.array(sentry).min(1).describe('Reached when one of these is met') });

const clock = z.strictObject({
  id: code,
  name: staffText,
  starts: z.literal('opening').describe('The day on which the case opens; for a household, the day of arrival'),
  stops: code.describe('The milestone that stops it'),
  duration: duration.describe('The term at first; each authority can set another from a day on'),
  soon: duration.describe('So long before the end it asks for attention'),
  rule: staffText.describe('The rule in a sentence, as the clock explains it'),
  source: staffText.describe('Where the term comes from'),
});

const invitation = z.strictObject({
  subject: newcomerText,
  greeting: newcomerText.describe('May name {family}'),
  paragraphs: z.array(newcomerText).min(1).describe('May name {family} {day} {time} {place} {guide} {minutes} {authority}'),
  closing: newcomerText,
});

const harvest = z.strictObject({
  task: code.describe('The task whose questionnaire is the talk'),
  needs: code.describe('The field of many options that holds the needs on a page'),
  ownWords: code.describe('The field for a need in own words'),
  themes: z.record(code, z.enum(themes)).describe('Page of the questionnaire → theme of the help question that a need on it becomes'),
  approach: z.strictObject({ page: code, field: code }).optional().describe('Where the approach is chosen: it goes with the case'),
});

const trajectoryShape = z.strictObject({
  subject: z.literal('household').describe('What a case is about'),
  opens: z
    .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('arrival').describe('By itself, for each household with a day of arrival'), lookBack: duration.describe('Who arrived longer ago is not opened by itself') }),
    z.strictObject({ on: z.literal('hand').describe('By someone') }),
  ])
    .describe('When a case opens'),
  stages: z.array(stage).min(1).describe('The parts of the plan'),
  milestones: z.array(milestone).default([]).describe('What is reached'),
  clocks: z.array(clock).max(1).default([]).describe('The term within which a milestone must be reached'),
  completes: z.strictObject({ milestone: code, outcome: code }).describe('Reaching this milestone closes the case with this outcome'),
  closings: z.array(z.strictObject({ id: code, name: staffText })).default([]).describe('Other ways in which a case can end'),
  minutes: z.int().min(15).max(480).default(60).describe('How long an appointment takes, unless told otherwise'),
  invitation: invitation.optional().describe('The letter that invites to the appointment'),
  talk: harvest.optional().describe('What of the answers goes elsewhere: needs become help questions'),
});

/** A practice that runs as cases, as it is written; `blueprintPart` also checks that it hangs together. */
export const blueprintShape = z.strictObject({
  id: code.describe('The practice'),
  version: z.int().min(1).describe('Goes up with every change: a running case stays with the version it began with'),
  title: staffText,
  about: staffText.describe('What it is for, in a sentence or two'),
  source: staffText.describe('Where the practice comes from'),
  questionnaires: z.array(questionnaireShape).default([]).describe('What its tasks ask'),
  trajectory: trajectoryShape.describe('How a case goes'),
});

export type Blueprint = z.infer<typeof blueprintShape>;
/** As it is written: what has a default may be left out. */
export type BlueprintData = z.input<typeof blueprintShape>;
export type Trajectory = z.infer<typeof trajectoryShape>;
export type Sentry = z.infer<typeof sentry>;
export type Stage = z.infer<typeof stage>;
export type Task = z.infer<typeof task>;
export type Milestone = z.infer<typeof milestone>;
export type ClockRule = z.infer<typeof clock>;
export type Invitation = z.infer<typeof invitation>;

/** What an authority may set differently from the blueprint. */
export const overridesPart = z.strictObject({
  minutes: z.int().min(15).max(480).optional().describe('How long a talk takes here'),
  place: z.string().max(200).optional().describe('Where talks at the desk are held'),
});
export type Overrides = z.infer<typeof overridesPart>;

/** The values that a letter can name. */
export const letterPlaces = ['family', 'day', 'time', 'place', 'guide', 'minutes', 'authority'] as const;

/** What a sentry's condition can ask: the state of each item, and the answers to each questionnaire by its name. */
export function planFacts(states: Record<string, string>, answers: Record<string, Facts>): Facts {
  return { ...answers, plan: states };
}

/** The names of all stages, tasks and milestones. */
export function itemsOf({ stages, milestones }: Trajectory): string[] {
  return [...stages.flatMap(({ id, tasks }) => [id, ...tasks.map((one) => one.id)]), ...milestones.map(({ id }) => id)];
}

function isDuration(text: string): boolean {
  try {
    const read = Temporal.Duration.from(text);
    return read.sign > 0 && read.hours === 0 && read.minutes === 0 && read.seconds === 0;
  } catch {
    return false;
  }
}

