import { z } from 'zod';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { ActContext, AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type Refusal, type NotFound } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { findPage, isSame, pagesAsked, readAnswers, savePage, type Page, type PageAnswers } from '../../questionnaires/index.ts';
import { updateCase } from '../case.store.ts';
import { lockOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { mayCorrect } from './correction.ts';
import { needsIn, recordNeeds } from './harvest.ts';
import { loadTalk, neighbours, talkSubjects, type OpenedTalk } from './load-talk.ts';
import { talkPageView } from './talk-page.view.tsx';

export const talkPagePage = page({
  path: '/cases/:id/talk/:page',
  permission: 'cases:talk',
  event: 'talk-read',
  input: z.strictObject({ id: field.id(), page: field.text(60) }),
  load: async ({ read, actor, input }) => {
    const opened = await loadTalk(read, actor, input.id);
    const asked = opened?.response && findPage(opened.questionnaire, input.page);
    return opened && asked ? { opened, asked } : notFound;
  },
  view: ({ opened, asked }, context) => talkPageView(opened, asked, context),
  subjects: ({ opened }) => talkSubjects(opened),
});

const input = z.looseObject({
  id: field.id(),
  page: field.text(60),
  /** Of the page as it was saved before; left out on a page that was not. */
  version: field.version().optional(),
});

interface Saved {
  id: string;
  next: string;
  /** Help questions that a correction added; null while the talk is going on. */
  added: number | null;
}

export const saveTalkPageAct = act({
  path: '/cases/:id/talk/:page',
  permission: 'cases:talk',
  event: 'talk-page-saved',
  input,
  act: save,
  done: ({ next, added }, { locale }) => seeOther(next, added === null ? undefined : { kind: 'done', text: text(locale, 'talk.corrected', { count: added }) }),
  again: showPageAgain,
  api: { summary: 'Save one page of a talk; the answers stand beside id, page and version, by field', output: z.object({ id: z.uuid(), next: z.string() }) },
});

async function save(context: ActContext<z.output<typeof input>>): Promise<Saved | Refusal | NotFound> {
  const { tx, actor, locale, input: sent } = context;
  const { id, page: pageId, version = 0, ...values } = sent;
  if (!(await lockOwnCase(tx, actor, id))) return notFound;
  const opened = await loadTalk(tx, actor, id);
  const asked = opened?.response && findPage(opened.questionnaire, pageId);
  if (!opened?.response || !asked) return notFound;
  const isFinished = opened.response.completedAt !== null;
  if (isFinished ? !mayCorrect(opened, context) : opened.file.closedOn) return refuse('talk-closed', { status: 409 });
  const read = readAnswers(opened.questionnaire, asked, values, locale);
  if ('errors' in read) return refuse('not-valid', { field: Object.keys(read.errors)[0] });
  const saved = opened.response.pages[asked.id];
  // Looking at a page and going on changes nothing, and neither does saving what another saved just now.
  const isUnchanged = saved !== undefined && isSame(opened.questionnaire, asked, saved.answers, read.answers);
  if (!isUnchanged && !(await savePage(tx, { responseId: opened.response.id, page: asked.id, version, answers: read.answers, keepEarlier: isFinished }))) return changedMeanwhile();
  if (!isUnchanged) tx.record({ act: isFinished ? 'talk-corrected' : 'talk-page-saved', subjects: talkSubjects(opened), detail: { page: asked.id } });
  if (isFinished) return { id, next: `/cases/${id}`, added: isUnchanged ? 0 : await correct(tx, opened, asked, read.answers) };
  return { id, next: nextAddress(opened, asked, read.answers), added: null };
}

function nextAddress(opened: OpenedTalk, asked: Page, answers: PageAnswers): string {
  const { file } = opened;
  const { after } = neighbours({ ...opened, pages: pagesAsked(opened.questionnaire, { ...opened.answers, [asked.id]: answers }) }, asked);
  return after ? `/cases/${file.id}/talk/${after.id}` : `/cases/${file.id}/finish`;
}

/** What is put right after the end: a need that is new becomes a question, and the approach goes along. The day of the talk stays. */
async function correct(tx: Transaction, opened: OpenedTalk, asked: Page, answers: PageAnswers): Promise<number> {
  const { file, talk, questionnaire } = opened;
  if (talk.approach?.page === asked.id) await updateCase(tx, file.id, { approach: (answers[talk.approach.field] as string | null) ?? null });
  const needs = needsIn(questionnaire, talk, { ...opened.answers, [asked.id]: answers });
  return recordNeeds(tx, file, { needs, heldOn: file.reachedOn! });
}

async function showPageAgain(context: AgainContext) {
  const { read, actor, params, values, refusal } = context;
  const opened = await loadTalk(read, actor, params['id'] ?? '');
  const asked = opened?.response && findPage(opened.questionnaire, params['page'] ?? '');
  if (!opened || !asked) return notFound;
  const { version: _, id: __, page: ___, ...typed } = values;
  const again = readAnswers(opened.questionnaire, asked, typed, context.locale);
  return talkPageView(opened, asked, context, { typed, errors: 'errors' in again ? again.errors : {}, refusal: refusal?.name });
}
