import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { findLikelyNames } from '../../signals/find-likely-names.ts';
import { confirmExpertQuestion, findExpertQuestion, findMessages } from '../expert-question.store.ts';
import type { ExpertMessage, ExpertQuestion } from '../expert.ts';
import { typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import { helpdeskErrors } from '../refusals.ts';
import { termFrom } from '../register.ts';
import { resumeClock } from '../resume-clock.ts';
import { partnerPurpose } from '../tell-asker.ts';
import { followQuestionView } from './follow-question.view.tsx';

export interface Followed {
  question: ExpertQuestion;
  messages: ExpertMessage[];
  values: FormValues;
  errors: FieldErrors;
  names: string[];
}

const link = { link: partnerPurpose };

/** A partner's own question: to confirm it, to reply and to read the answer. */
export const followQuestionPage = page({
  path: '/ask-legal/:secret',
  permission: link,
  event: unrecorded('a question without names, by whoever asked it'),
  input: z.strictObject({}),
  load: async ({ read, actor }): Promise<Outcome<Followed>> => (await findFollowed(read, actor, {}, {})) ?? notFound,
  view: followQuestionView,
});

/** The mailed link was followed: the question is asked, and the clock runs. */
export const confirmQuestionAct = act({
  path: '/ask-legal/:secret/confirm',
  permission: link,
  event: 'expert-asked',
  input: z.strictObject({}),
  act: async ({ tx, actor }) => {
    const question = await findOwn(tx, actor);
    if (!question) return notFound;
    const { termDays, dueOn } = await termFrom(tx, question.urgency);
    if (await confirmExpertQuestion(tx, question.id, dueOn, termDays)) {
      tx.record({ act: 'expert-asked', subjects: [{ type: 'expert-question', id: question.id }], detail: { theme: question.theme, urgency: question.urgency } });
    }
    return {};
  },
  done: (_, { locale, linkSecret }) => seeOther(`/ask-legal/${linkSecret}`, { kind: 'done', text: text(locale, 'partner.confirmed') }),
  again,
});

export const partnerReplyAct = act({
  path: '/ask-legal/:secret/reply',
  permission: link,
  event: 'expert-replied',
  input: z.strictObject({ version: field.version(), reply: field.text(2000), namesChecked: field.flag() }),
  act: async ({ input, tx, actor }) => {
    const question = await findOwn(tx, actor);
    return question ? resumeClock(tx, question, input) : notFound;
  },
  done: (_, { locale, linkSecret }) => seeOther(`/ask-legal/${linkSecret}`, { kind: 'done', text: text(locale, 'reply.done') }),
  again,
});

async function again(context: AgainContext) {
  const followed = await findFollowed(context.read, context.actor, context.values, helpdeskErrors(context));
  return followed ? followQuestionView(followed, context) : notFound;
}

/** The one question that this link is for, and no other. */
async function findOwn(read: Read, actor: ViewContext['actor']): Promise<ExpertQuestion | undefined> {
  const question = actor.kind === 'link' ? await findExpertQuestion(read, actor.subject.id) : undefined;
  return question?.partner ? question : undefined;
}

async function findFollowed(read: Read, actor: ViewContext['actor'], values: FormValues, errors: FieldErrors): Promise<Followed | undefined> {
  const question = await findOwn(read, actor);
  if (!question) return undefined;
  const reply = typed(values, 'reply');
  return { question, messages: await findMessages(read, question.id), values, errors, names: reply ? await findLikelyNames(read, reply) : [] };
}
