import { Button, ButtonRow, DescriptionDetails, Form, Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong } from '../../../kernel/i18n/format.ts';
import { AnswerFields } from '../answer-referral/answer-fields.tsx';
import { text } from '../messages.ts';
import { answersFor, canTakeBack, stateAfter } from '../move.ts';
import { isBack, isEnded, isWaiting } from '../referral.ts';
import { SlotField } from '../slot-field.tsx';
import { reminderDue, stallsOn } from '../term.ts';
import type { OpenedReferral } from './load-referral.ts';
import type { PanelProps } from './open-referral.view.tsx';

/** What the sender can do now: send, note an answer, make or move an appointment, take back, withdraw. */
export function NextPanel(props: PanelProps) {
  const { opened, context } = props;
  const { referral } = opened;
  const { locale, key } = context;
  const { id, version, state } = referral;
  return (
    <Panel title={text(locale, 'open.next')}>
      {!isBack(referral) && <p>{situation(opened, context)}</p>}
      <ButtonRow>
        {stateAfter('send', referral, 'sender') && !referral.settled && opened.consent && (
          <Form action={`/referrals/${id}/send`} once={key} version={version} label={text(locale, 'send.act')}>
            <Button look={state === 'prepared' ? 'primary' : 'secondary'} icon="send" iconMirrors>
              {text(locale, state === 'prepared' ? 'send.act' : 'send.again')}
            </Button>
          </Form>
        )}
        {state === 'appointment' && (
          <Form action={`/referrals/${id}/appointment-letter`} once={key} label={text(locale, 'letter.act')}>
            <Button icon="printer">{text(locale, 'letter.act')}</Button>
          </Form>
        )}
        {state === 'appointment' && <SmallAct id={id} name="call-off" version={version} context={context} icon="x" />}
        {canTakeBack(referral) && <SmallAct id={id} name="take-back" version={version} context={context} icon="rotate-ccw" />}
      </ButtonRow>
      <Slots {...props} />
      {answersFor(referral).length > 0 && <ByPhone {...props} />}
      <Telling {...props} />
      {!isEnded(state) && (
        <DescriptionDetails summary={text(locale, 'withdraw.act')}>
          <Form action={`/referrals/${id}/withdraw`} once={key} version={version} label={text(locale, 'withdraw.act')}>
            <p>{text(locale, 'withdraw.what')}</p>
            <ButtonRow>
              <Button look="harm" icon="x">
                {text(locale, 'withdraw.act')}
              </Button>
            </ButtonRow>
          </Form>
        </DescriptionDetails>
      )}
    </Panel>
  );
}

function SmallAct({ id, name, version, context: { locale, key }, icon }: { id: string; name: 'call-off' | 'take-back'; version: number; context: ViewContext; icon: 'x' | 'rotate-ccw' }) {
  return (
    <Form action={`/referrals/${id}/${name}`} once={key} version={version} label={text(locale, `${name}.act`)}>
      <Button look="secondary" icon={icon}>
        {text(locale, `${name}.act`)}
      </Button>
    </Form>
  );
}

function situation({ referral, terms }: OpenedReferral, { locale }: ViewContext): string {
  const { state } = referral;
  if (isWaiting(state)) {
    const reminder = reminderDue(referral, terms);
    return reminder ? text(locale, 'open.waiting', { day: formatDayLong(locale, reminder) }) : text(locale, 'open.waiting.last', { day: formatDayLong(locale, stallsOn(referral, terms)) });
  }
  if (state === 'accepted') return text(locale, 'open.accepted', { day: formatDayLong(locale, stallsOn(referral, terms)) });
  if (state === 'appointment') return text(locale, 'open.appointment', { day: formatDayLong(locale, stallsOn(referral, terms)) });
  if (state === 'prepared') return text(locale, 'open.prepared');
  return text(locale, state === 'started' ? 'open.started' : 'open.ended');
}

/** A free moment of the service's own consultation. */
function Slots({ opened: { referral, slots }, context: { locale, key }, wrong }: PanelProps) {
  if (slots.length === 0 || referral.settled) return null;
  const { id, version, state } = referral;
  const said = text(locale, state === 'appointment' ? 'book.move' : 'book.act');
  return (
    <DescriptionDetails summary={said} open={wrong.errors['slot'] !== undefined}>
      <Form action={`/referrals/${id}/book`} once={key} version={version} label={said}>
        <SlotField locale={locale} slots={slots} error={wrong.errors['slot']} placeholder={text(locale, 'book.choose')} />
        <ButtonRow>
          <Button look="secondary" icon="calendar-check">
            {said}
          </Button>
        </ButtonRow>
      </Form>
    </DescriptionDetails>
  );
}

/** The answer came by telephone: noted here, so that nobody waits for the link. */
function ByPhone({ opened: { referral }, context: { locale, key }, wrong }: PanelProps) {
  const { values = {}, errors } = wrong;
  return (
    <DescriptionDetails summary={text(locale, 'by-phone.title')} open={values['answer'] !== undefined || errors['answer'] !== undefined}>
      <Form action={`/referrals/${referral.id}/note-answer`} once={key} version={referral.version} label={text(locale, 'by-phone.title')}>
        <AnswerFields referral={referral} locale={locale} values={values} errors={errors} legend={text(locale, 'by-phone.answer')} />
        <ButtonRow>
          <Button look="secondary" icon="check">
            {text(locale, 'by-phone.act')}
          </Button>
        </ButtonRow>
      </Form>
    </DescriptionDetails>
  );
}

/** Whether the person gets messages about this referral: it can be switched off at any moment. */
function Telling({ opened: { referral }, context: { locale, key } }: PanelProps) {
  if (isEnded(referral.state)) return null;
  return (
    <Form action={`/referrals/${referral.id}/telling`} once={key} version={referral.version} label={text(locale, 'field.tells')}>
      <p>{text(locale, referral.tells ? 'telling.on' : 'telling.off')}</p>
      <ButtonRow>
        <Button look="subtle" small icon={referral.tells ? 'eye-off' : 'message-square-text'} name="tells" value={referral.tells ? 'no' : 'yes'}>
          {text(locale, referral.tells ? 'telling.switch-off' : 'telling.switch-on')}
        </Button>
      </ButtonRow>
    </Form>
  );
}
