import { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.ts';
import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findHousehold, type Household } from '../../people/index.ts';
import { findResponse, type Response } from '../../questionnaires/index.ts';
import { findQuestionsOf, type Question } from '../../questions/index.ts';
import { findClockFacts, type ClockFacts } from '../adoption.store.ts';
import { findAppointmentsOf, findInvitations, findMomentRequests, type MadeInvitation, type MomentRequest } from '../appointment.store.ts';
import type { Blueprint } from '../blueprint.ts';
import { caseJson, caseOut } from '../case-json.ts';
import { findPlan, getBlueprint } from '../case.store.ts';
import { caseSubjects, type Appointment, type CaseFile } from '../case.ts';
import { findOwnCase } from '../find-own-case.ts';
import type { PlanState } from '../plan.ts';
import { openCaseView } from './open-case.view.tsx';

export interface OpenedCase {
  file: CaseFile;
  household: Household;
  blueprint: Blueprint;
  plan: PlanState;
  clocks: ClockFacts;
  /** The latest first. */
  appointments: Appointment[];
  request: MomentRequest | undefined;
  invitations: MadeInvitation[];
  /** The talk, for who may read it. */
  talk: Response | undefined;
  /** The help questions that came up in it, for who may read them. */
  questions: Question[];
  timeline: TimelineEntry[];
}

export const openCasePage = page({
  path: '/cases/:id',
  permission: 'cases:list',
  event: 'case-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, actor, input, may }) => (await loadOpenedCase(read, actor, input.id, may)) ?? notFound,
  view: (opened, context) => openCaseView(opened, context),
  subjects: ({ file }) => caseSubjects(file),
  api: {
    summary: 'Read a case: its clock, its talk ahead and where its plan stands',
    output: caseJson.extend({ plan: z.record(z.string(), z.string()), talkAt: z.string().nullable() }),
    present: ({ file, plan, appointments }) => ({ ...caseOut(file), plan, talkAt: appointments.find(({ state }) => state === 'planned')?.startsAt ?? null }),
  },
});

async function loadOpenedCase(read: Read, actor: Actor, id: string, may: ViewContext['may']): Promise<OpenedCase | undefined> {
  const file = await findOwnCase(read, actor, id);
  const household = file && (await findHousehold(read, file.householdId));
  if (!file || !household) return undefined;
  const mayRead = may('cases:read');
  return {
    file,
    household,
    blueprint: await getBlueprint(read, file.blueprintId),
    plan: await findPlan(read, id),
    clocks: await findClockFacts(read),
    appointments: await findAppointmentsOf(read, id),
    request: (await findMomentRequests(read, [id]))[0],
    invitations: await findInvitations(read, id),
    talk: mayRead && file.responseId ? await findResponse(read, file.responseId) : undefined,
    questions: mayRead && may('questions:read') ? await findQuestionsOf(read, { caseId: id }) : [],
    timeline: await findTimeline(read, { type: 'case', id }),
  };
}

/** The case once more, after an act on it was refused. */
export async function showCaseAgain(context: AgainContext) {
  const opened = await loadOpenedCase(context.read, context.actor, context.params['id'] ?? '', context.may);
  return opened ? openCaseView(opened, context) : notFound;
}
