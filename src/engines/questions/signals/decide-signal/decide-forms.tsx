import { Button, ButtonRow, DescriptionDetails, FieldRow, Form, Panel, SelectField, TextArea, TextField } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { NamesWarning } from '../names-warning.tsx';
import type { Again, OpenedSignal } from '../open-signal/open-signal.ts';
import { typed } from '../signal-parts.tsx';
import { leftReasons, mayBe } from '../signal.ts';

interface Props {
  opened: OpenedSignal;
  context: ViewContext;
  again: Again | undefined;
}

/** What policy can do with a signal now; what is most likely stands open. */
export function DecideForms(props: Props) {
  return (
    <>
      {props.opened.signal.promisedOn && <Keep {...props} promisedOn={props.opened.signal.promisedOn} />}
      <GoOn {...props} />
    </>
  );
}

function Keep({ opened: { signal }, context: { locale, key, today }, again, promisedOn }: Props & { promisedOn: Temporal.PlainDate }) {
  const { values = {}, errors = {} } = again ?? {};
  return (
    <Panel title={text(locale, 'keep.title')} tone={promisedOn.until(today).sign >= 0 ? 'waiting' : undefined}>
      <p>{text(locale, 'keep.what', { day: formatDay(locale, promisedOn) })}</p>
      <Form action={`/signals/${signal.id}/keep`} once={key} version={signal.version} label={text(locale, 'keep.title')}>
        <TextArea locale={locale} name="keptWords" label={text(locale, 'keep.words')} value={typed(values, 'keptWords')} error={errors['keptWords']} rows={2} maxLength={1000} />
        <ButtonRow>
          <Button look="secondary" icon="check">
            {text(locale, 'keep.act')}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function GoOn({ opened, context, again }: Props) {
  const { locale } = context;
  const { signal } = opened;
  if (mayBe(signal, 'answered')) return <Answer opened={opened} context={context} again={again} />;
  if (!mayBe(signal, 'decided')) return null;
  const isPlanned = signal.state === 'on-agenda';
  const errors = again?.errors ?? {};
  return (
    <Panel title={text(locale, isPlanned ? 'decide.title' : 'decide.what-now')} tone="waiting">
      {isPlanned ? <Decide opened={opened} context={context} again={again} /> : <Plan opened={opened} context={context} again={again} />}
      <DescriptionDetails summary={text(locale, isPlanned ? 'plan.other' : 'decide.now')} open={Boolean(isPlanned ? errors['meetingOn'] : (errors['decision'] ?? errors['dueOn']))}>
        {isPlanned ? <Plan opened={opened} context={context} again={again} /> : <Decide opened={opened} context={context} again={again} />}
      </DescriptionDetails>
      <DescriptionDetails summary={text(locale, 'leave.title')} open={Boolean(errors['leftReason'] ?? errors['leftWords'])}>
        <Leave opened={opened} context={context} again={again} />
      </DescriptionDetails>
    </Panel>
  );
}

function Plan({ opened: { signal }, context: { locale, key, today }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  const planned = signal.state === 'on-agenda' ? signal : undefined;
  return (
    <Form action={`/signals/${signal.id}/plan`} once={key} version={signal.version} label={text(locale, 'plan.title')}>
      <FieldRow>
        <TextField locale={locale} name="meetingOn" type="date" size={12} label={text(locale, 'plan.meeting')} value={typed(values, 'meetingOn') ?? planned?.meetingOn?.toString()} error={errors['meetingOn']} min={today.toString()} />
        <TextField locale={locale} name="preparedBy" label={text(locale, 'field.prepared-by')} hint={text(locale, 'field.prepared-by.hint')} value={typed(values, 'preparedBy') ?? planned?.preparedBy ?? undefined} error={errors['preparedBy']} maxLength={120} />
      </FieldRow>
      <ButtonRow>
        <Button look={planned ? 'secondary' : 'primary'} icon="calendar-plus">
          {text(locale, 'plan.act')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function Decide({ opened: { signal }, context: { locale, key, today }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  return (
    <Form action={`/signals/${signal.id}/decide`} once={key} version={signal.version} label={text(locale, 'decide.title')}>
      <TextArea locale={locale} name="decision" label={text(locale, 'field.decision')} hint={text(locale, 'field.decision.hint')} value={typed(values, 'decision')} error={errors['decision']} rows={3} maxLength={2000} />
      <TextArea locale={locale} name="action" label={text(locale, 'field.action')} value={typed(values, 'action')} error={errors['action']} rows={2} maxLength={1000} />
      <TextField locale={locale} name="dueOn" type="date" size={12} label={text(locale, 'field.due-on')} value={typed(values, 'dueOn')} error={errors['dueOn']} min={today.toString()} />
      <ButtonRow>
        <Button look={signal.state === 'on-agenda' ? 'primary' : 'secondary'} icon="check">
          {text(locale, 'decide.act')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function Leave({ opened: { signal }, context: { locale, key }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  return (
    <Form action={`/signals/${signal.id}/leave`} once={key} version={signal.version} label={text(locale, 'leave.title')}>
      <SelectField locale={locale} name="leftReason" label={text(locale, 'leave.reason')} value={typed(values, 'leftReason')} error={errors['leftReason']} placeholder={text(locale, 'field.choose')} options={leftReasons.map((value) => ({ value, label: text(locale, `left.${value}`) }))} />
      <TextArea locale={locale} name="leftWords" label={text(locale, 'leave.words')} value={typed(values, 'leftWords')} error={errors['leftWords']} rows={2} maxLength={1000} />
      <ButtonRow>
        <Button look="secondary">{text(locale, 'leave.act')}</Button>
      </ButtonRow>
    </Form>
  );
}

function Answer({ opened: { signal, steps, names }, context: { locale, key }, again }: Props) {
  const { values = {}, errors = {} } = again ?? {};
  const decision = steps.find(({ step }) => step === 'decided' || step === 'not-taken-up');
  const draft = [decision?.words, decision?.action, decision?.dueOn && text(locale, 'step.due', { day: formatDay(locale, decision.dueOn) })].filter(Boolean).join('\n');
  return (
    <Panel title={text(locale, 'answer.title')} tone="waiting">
      <p>{text(locale, 'answer.what')}</p>
      <Form action={`/signals/${signal.id}/answer`} once={key} version={signal.version} label={text(locale, 'answer.title')}>
        <TextArea locale={locale} name="answer" label={text(locale, 'field.answer')} hint={text(locale, 'field.answer.hint')} value={typed(values, 'answer') ?? draft} error={errors['answer']} rows={5} maxLength={3000} />
        {errors['answer'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
        <ButtonRow>
          <Button icon="send">{text(locale, 'answer.act')}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}
