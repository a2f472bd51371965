import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, RadioGroup, SelectField, TaskList, TextArea, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import { NamesWarning } from '../../signals/names-warning.tsx';
import { expertThemes, isStale, urgencies, type ExpertAnswer } from '../expert.ts';
import { themeName, typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { AskScreen } from './ask-expert.ts';

export function askExpertView(screen: AskScreen, context: ViewContext) {
  const { locale } = context;
  const { fitting, values, errors } = screen;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'ask.title')} lead={text(locale, 'ask.lead')} crumbs={[{ href: '/legal', label: text(locale, 'answers.title') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      {fitting === undefined ? (
        <First helpQuestion={typed(values, 'helpQuestion')} error={errors['ask']} context={context} />
      ) : (
        <>
          <Fitting answers={fitting} context={context} />
          <AskForm screen={screen} context={context} />
        </>
      )}
    </WorkPage>
  );
}

function First({ helpQuestion, error, context: { locale } }: { helpQuestion: string | undefined; error: string | undefined; context: ViewContext }) {
  return (
    <Panel>
      <Form action="/legal/ask" method="get" label={text(locale, 'ask.title')}>
        <TextArea locale={locale} name="q" label={text(locale, 'field.ask')} hint={text(locale, 'field.ask.hint')} error={error} rows={4} maxLength={2000} />
        {helpQuestion && <Hidden name="question" value={helpQuestion} />}
        <ButtonRow>
          <Button icon="search">{text(locale, 'ask.search')}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function Fitting({ answers, context: { locale, today } }: { answers: ExpertAnswer[]; context: ViewContext }) {
  if (answers.length === 0) return <Alert>{text(locale, 'ask.nothing-fits')}</Alert>;
  return (
    <Panel title={text(locale, 'ask.fits')}>
      <TaskList
        label={text(locale, 'ask.fits')}
        items={answers.map((answer) => ({
          label: answer.question,
          href: `/legal/answers/${answer.id}`,
          hint: text(locale, 'answers.hint', { theme: themeName(locale, answer.theme), day: formatDay(locale, answer.answeredOn) }),
          status: isStale(answer, today) ? { label: text(locale, 'answer.stale'), tone: 'waiting' as const } : { label: text(locale, 'answer.holds'), tone: 'done' as const },
        }))}
      />
    </Panel>
  );
}

function AskForm({ screen: { values, errors, names, term }, context: { locale, key } }: { screen: AskScreen; context: ViewContext }) {
  const helpQuestion = typed(values, 'helpQuestion');
  return (
    <Panel title={text(locale, 'ask.form')}>
      <Form action="/legal/questions" once={key} label={text(locale, 'ask.form')}>
        <Alert kind="warning">{text(locale, 'ask.no-names')}</Alert>
        <TextArea locale={locale} name="ask" label={text(locale, 'field.ask')} value={typed(values, 'ask')} error={errors['ask']} rows={6} maxLength={4000} />
        {names.length > 0 && <NamesWarning names={names} locale={locale} />}
        <FieldRow>
          <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={typed(values, 'theme')} error={errors['theme']} placeholder={text(locale, 'field.choose')} options={expertThemes.map((value) => ({ value, label: themeName(locale, value) }))} />
          <RadioGroup
            locale={locale}
            name="urgency"
            inline
            label={text(locale, 'field.urgency')}
            value={typed(values, 'urgency') ?? 'normal'}
            error={errors['urgency']}
            options={urgencies.map((value) => ({ value, label: text(locale, `urgency.${value}`, { count: value === 'urgent' ? term.urgentDays : term.normalDays }) }))}
          />
        </FieldRow>
        {helpQuestion && <Hidden name="helpQuestion" value={helpQuestion} />}
        {helpQuestion && <p>{text(locale, 'ask.linked')}</p>}
        <ButtonRow>
          <Button icon="send">{text(locale, 'ask.send')}</Button>
          <LinkButton look="subtle" href="/legal">
            {text(locale, 'ask.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Panel>
  );
}
