import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { getHousehold } from '../../people/index.ts';
import { fieldsOf, type Answers, type Questionnaire } from '../../questionnaires/index.ts';
import { recordQuestions } from '../../questions/index.ts';
import type { Blueprint, Trajectory } from '../blueprint.ts';
import type { CaseFile } from '../case.ts';
import { findNeeds, insertNeeds, type Need } from '../need.store.ts';

type Talk = NonNullable<Trajectory['talk']>;
type Theme = Talk['themes'][string];

export interface ToldNeed extends Need {
  theme: Theme;
  /** In Dutch: the ready-made need, or the family's own words. */
  words: string;
}

/** The needs in these answers, page by page: each ticked one, and what was told in own words. */
export function needsIn(questionnaire: Questionnaire, talk: Talk, answers: Answers): ToldNeed[] {
  // By the pages, since a blueprint that was kept does not keep the order of its keys.
  return questionnaire.pages.flatMap((page) => {
    const { id } = page;
    const theme = talk.themes[id];
    if (!theme) return [];
    const field = fieldsOf(questionnaire, page).find((one) => one.id === talk.needs);
    const ticked = answers[id]?.[talk.needs];
    const own = answers[id]?.[talk.ownWords];
    const options = field?.kind === 'many-of' && Array.isArray(ticked) ? field.options.filter((option) => ticked.includes(option.id)) : [];
    const told = options.map((option) => ({ page: id, need: option.id, theme, words: option.label.nl }));
    return typeof own === 'string' && own !== '' ? [...told, { page: id, need: '', theme, words: own }] : told;
  });
}

/** The questionnaire that is a case's talk, with what it yields; undefined for a plan without a talk. */
export function talkOf({ trajectory, questionnaires }: Blueprint): { talk: Talk; questionnaire: Questionnaire } | undefined {
  const task = trajectory.stages.flatMap(({ tasks }) => tasks).find(({ id }) => id === trajectory.talk?.task);
  const questionnaire = questionnaires.find(({ id }) => id === task?.questionnaire);
  return trajectory.talk && questionnaire && { talk: trajectory.talk, questionnaire };
}

/**
 * Makes a help question of each need that is not one yet; answers how many. The caller holds the case, so that sending twice
 * records once. A need in own words is one question: changed words do not make another.
 */
export async function recordNeeds(tx: Transaction, file: CaseFile, { needs, heldOn }: { needs: readonly ToldNeed[]; heldOn: Temporal.PlainDate }): Promise<number> {
  const before = await findNeeds(tx, file.id);
  const fresh = needs.filter(({ page, need }) => !before.some((one) => one.page === page && one.need === need));
  if (fresh.length === 0) return 0;
  const [reference] = (await getHousehold(tx, file.householdId)).members;
  const askedAt = heldOn.equals(dayOf(tx.now)) ? tx.now : instantOf(heldOn.toPlainDateTime(Temporal.PlainTime.from('12:00')));
  const { ids } = await recordQuestions(
    tx,
    fresh.map(({ theme, words }) => ({
      theme,
      channel: 'talk' as const,
      language: file.talkLanguage ?? 'nl',
      municipality: file.municipality,
      personId: reference?.personId ?? null,
      householdId: file.householdId,
      caseId: file.id,
      note: words,
      askedAt,
      open: true,
    })),
  );
  await insertNeeds(tx, file.id, fresh.map(({ page, need }, index) => ({ page, need, questionId: ids[index]! })));
  return fresh.length;
}
