import type { Actor } from '../../../kernel/access/actor.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { findHousehold, type Household } from '../../people/index.ts';
import { findResponse, pagesAsked, type Answers, type Page, type Questionnaire, type Response } from '../../questionnaires/index.ts';
import { answersOf } from '../advance-case.ts';
import { findTalkAhead } from '../appointment.store.ts';
import type { Blueprint, Trajectory } from '../blueprint.ts';
import { getBlueprint } from '../case.store.ts';
import { caseSubjects, type Appointment, type CaseFile } from '../case.ts';
import { findOwnCase } from '../find-own-case.ts';
import { talkOf } from './harvest.ts';

export interface OpenedTalk {
  file: CaseFile;
  household: Household;
  blueprint: Blueprint;
  talk: NonNullable<Trajectory['talk']>;
  questionnaire: Questionnaire;
  /** Undefined as long as the talk was not begun. */
  response: Response | undefined;
  answers: Answers;
  /** The pages that these answers call for. */
  pages: Page[];
  ahead: Appointment | undefined;
}

/** A case's talk for who may hold it; undefined when there is no such case or its plan has no talk. */
export async function loadTalk(read: Read, actor: Actor, id: string): Promise<OpenedTalk | undefined> {
  const file = await findOwnCase(read, actor, id);
  const household = file && (await findHousehold(read, file.householdId));
  if (!file || !household) return undefined;
  const blueprint = await getBlueprint(read, file.blueprintId);
  const found = talkOf(blueprint);
  if (!found) return undefined;
  const response = file.responseId ? await findResponse(read, file.responseId) : undefined;
  const answers = answersOf(response);
  return { file, household, blueprint, ...found, response, answers, pages: pagesAsked(found.questionnaire, answers), ahead: await findTalkAhead(read, id) };
}

/** Whose file a page of the talk opens. */
export function talkSubjects({ file }: OpenedTalk): { type: string; id: string }[] {
  return caseSubjects(file);
}

/** The page before and the page after; `undefined` at either end. */
export function neighbours({ pages }: OpenedTalk, page: Page): { before: Page | undefined; after: Page | undefined; step: number } {
  const index = pages.findIndex(({ id }) => id === page.id);
  return { before: pages[index - 1], after: pages[index + 1], step: index + 1 };
}
