import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { expertAnswerJson } from '../expert-json.ts';
import { findAnswer, findVersions, putUse, type AnswerVersion } from '../expert-answer.store.ts';
import type { ExpertAnswer } from '../expert.ts';
import { text } from '../messages.ts';
import { openAnswerView } from './open-answer.view.tsx';

export interface OpenedAnswer {
  answer: ExpertAnswer;
  versions: AnswerVersion[];
}

export const openAnswerPage = page({
  path: '/legal/answers/:id',
  permission: 'questions:ask-expert',
  event: unrecorded('an answer that names nobody'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<OpenedAnswer>> => (await findOpened(read, input.id)) ?? notFound,
  view: openAnswerView,
  api: { summary: 'One answer of the legal helpdesk', output: expertAnswerJson, present: ({ answer }) => answer },
});

/** A colleague used it, and says whether it helped. */
export const useAnswerAct = act({
  path: '/legal/answers/:id/use',
  permission: 'questions:ask-expert',
  event: 'expert-answer-used',
  input: z.strictObject({ id: field.id(), helped: field.choice(['yes', 'no']) }),
  act: async ({ input: { id, helped }, tx, actor }) => {
    if (!(await findAnswer(tx, id))) return notFound;
    await putUse(tx, id, actor.id, helped === 'yes');
    tx.record({ act: 'expert-answer-used', subjects: [{ type: 'expert-answer', id }], detail: { helped } });
    return { id, helped };
  },
  done: ({ id, helped }, { locale }) => seeOther(helped === 'yes' ? `/legal/answers/${id}` : '/legal/ask', { kind: 'done', text: text(locale, helped === 'yes' ? 'use.helped' : 'use.not') }),
  again: async (context: AgainContext) => {
    const opened = await findOpened(context.read, context.params['id']!);
    return opened ? openAnswerView(opened, context) : notFound;
  },
  api: { summary: 'Say whether an answer helped', output: z.object({ id: z.uuid(), helped: z.enum(['yes', 'no']) }) },
});

async function findOpened(read: Read, id: string): Promise<OpenedAnswer | undefined> {
  const answer = await findAnswer(read, id);
  return answer && { answer, versions: await findVersions(read, id) };
}
