import { Button, ButtonRow, ErrorSummary, Form, Panel, PrintButton, StatusChip, SummaryList, TextArea, WelcomePage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDayLong, formatMoment } from '../../../../kernel/i18n/format.ts';
import { Lines } from '../../signals/signal-parts.tsx';
import { NamesWarning } from '../../signals/names-warning.tsx';
import { ExpertChip, Sources, themeName, typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { Followed } from './follow-question.ts';

export function followQuestionView(followed: Followed, context: ViewContext) {
  const { question, messages, errors } = followed;
  const { locale, tenant } = context;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'partner.own', { tenant: tenant.name })} languages={[]}>
      <ErrorSummary locale={locale} errors={errors} />
      {question.state === 'unconfirmed' ? <Confirm context={context} /> : <p>{question.state === 'paused' ? <StatusChip tone="waiting">{text(locale, 'state.own.paused')}</StatusChip> : <ExpertChip question={question} locale={locale} />}</p>}
      <Panel title={text(locale, 'field.question')}>
        <p>
          <Lines>{question.question}</Lines>
        </p>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'field.theme'), value: themeName(locale, question.theme) },
            ...(question.dueOn && question.state !== 'answered' ? [{ label: text(locale, 'partner.due'), value: question.state === 'paused' ? text(locale, 'partner.due.paused') : formatDayLong(locale, question.dueOn) }] : []),
          ]}
        />
      </Panel>
      {messages.map(({ fromExpert, words, at }) => (
        <Panel title={text(locale, fromExpert ? 'message.expert' : 'message.partner')}>
          <p>
            <Lines>{words}</Lines>
          </p>
          <p>{formatMoment(locale, at)}</p>
        </Panel>
      ))}
      {question.state === 'paused' && <Reply followed={followed} context={context} />}
      {question.state === 'answered' && (
        <Panel title={text(locale, 'field.answer')}>
          <p>
            <Lines>{question.answer ?? ''}</Lines>
          </p>
          <h3 class="utrecht-heading-4">{text(locale, 'field.sources')}</h3>
          <Sources sources={question.sources} />
          {question.answeredAt && <p>{text(locale, 'question.answered', { day: formatMoment(locale, question.answeredAt) })}</p>}
          <PrintButton locale={locale} />
        </Panel>
      )}
    </WelcomePage>
  );
}

function Confirm({ context: { locale, key, linkSecret } }: { context: ViewContext }) {
  return (
    <Form action={`/ask-legal/${linkSecret}/confirm`} once={key} label={text(locale, 'partner.confirm')}>
      <p>{text(locale, 'partner.confirm.what')}</p>
      <ButtonRow>
        <Button icon="send">{text(locale, 'partner.confirm')}</Button>
      </ButtonRow>
    </Form>
  );
}

function Reply({ followed: { question, values, errors, names }, context: { locale, key, linkSecret } }: { followed: Followed; context: ViewContext }) {
  return (
    <Form action={`/ask-legal/${linkSecret}/reply`} once={key} version={question.version} label={text(locale, 'reply.title')}>
      <TextArea locale={locale} name="reply" label={text(locale, 'reply.words')} value={typed(values, 'reply')} error={errors['reply']} rows={4} maxLength={2000} />
      {errors['reply'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
      <ButtonRow>
        <Button icon="send">{text(locale, 'reply.act')}</Button>
      </ButtonRow>
    </Form>
  );
}
