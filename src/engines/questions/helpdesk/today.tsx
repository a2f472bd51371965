import type { TodayPart } from '../../../kernel/engine.ts';
import { LinkButton, Panel, TaskList } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatDayRelative } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findAnswers } from './expert-answer.store.ts';
import { findExpertQuestions, findWaitingForAsker } from './expert-question.store.ts';
import { stateTones, type ExpertAnswer, type ExpertQuestion } from './expert.ts';
import { themeName } from './helpdesk-parts.tsx';
import { text } from './messages.ts';

const shown = 6;

interface ToAnswer {
  questions: ExpertQuestion[];
  due: ExpertAnswer[];
}

/** For experts: what is asked, the first due first, and answers whose day of review has come. */
export const toAnswer: TodayPart = {
  permission: 'questions:answer-expert',
  order: 34,
  load: async ({ read, actor, today }): Promise<ToAnswer | undefined> => {
    const open = await findExpertQuestions(read, { states: ['asked', 'taken'] }, 50);
    // What a colleague took on is the colleague's.
    const questions = open.filter(({ takenBy }) => takenBy === null || takenBy.id === actor.id).slice(0, shown);
    const due = await findAnswers(read, { reviewBy: today }, shown);
    return questions.length + due.length > 0 ? { questions, due } : undefined;
  },
  view: ({ questions, due }: ToAnswer, context: ViewContext) => {
    const { locale, today } = context;
    return (
      <Panel title={text(locale, 'today.title')} tone="waiting" act={<a href="/legal/questions?state=open">{text(locale, 'queue.title')}</a>}>
        {questions.length > 0 && (
          <TaskList
            label={text(locale, 'today.to-answer')}
            items={questions.map(({ id, question, theme, dueOn, state }) => ({
              label: short(question),
              href: `/legal/questions/${id}`,
              hint: [themeName(locale, theme), dueOn && text(locale, Temporal.PlainDate.compare(dueOn, today) < 0 ? 'today.was-due' : 'today.due', { day: formatDayRelative(locale, dueOn, today) })].filter(Boolean).join(', '),
              status: dueOn && Temporal.PlainDate.compare(dueOn, today) < 0 ? { label: text(locale, 'today.late'), tone: 'harm' as const } : { label: text(locale, `state.${state}`), tone: stateTones[state] },
            }))}
          />
        )}
        {due.length > 0 && (
          <TaskList
            label={text(locale, 'today.to-review')}
            items={due.map((answer) => ({ label: answer.question, href: `/legal/answers/${answer.id}`, hint: text(locale, 'today.review', { day: formatDay(locale, answer.reviewBy) }), status: { label: text(locale, 'answer.stale'), tone: 'waiting' as const } }))}
          />
        )}
      </Panel>
    );
  },
};

/** For who asked: an answer to read, or something that the expert asks back. */
export const forAsker: TodayPart = {
  permission: 'questions:ask-expert',
  order: 36,
  load: async ({ read, actor }): Promise<ExpertQuestion[] | undefined> => {
    const questions = await findWaitingForAsker(read, actor.id, shown);
    return questions.length > 0 ? questions : undefined;
  },
  view: (questions: ExpertQuestion[], { locale }: ViewContext) => (
    <Panel
      title={text(locale, 'today.answered')}
      tone="waiting"
      act={
        <LinkButton small href="/legal/questions">
          {text(locale, 'queue.mine')}
        </LinkButton>
      }
    >
      <TaskList
        label={text(locale, 'today.answered')}
        items={questions.map(({ id, question, state }) => ({ label: short(question), href: `/legal/questions/${id}`, status: state === 'paused' ? { label: text(locale, 'today.reply'), tone: 'waiting' as const } : { label: text(locale, 'state.answered'), tone: 'done' as const } }))}
      />
    </Panel>
  ),
};

function short(question: string): string {
  return question.length > 80 ? `${question.slice(0, 78).trimEnd()}…` : question;
}
