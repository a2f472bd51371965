import { CheckboxField, EmptyState, FilterBar, LinkButton, SelectField, Table, Tabs, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import { formatDay, formatDayRelative } from '../../../../kernel/i18n/format.ts';
import { expertThemes, urgencies, type ExpertQuestion } from '../expert.ts';
import { ExpertChip, ExpertClock, themeName } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import { helpdeskTabs } from '../tabs.ts';
import type { ExpertList, ExpertListInput } from './list-expert-questions.ts';

export function listExpertQuestionsView(list: ExpertList, context: ViewContext) {
  const { locale } = context;
  const { questions, input, inTime } = list;
  const isFiltered = input.state !== undefined || input.theme !== undefined || input.urgency !== undefined || input.mine;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'queue.title')}
      lead={inTime && inTime.n > 0 ? text(locale, 'queue.in-time', { count: inTime.n, inTime: inTime.inTime }) : text(locale, 'queue.lead')}
      wide
      act={
        <LinkButton look="primary" icon="message-circle-question-mark" hotkey="n" href="/legal/ask">
          {text(locale, 'ask.act')}
        </LinkButton>
      }
    >
      <Tabs label={text(locale, 'navigation.label')} items={helpdeskTabs(context, 'queue')} />
      {(questions.length > 0 || isFiltered) && <Filters list={list} context={context} />}
      <Table
        locale={locale}
        caption={text(locale, 'queue.title')}
        columns={columns(context)}
        rows={questions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/legal/questions/${id}`}
        tone={({ state }) => (state === 'asked' ? 'waiting' : undefined)}
        empty={
          isFiltered ? (
            <EmptyState icon="search" title={text(locale, 'queue.nothing.title')} act={<LinkButton href="/legal/questions">{text(locale, 'queue.nothing.act')}</LinkButton>}>
              {text(locale, 'queue.nothing.what')}
            </EmptyState>
          ) : (
            <EmptyState icon="scale" title={text(locale, 'queue.empty.title')} act={<LinkButton look="primary" href="/legal/ask">{text(locale, 'ask.act')}</LinkButton>}>
              {text(locale, context.may('questions:answer-expert') ? 'queue.empty.expert' : 'queue.empty.asker')}
            </EmptyState>
          )
        }
      />
    </WorkPage>
  );
}

function addressOf({ state, theme, urgency, mine }: ExpertListInput): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, theme, urgency, mine: mine ? 'yes' : undefined })) if (value) query.set(name, value);
  return query.size > 0 ? `/legal/questions?${query}` : '/legal/questions';
}

function Filters({ list: { input, questions }, context: { locale, may } }: { list: ExpertList; context: ViewContext }) {
  const all = text(locale, 'filter.all');
  const chip = (label: string, without: Partial<ExpertListInput>) => ({ label, removeHref: addressOf({ ...input, ...without }) });
  return (
    <FilterBar
      locale={locale}
      action="/legal/questions"
      result={text(locale, 'queue.count', { count: questions.length })}
      clearHref="/legal/questions"
      active={[
        ...(input.state ? [chip(text(locale, `filter.${input.state}`), { state: undefined })] : []),
        ...(input.theme ? [chip(themeName(locale, input.theme), { theme: undefined })] : []),
        ...(input.urgency ? [chip(text(locale, `urgency.short.${input.urgency}`), { urgency: undefined })] : []),
        ...(input.mine ? [chip(text(locale, 'filter.mine'), { mine: false })] : []),
      ]}
    >
      <SelectField locale={locale} name="state" label={text(locale, 'field.state')} value={input.state} placeholder={all} options={(['open', 'answered', 'withdrawn'] as const).map((value) => ({ value, label: text(locale, `filter.${value}`) }))} />
      <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={input.theme} placeholder={all} options={expertThemes.map((value) => ({ value, label: themeName(locale, value) }))} />
      <SelectField locale={locale} name="urgency" label={text(locale, 'field.urgency')} value={input.urgency} placeholder={all} options={urgencies.map((value) => ({ value, label: text(locale, `urgency.short.${value}`) }))} />
      {may('questions:answer-expert') && <CheckboxField locale={locale} name="mine" label={text(locale, 'filter.mine')} checked={input.mine} />}
    </FilterBar>
  );
}

function columns(context: ViewContext): Column<ExpertQuestion>[] {
  const { locale, today } = context;
  return [
    { key: 'question', head: text(locale, 'field.question'), cell: ({ question }) => (question.length > 90 ? `${question.slice(0, 88).trimEnd()}…` : question), grow: true },
    { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme }) => themeName(locale, theme), nowrap: true },
    { key: 'asked', head: text(locale, 'field.asked'), cell: ({ askedAt }) => askedAt && <span title={formatDay(locale, dayOf(askedAt))}>{formatDayRelative(locale, dayOf(askedAt), today)}</span>, nowrap: true },
    { key: 'who', head: text(locale, 'field.asked-by'), cell: ({ askedBy, partner }) => askedBy?.name ?? partner?.name, wideOnly: true },
    { key: 'expert', head: text(locale, 'field.taken-by'), cell: ({ takenBy }) => takenBy?.name, wideOnly: true },
    { key: 'clock', head: text(locale, 'field.term'), cell: (question) => <ExpertClock question={question} context={context} />, nowrap: true },
    { key: 'state', head: text(locale, 'field.state'), cell: (question) => <ExpertChip question={question} locale={locale} /> },
  ];
}
