import { Button, ButtonRow, CheckboxField, DescriptionDetails, FieldRow, Form, Hidden, Panel, SelectField, TextArea, TextField } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import { NamesWarning } from '../../signals/names-warning.tsx';
import { isStale, usualValidity } from '../expert.ts';
import { typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { Again, OpenedExpertQuestion } from '../open-question/open-expert-question.ts';

interface Props {
  opened: OpenedExpertQuestion;
  context: ViewContext;
  again: Again | undefined;
}

/** What an expert can do with a question that is open. */
export function AnswerForms(props: Props) {
  const { opened, context, again } = props;
  const { question, fitting } = opened;
  const { locale, actor } = context;
  if (question.state === 'answered' || question.state === 'withdrawn') return null;
  const errors = again?.errors ?? {};
  return (
    <>
      {fitting.length > 0 && <Existing {...props} />}
      <Panel title={text(locale, 'answer.title')} tone={question.state === 'paused' ? undefined : 'waiting'}>
        {question.takenBy?.id !== actor.id && <Take {...props} />}
        <NewAnswer {...props} />
        {question.state !== 'paused' && (
          <DescriptionDetails summary={text(locale, 'back.title')} open={errors['back'] !== undefined}>
            <AskBack {...props} />
          </DescriptionDetails>
        )}
        <DescriptionDetails summary={text(locale, 'take.give')} open={errors['expert'] !== undefined}>
          <Give {...props} />
        </DescriptionDetails>
      </Panel>
    </>
  );
}

function Take({ opened: { question }, context: { locale, key } }: Props) {
  return (
    <Form action={`/legal/questions/${question.id}/take`} once={key} version={question.version} label={text(locale, 'take.act')}>
      <ButtonRow>
        <Button look={question.takenBy ? 'secondary' : 'primary'} icon="hand-helping" hotkey="n">
          {text(locale, question.takenBy ? 'take.over' : 'take.act')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function Existing({ opened: { question, fitting }, context: { locale, key, today } }: Props) {
  return (
    <Panel title={text(locale, 'existing.title')}>
      {fitting.map((answer) => (
        <Form action={`/legal/questions/${question.id}/answer`} once={key} version={question.version} label={text(locale, 'existing.use', { question: answer.question })}>
          <Hidden name="existing" value={answer.id} />
          <p>
            <a href={`/legal/answers/${answer.id}`}>{answer.question}</a> · {text(locale, isStale(answer, today) ? 'answer.stale' : 'answer.holds')} · {formatDay(locale, answer.answeredOn)}
          </p>
          <ButtonRow>
            <Button look="secondary" small icon="reply">
              {text(locale, 'existing.act')}
            </Button>
          </ButtonRow>
        </Form>
      ))}
    </Panel>
  );
}

function NewAnswer({ opened: { question, names }, context: { locale, key, today }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  const isPublished = again ? values['publish'] !== undefined : true;
  return (
    <Form action={`/legal/questions/${question.id}/answer`} once={key} version={question.version} label={text(locale, 'answer.title')}>
      <TextArea locale={locale} name="answer" label={text(locale, 'field.answer')} hint={text(locale, 'field.answer.hint')} value={typed(values, 'answer')} error={errors['answer']} rows={8} maxLength={8000} />
      {errors['answer'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
      <TextArea locale={locale} name="sources" label={text(locale, 'field.sources')} hint={text(locale, 'field.sources.hint')} value={typed(values, 'sources')} error={errors['sources']} rows={2} maxLength={2000} />
      <CheckboxField locale={locale} name="publish" label={text(locale, 'answer.publish')} hint={text(locale, 'answer.publish.hint')} checked={isPublished} />
      <FieldRow>
        <TextField locale={locale} name="general" label={text(locale, 'field.general')} hint={text(locale, 'field.general.hint')} value={typed(values, 'general')} error={errors['general']} maxLength={500} />
        <TextField locale={locale} name="reviewBy" type="date" size={12} label={text(locale, 'field.review-by')} value={typed(values, 'reviewBy') ?? today.add(usualValidity).toString()} error={errors['reviewBy']} min={today.add({ days: 1 }).toString()} />
      </FieldRow>
      <ButtonRow>
        <Button icon="send">{text(locale, 'answer.act')}</Button>
      </ButtonRow>
    </Form>
  );
}

function AskBack({ opened: { question, names }, context: { locale, key }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  return (
    <Form action={`/legal/questions/${question.id}/ask-back`} once={key} version={question.version} label={text(locale, 'back.title')}>
      <TextArea locale={locale} name="back" label={text(locale, 'back.words')} hint={text(locale, 'back.hint')} value={typed(values, 'back')} error={errors['back']} rows={3} maxLength={2000} />
      {errors['back'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
      <ButtonRow>
        <Button look="secondary">{text(locale, 'back.act')}</Button>
      </ButtonRow>
    </Form>
  );
}

function Give({ opened: { question, experts }, context: { locale, key }, again }: Props) {
  const { errors = {} } = again ?? {};
  return (
    <Form action={`/legal/questions/${question.id}/take`} once={key} version={question.version} label={text(locale, 'take.give')}>
      <SelectField locale={locale} name="expert" label={text(locale, 'take.to')} error={errors['expert']} value={question.takenBy?.id} options={experts.map(({ id, name }) => ({ value: id, label: name }))} />
      <ButtonRow>
        <Button look="secondary">{text(locale, 'take.give.act')}</Button>
      </ButtonRow>
    </Form>
  );
}

/** For whoever asked, while the expert waits for a reply. */
export function ReplyForm({ opened: { question, names }, context: { locale, key }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  return (
    <Panel title={text(locale, 'reply.title')} tone="waiting">
      <p>{text(locale, 'reply.what')}</p>
      <Form action={`/legal/questions/${question.id}/reply`} once={key} version={question.version} label={text(locale, 'reply.title')}>
        <TextArea locale={locale} name="reply" label={text(locale, 'reply.words')} value={typed(values, 'reply')} error={errors['reply']} rows={3} maxLength={2000} />
        {errors['reply'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
        <ButtonRow>
          <Button icon="send">{text(locale, 'reply.act')}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}
