import { z } from 'zod';
import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findMunicipalities, findOrganisations, findServicesByIds, findSubThemes, type Municipality } from '../../directory/index.ts';
import { findAskersById } from '../find-asker/find-asker.ts';
import { findBarriersOf } from '../note-barriers/barrier.store.ts';
import type { Barrier } from '../note-barriers/barrier.ts';
import type { Asker } from '../question-form.tsx';
import { asJson, barrierJson, questionJson } from '../question-json.ts';
import type { Question } from '../question.ts';
import { findQuestion, findQuestionsOf } from '../question.store.ts';
import { openQuestionView } from './open-question.view.tsx';

export interface OpenedQuestion {
  question: Question;
  asker: Asker | undefined;
  area: Municipality[];
  timeline: TimelineEntry[];
  /** What its sub-theme is called. */
  subTheme: string | undefined;
  /** The service of the social map that was told about. */
  service: { id: string; name: string } | undefined;
  /** Name of the organisation for which the recorder worked. */
  employer: string | undefined;
  /** The other questions of the same contact. */
  inSameContact: Question[];
  barriers: Barrier[];
}

export const openQuestionPage = page({
  path: '/questions/:id',
  permission: 'questions:read',
  event: 'question-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<OpenedQuestion>> => (await findOpened(read, input.id)) ?? notFound,
  view: (opened, context) => openQuestionView(opened, context),
  // A question of nobody in particular opens nobody's file.
  subjects: ({ question: { id, personId } }) => (personId ? [{ type: 'question', id }, { type: 'person', id: personId }] : []),
  api: { summary: 'One help question', output: questionJson.extend({ barriers: z.array(barrierJson) }), present: ({ question, barriers }) => ({ ...asJson(question), barriers }) },
});

async function findOpened(read: Read, id: string): Promise<OpenedQuestion | undefined> {
  const question = await findQuestion(read, id);
  if (!question) return undefined;
  const { personId, subThemeId, serviceId, employerId, contactId } = question;
  const [askers, area, timeline, barriers, subThemes, services, employers, contact] = await Promise.all([
    personId ? findAskersById(read, personId) : [],
    findMunicipalities(read),
    findTimeline(read, { type: 'question', id }),
    findBarriersOf(read, [id]),
    subThemeId ? findSubThemes(read, { ended: true }) : [],
    serviceId ? findServicesByIds(read, [serviceId]) : [],
    employerId ? findOrganisations(read) : [],
    contactId ? findQuestionsOf(read, { contactId }) : [],
  ]);
  return {
    question,
    asker: askers[0],
    area,
    timeline,
    barriers: barriers.get(id) ?? [],
    subTheme: subThemes.find((one) => one.id === subThemeId)?.label,
    service: services[0] && { id: services[0].id, name: services[0].name },
    employer: employers.find((one) => one.id === employerId)?.name,
    inSameContact: contact.filter((one) => one.id !== id),
  };
}

/** The question's page once more, saying why an act on it was refused. */
export async function showQuestionAgain(context: AgainContext) {
  const opened = await findOpened(context.read, context.params['id']!);
  return opened ? openQuestionView(opened, context, context.refusal?.name) : notFound;
}
