import { EmptyState, LinkButton, Panel, StatusChip, SummaryList, TaskList } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong, languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { answerWords, fieldsOf, said } from '../../questionnaires/index.ts';
import { mayCorrect } from '../hold-talk/correction.ts';
import { text } from '../messages.ts';
import type { OpenedCase } from './open-case.ts';

interface Props {
  opened: OpenedCase;
  context: ViewContext;
}

/** What was said in the talk, theme by theme, and the help questions that came of it. */
export function TalkPanel({ opened, context }: Props) {
  const { locale, may } = context;
  const { file, talk, blueprint, questions } = opened;
  if (!may('cases:read')) return null;
  const questionnaire = blueprint.questionnaires.find(({ id }) => id === talk?.questionnaire);
  if (!talk || !questionnaire) {
    if (file.closedOn) return null;
    return (
      <Panel title={text(locale, 'talk.title')}>
        <EmptyState icon="messages-square" title={text(locale, 'talk.none.title')}>
          {text(locale, 'talk.none.what')}
        </EmptyState>
      </Panel>
    );
  }
  const rows = questionnaire.pages
    .filter(({ id, kind }) => kind === 'questions' && talk.pages[id])
    .map((page) => ({
      label: said(page.title, locale),
      value: (
        <ul>
          {fieldsOf(questionnaire, page).flatMap((field) => {
            const words = answerWords(field, talk.pages[page.id]!.answers[field.id], locale);
            return words.length > 0 ? [<li>{said(field.label, locale)} <strong dir="auto">{words.join(', ')}</strong></li>] : [];
          })}
        </ul>
      ),
      changeHref: mayCorrect(opened, context) ? `/cases/${file.id}/talk/${page.id}` : undefined,
    }));
  return (
    <>
      <Panel
        title={text(locale, 'talk.title')}
        act={talk.completedAt && file.reachedOn ? <StatusChip tone="done">{text(locale, 'talk.held', { day: formatDayLong(locale, file.reachedOn) })}</StatusChip> : may('cases:talk') && <LinkButton small icon="pencil" href={`/cases/${file.id}/talk`}>{text(locale, 'talk.go-on')}</LinkButton>}
      >
        <p>{text(locale, 'talk.language', { language: languageName(locale, talk.language) })}</p>
        {rows.length > 0 && <SummaryList locale={locale} rows={rows} />}
      </Panel>
      {talk.completedAt && (
        <Panel title={text(locale, 'needs.title', { count: questions.length })}>
          {questions.length === 0 ? (
            <p>{text(locale, 'needs.none')}</p>
          ) : (
            <TaskList
              label={text(locale, 'needs.title', { count: questions.length })}
              items={questions.map(({ id, theme, note, closedAt, handling }) => ({
                label: note ?? themeLabel(locale, theme),
                href: `/questions/${id}`,
                hint: (
                  <>
                    {themeLabel(locale, theme)}
                    {!closedAt && !handling.includes('referred') && may('referrals:send') && (
                      <>
                        {' · '}
                        <a href={`/referrals/new?question=${id}`}>{text(locale, 'need.refer')}</a>
                      </>
                    )}
                  </>
                ),
                status: closedAt ? { label: text(locale, 'need.closed'), tone: 'closed' as const } : { label: text(locale, handling.includes('referred') ? 'need.referred' : 'need.open'), tone: handling.includes('referred') ? ('busy' as const) : ('waiting' as const) },
              }))}
            />
          )}
        </Panel>
      )}
    </>
  );
}
