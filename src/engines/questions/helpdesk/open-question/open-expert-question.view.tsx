import { Button, ButtonRow, Columns, ErrorSummary, Form, LinkButton, Panel, PrintButton, SummaryList, Timeline, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatMoment } from '../../../../kernel/i18n/format.ts';
import { Lines } from '../../signals/signal-parts.tsx';
import { AnswerForms, ReplyForm } from '../answer-question/answer-forms.tsx';
import { pausesOf } from '../expert.ts';
import { ExpertChip, ExpertClock, Sources, themeName } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { Again, OpenedExpertQuestion } from './open-expert-question.ts';

export function openExpertQuestionView(opened: OpenedExpertQuestion, context: ViewContext, again?: Again) {
  const { question, messages } = opened;
  const { locale, actor, may } = context;
  const isAsker = question.askedBy?.id === actor.id;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'question.title', { theme: themeName(locale, question.theme) })}
      lead={
        <>
          <ExpertChip question={question} locale={locale} /> <ExpertClock question={question} pauses={pausesOf(messages)} context={context} />
        </>
      }
      crumbs={[{ href: '/legal/questions', label: text(locale, 'queue.title') }]}
      act={<PrintButton locale={locale} />}
    >
      {again && <ErrorSummary locale={locale} errors={again.errors} />}
      <Columns
        main={
          <>
            <Panel title={text(locale, 'field.question')}>
              <p>
                <Lines>{question.question}</Lines>
              </p>
            </Panel>
            {question.state === 'answered' && <Given opened={opened} context={context} isAsker={isAsker} />}
            {isAsker && question.state === 'paused' && <ReplyForm opened={opened} context={context} again={again} />}
            {may('questions:answer-expert') && <AnswerForms opened={opened} context={context} again={again} />}
          </>
        }
        side={<Side opened={opened} context={context} isAsker={isAsker} />}
      />
    </WorkPage>
  );
}

function Given({ opened: { question, published }, context: { locale, key }, isAsker }: { opened: OpenedExpertQuestion; context: ViewContext; isAsker: boolean }) {
  return (
    <Panel title={text(locale, 'field.answer')} act={published && <a href={`/legal/answers/${published.id}`}>{text(locale, 'question.published')}</a>}>
      <p>
        <Lines>{question.answer ?? ''}</Lines>
      </p>
      <h3 class="utrecht-heading-4">{text(locale, 'field.sources')}</h3>
      <Sources sources={question.sources} />
      {question.answeredAt && <p>{text(locale, 'question.answered', { day: formatMoment(locale, question.answeredAt) })}</p>}
      {isAsker && question.readAt === null && (
        <Form action={`/legal/questions/${question.id}/read`} once={key} label={text(locale, 'today.read')}>
          <ButtonRow>
            <Button icon="check">{text(locale, 'today.read')}</Button>
            <LinkButton look="subtle" href="/legal/ask">
              {text(locale, 'question.ask-another')}
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}

function Side({ opened: { question, messages }, context: { locale, may, key }, isAsker }: { opened: OpenedExpertQuestion; context: ViewContext; isAsker: boolean }) {
  const { askedBy, partner, takenBy, helpQuestionId } = question;
  const rows = [
    { label: text(locale, 'field.asked-by'), value: askedBy?.name ?? text(locale, 'question.partner', { partner: partner?.name ?? '' }) },
    { label: text(locale, 'field.theme'), value: themeName(locale, question.theme) },
    { label: text(locale, 'field.urgency'), value: text(locale, `urgency.short.${question.urgency}`) },
    ...(takenBy ? [{ label: text(locale, 'field.taken-by'), value: takenBy.name }] : []),
    ...(helpQuestionId && may('questions:read') ? [{ label: text(locale, 'field.help-question'), value: <a href={`/questions/${helpQuestionId}`}>{text(locale, 'question.open-help')}</a> }] : []),
  ];
  const canWithdraw = isAsker && (question.state === 'asked' || question.state === 'taken' || question.state === 'paused');
  return (
    <>
      <Panel title={text(locale, 'question.facts')}>
        <SummaryList locale={locale} rows={rows} />
        {canWithdraw && (
          <Form action={`/legal/questions/${question.id}/withdraw`} once={key} version={question.version} label={text(locale, 'withdraw.act')}>
            <ButtonRow>
              <Button look="subtle" small>
                {text(locale, 'withdraw.act')}
              </Button>
            </ButtonRow>
          </Form>
        )}
      </Panel>
      {messages.length > 0 && (
        <Panel title={text(locale, 'question.messages')}>
          <Timeline label={text(locale, 'question.messages')} entries={messages.map(({ fromExpert, words, at }) => ({ moment: at.toString(), when: formatMoment(locale, at), title: text(locale, fromExpert ? 'message.expert' : 'message.asker'), detail: <p><Lines>{words}</Lines></p> }))} />
        </Panel>
      )}
    </>
  );
}
