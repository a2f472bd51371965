import type { TodayPart } from '../../kernel/engine.ts';
import { ButtonRow, LinkButton, Panel, TaskList } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { formatDayRelative } from '../../kernel/i18n/format.ts';
import { themeLabel } from '../directory/index.ts';
import { text } from './messages.ts';
import { channelLabel, type Question } from './question.ts';
import { findOpenOf, findRecent } from './recent.store.ts';

interface MyQuestions {
  open: Question[];
  countOfOpen: number;
  countOfToday: number;
}

const shown = 5;

/** The reader's own open questions, the oldest first, and how many were recorded today. */
export const todayPart: TodayPart = {
  permission: 'questions:record',
  order: 30,
  load: async ({ read, actor }): Promise<MyQuestions> => {
    const { questions, count } = await findOpenOf(read, actor.id, shown);
    const { countOfToday } = await findRecent(read, actor.id);
    return { open: questions, countOfOpen: count, countOfToday };
  },
  view: ({ open, countOfOpen, countOfToday }: MyQuestions, { locale, today }: ViewContext) => (
    <Panel
      title={text(locale, 'today.title')}
      tone={countOfOpen > 0 ? 'waiting' : undefined}
      act={
        <LinkButton small look="secondary" icon="plus" href="/questions/new">
          {text(locale, 'today.record')}
        </LinkButton>
      }
    >
      <p>
        {text(locale, 'today.recorded', { count: countOfToday })} · {text(locale, 'today.open', { count: countOfOpen })}
      </p>
      {open.length > 0 && (
        <TaskList
          label={text(locale, 'saved.mine-open')}
          items={open.map((question) => ({
            label: text(locale, 'question.title', { theme: themeLabel(locale, question.theme) }),
            href: `/questions/${question.id}`,
            hint: `${channelLabel(locale, question.channel)}, ${formatDayRelative(locale, dayOf(question.askedAt), today)}`,
            status: { label: text(locale, 'state.open'), tone: 'waiting' },
          }))}
        />
      )}
      {countOfOpen > open.length && (
        <ButtonRow>
          <a href="/questions?state=open&mine=yes&sort=oldest">{text(locale, 'today.all-open')}</a>
        </ButtonRow>
      )}
    </Panel>
  ),
};
