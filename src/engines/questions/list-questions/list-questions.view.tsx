import { EmptyState, LinkButton, Pagination, Table, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { StateChip } from '../open-question/open-question.view.tsx';
import { channelLabel, handlingLabel, type QuestionLine } from '../question.ts';
import { momentWords } from './moment-words.ts';
import { listAddress } from './list-address.ts';
import { QuestionFilters } from './list-filters.tsx';
import type { QuestionList } from './list-questions.ts';
import type { Sort } from './question-filter.ts';

export function listQuestionsView(list: QuestionList, context: ViewContext) {
  const { locale, may } = context;
  const { filter, sort, questions, next, previous } = list;
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== false);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'list.title')}
      wide
      act={
        may('questions:record') && (
          <LinkButton look="primary" icon="plus" hotkey="n" href="/questions/new">
            {text(locale, 'list.record')}
          </LinkButton>
        )
      }
    >
      {(questions.length > 0 || isFiltered) && <QuestionFilters list={list} context={context} />}
      <Table
        locale={locale}
        caption={text(locale, 'list.title')}
        columns={columns(list, context)}
        rows={questions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/questions/${id}`}
        tone={({ closedAt }) => (closedAt === null ? 'waiting' : undefined)}
        empty={isFiltered ? <NothingFound context={context} /> : <NothingYet context={context} />}
      />
      <Pagination
        locale={locale}
        previousHref={previous && listAddress(filter, sort, { before: previous })}
        nextHref={next && listAddress(filter, sort, { after: next })}
      />
      {may('questions:export') && questions.length > 0 && (
        <p>
          <a href={listAddress(filter, 'newest', {}, '/questions/export')} download>
            {text(locale, 'export.act')}
          </a>{' '}
          {text(locale, 'export.what')}
        </p>
      )}
    </WorkPage>
  );
}

function columns({ names, own: { area, subThemes }, filter, sort }: QuestionList, { locale }: ViewContext): Column<QuestionLine>[] {
  const own = new Map(subThemes.map(({ id, theme, label }) => [id, `${themeLabel(locale, theme)}: ${label}`]));
  const nameOf = new Map(area.map(({ nis, name }) => [nis, name]));
  const by = (code: Sort) => ({ href: listAddress(filter, code), direction: sort === code ? ('ascending' as const) : undefined });
  const byMoment = {
    href: listAddress(filter, sort === 'newest' ? 'oldest' : 'newest'),
    direction: sort === 'newest' ? ('descending' as const) : sort === 'oldest' ? ('ascending' as const) : undefined,
  };
  const where = ({ place, municipality }: QuestionLine) => [place?.label, municipality && (nameOf.get(municipality) ?? municipality)].filter(Boolean).join(', ');
  return [
    { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme, subThemeId }) => (subThemeId && own.get(subThemeId)) || themeLabel(locale, theme), sort: by('theme'), nowrap: true },
    { key: 'note', head: text(locale, 'field.note'), cell: ({ note }) => note && <span dir="auto">{short(note)}</span>, grow: true },
    { key: 'when', head: text(locale, 'list.when'), cell: ({ askedAt }) => momentWords(locale, askedAt), sort: byMoment, nowrap: true },
    { key: 'channel', head: text(locale, 'field.channel'), cell: ({ channel }) => channelLabel(locale, channel), wideOnly: true },
    { key: 'language', head: text(locale, 'field.language.short'), cell: ({ language }) => languageName(locale, language), wideOnly: true },
    { key: 'where', head: text(locale, 'field.place'), cell: where, sort: by('municipality'), wideOnly: true },
    { key: 'handling', head: text(locale, 'field.handling.short'), cell: ({ handling }) => handling.map((code) => handlingLabel(locale, code)).join(', '), nowrap: true },
    { key: 'minutes', head: text(locale, 'field.minutes.short'), cell: (question) => minutesOf(question, locale), numeric: true, wideOnly: true },
    { key: 'asker', head: text(locale, 'field.asker'), cell: ({ personId, pseudonymId }) => (personId ? (names.get(personId) ?? text(locale, 'asker.named')) : text(locale, pseudonymId ? 'asker.pseudonymous' : 'asker.anonymous')), nowrap: true },
    { key: 'state', head: text(locale, 'list.state'), cell: (question) => <StateChip question={question} locale={locale} /> },
  ];
}

/** '40', or '40 + 35 op weg'. */
function minutesOf({ minutes, visit }: QuestionLine, locale: ViewContext['locale']): string {
  const travel = visit?.travelMinutes ?? null;
  return travel === null ? String(minutes ?? '') : text(locale, 'list.minutes.travel', { minutes: minutes ?? 0, travel });
}

function short(note: string): string {
  return note.length > 40 ? `${note.slice(0, 38).trimEnd()}…` : note;
}

function NothingFound({ context: { locale } }: { context: ViewContext }) {
  return (
    <EmptyState icon="search" title={text(locale, 'list.nothing.title')} act={<LinkButton href="/questions">{text(locale, 'list.nothing.act')}</LinkButton>}>
      {text(locale, 'list.nothing.what')}
    </EmptyState>
  );
}

function NothingYet({ context: { locale, may } }: { context: ViewContext }) {
  const act = may('questions:record') && (
    <LinkButton look="primary" icon="plus" href="/questions/new">
      {text(locale, 'list.record')}
    </LinkButton>
  );
  return (
    <EmptyState icon="message-circle-question-mark" title={text(locale, 'list.empty.title')} act={act || undefined}>
      {text(locale, 'list.empty.what')}
    </EmptyState>
  );
}
