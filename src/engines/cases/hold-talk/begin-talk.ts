import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { openResponse, pagesAsked } from '../../questionnaires/index.ts';
import { getBlueprint, updateCase } from '../case.store.ts';
import { caseSubjects } from '../case.ts';
import { lockOwnCase } from '../find-own-case.ts';
import { beginTalkView } from './begin-talk.view.tsx';
import { talkOf } from './harvest.ts';
import { loadTalk, talkSubjects } from './load-talk.ts';

const language = z.preprocess((value) => (value === '' ? undefined : value), z.string('required').regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-known'));

export const beginTalkPage = page({
  path: '/cases/:id/talk',
  permission: 'cases:talk',
  event: 'talk-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, actor, input }) => (await loadTalk(read, actor, input.id)) ?? notFound,
  view: beginTalkView,
  subjects: talkSubjects,
});

export const beginTalkAct = act({
  path: '/cases/:id/talk',
  permission: 'cases:talk',
  event: 'talk-begun',
  input: z.strictObject({ id: field.id(), language }),
  act: async ({ tx, actor, input }) => {
    const file = await lockOwnCase(tx, actor, input.id);
    const talk = file && talkOf(await getBlueprint(tx, file.blueprintId));
    if (!file || !talk) return notFound;
    const first = pagesAsked(talk.questionnaire, {})[0]!.id;
    // Begun already, here or on another telephone: both go on with the same talk.
    if (file.responseId) return { id: file.id, page: first };
    if (file.closedOn) return refuse('case-closed', { status: 409 });
    const responseId = await openResponse(tx, { questionnaire: talk.questionnaire.id, subject: { type: 'case', id: file.id }, language: input.language });
    const guide = file.guideId === null && actor.kind === 'account' ? { guideId: actor.id } : {};
    await updateCase(tx, file.id, { responseId, talkLanguage: input.language, ...guide });
    tx.record({ act: 'talk-begun', subjects: caseSubjects(file), detail: { language: input.language } });
    return { id: file.id, page: first };
  },
  done: ({ id, page: first }) => seeOther(`/cases/${id}/talk/${first}`),
  again: async (context) => {
    const opened = await loadTalk(context.read, context.actor, context.params['id'] ?? '');
    return opened ? beginTalkView(opened, context) : notFound;
  },
  api: { summary: 'Begin the talk of a case', output: z.object({ id: z.uuid(), page: z.string() }) },
});
