import { CheckboxField, EmptyState, FilterBar, LinkButton, SelectField, Table, Tabs, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import { expertThemes, isStale, type ExpertAnswer } from '../expert.ts';
import { themeName, ValidityChip } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import { helpdeskTabs } from '../tabs.ts';
import type { AnswerList, AnswerSearch } from './search-answers.ts';

export function searchAnswersView({ input, answers }: AnswerList, context: ViewContext) {
  const { locale, today, may } = context;
  const isFiltered = Boolean(input.q ?? input.theme) || input.due;
  const ask = (
    <LinkButton look="primary" icon="message-circle-question-mark" hotkey="n" href="/legal/ask">
      {text(locale, 'ask.act')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'answers.title')} lead={text(locale, 'answers.lead')} wide act={ask}>
      <Tabs label={text(locale, 'navigation.label')} items={helpdeskTabs(context, 'answers')} />
      {(answers.length > 0 || isFiltered) && <Filters input={input} count={answers.length} context={context} />}
      <Table
        locale={locale}
        caption={text(locale, 'answers.title')}
        columns={columns(context)}
        rows={answers}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/legal/answers/${id}`}
        tone={(answer) => (isStale(answer, today) ? 'waiting' : undefined)}
        empty={
          <EmptyState icon="scale" title={text(locale, isFiltered ? 'answers.nothing.title' : 'answers.empty.title')} act={ask}>
            {text(locale, isFiltered ? 'answers.nothing.what' : 'answers.empty.what')}
          </EmptyState>
        }
      />
      {may('questions:answer-expert') && (
        <p>
          {text(locale, 'queue.partners')} <a href="/ask-legal">{`${context.publicUrl}/ask-legal`}</a>
        </p>
      )}
    </WorkPage>
  );
}

function Filters({ input, count, context: { locale } }: { input: AnswerSearch; count: number; context: ViewContext }) {
  const address = ({ q, theme, due }: AnswerSearch) => {
    const query = new URLSearchParams(Object.entries({ q, theme, due: due ? 'yes' : undefined }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    return query.size > 0 ? `/legal?${query}` : '/legal';
  };
  return (
    <FilterBar
      locale={locale}
      action="/legal"
      result={text(locale, 'answers.count', { count })}
      clearHref="/legal"
      active={[
        ...(input.q ? [{ label: `“${input.q}”`, removeHref: address({ ...input, q: undefined }) }] : []),
        ...(input.theme ? [{ label: themeName(locale, input.theme), removeHref: address({ ...input, theme: undefined }) }] : []),
        ...(input.due ? [{ label: text(locale, 'answers.due'), removeHref: address({ ...input, due: false }) }] : []),
      ]}
    >
      <TextField locale={locale} name="q" label={text(locale, 'answers.words')} value={input.q} maxLength={200} />
      <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={input.theme} placeholder={text(locale, 'filter.all')} options={expertThemes.map((value) => ({ value, label: themeName(locale, value) }))} />
      <CheckboxField locale={locale} name="due" label={text(locale, 'answers.due')} checked={input.due} />
    </FilterBar>
  );
}

function columns(context: ViewContext): Column<ExpertAnswer>[] {
  const { locale } = context;
  return [
    { key: 'question', head: text(locale, 'field.question'), cell: ({ question }) => question, grow: true },
    { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme }) => themeName(locale, theme), nowrap: true },
    { key: 'day', head: text(locale, 'field.answered-on'), cell: ({ answeredOn }) => formatDay(locale, answeredOn), nowrap: true },
    { key: 'used', head: text(locale, 'field.used'), cell: ({ used }) => (used > 0 ? text(locale, 'answers.used', { count: used }) : ''), nowrap: true, wideOnly: true },
    { key: 'valid', head: text(locale, 'field.validity'), cell: (answer) => <ValidityChip answer={answer} context={context} />, nowrap: true },
  ];
}
