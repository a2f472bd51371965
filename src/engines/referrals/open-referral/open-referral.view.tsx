import { Button, ButtonRow, Columns, DescriptionDetails, ErrorSummary, Form, LinkButton, Panel, RadioGroup, SelectField, SummaryList, TextArea, Timeline, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { formatDayLong, formatMoment } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { consentSaid, nameSaid, sharedSaid, StateChip } from '../referral-parts.tsx';
import { answersFor, declineReasons, isBack, isEnded, isWaiting, type Referral } from '../referral.ts';
import { reminderDue, stallsOn } from '../term.ts';
import type { OpenedReferral } from './open-referral.ts';

interface Wrong {
  errors: FieldErrors;
  values?: Record<string, string | string[]>;
}

/** One referral: where it stands, and what whoever sent it can do now. */
export function openReferralView(opened: OpenedReferral, context: ViewContext, wrong: Wrong = { errors: {} }) {
  const { referral } = opened;
  const { locale, may } = context;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'open.title', { service: referral.serviceName })}
      lead={<StateChip state={referral.state} locale={locale} />}
      crumbs={[{ href: '/referrals', label: text(locale, 'list.title') }]}
    >
      <ErrorSummary locale={locale} errors={wrong.errors} />
      <Columns
        main={
          <>
            {may('referrals:send') && <Next opened={opened} context={context} wrong={wrong} />}
            <Facts opened={opened} context={context} />
          </>
        }
        side={<History opened={opened} context={context} />}
      />
    </WorkPage>
  );
}

function Next({ opened, context, wrong }: { opened: OpenedReferral; context: ViewContext; wrong: Wrong }) {
  const { referral } = opened;
  const { locale, key } = context;
  const { id, version, state, questionId } = referral;
  const back = isBack(state);
  const canSend = ['prepared', 'sent', 'seen', 'stalled', 'accepted'].includes(state);
  return (
    <Panel title={text(locale, 'open.next')} tone={back ? 'waiting' : undefined}>
      <p>{situation(opened, context)}</p>
      {back && (
        <ButtonRow>
          <LinkButton look="primary" icon="forward" iconMirrors hotkey="n" href={`/referrals/new?question=${questionId}`}>
            {text(locale, 'elsewhere.act')}
          </LinkButton>
        </ButtonRow>
      )}
      {canSend && (
        <Form action={`/referrals/${id}/send`} once={key} version={version} label={text(locale, 'send.act')}>
          <ButtonRow>
            <Button look={state === 'prepared' ? 'primary' : 'secondary'} icon="send" iconMirrors>
              {text(locale, state === 'prepared' ? 'send.act' : 'send.again')}
            </Button>
          </ButtonRow>
        </Form>
      )}
      {answersFor(state).length > 0 && <ByPhone referral={referral} context={context} wrong={wrong} />}
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

function situation({ referral, terms }: OpenedReferral, { locale }: ViewContext): string {
  const { state } = referral;
  if (isWaiting(state)) {
    const reminder = reminderDue(referral, terms);
    return reminder ? text(locale, 'open.waiting', { day: formatDayLong(locale, reminder) }) : text(locale, 'open.waiting.last', { day: formatDayLong(locale, stallsOn(referral, terms)) });
  }
  if (state === 'accepted') return text(locale, 'open.accepted', { day: formatDayLong(locale, stallsOn(referral, terms)) });
  if (state === 'stalled') return text(locale, 'open.stalled');
  if (state === 'declined') return text(locale, 'open.declined');
  if (state === 'prepared') return text(locale, 'open.prepared');
  return text(locale, state === 'started' ? 'open.started' : 'open.ended');
}

/** The answer came by telephone: noted here, so that nobody waits for the link. */
function ByPhone({ referral, context, wrong }: { referral: Referral; context: ViewContext; wrong: Wrong }) {
  const { locale, key } = context;
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

interface AnswerFieldsProps {
  referral: Pick<Referral, 'state'>;
  locale: ViewContext['locale'];
  values: Record<string, string | string[]>;
  errors: FieldErrors;
  legend: string;
  tiles?: boolean;
}

/** What the service answers: the same questions for the receiver and for whoever notes it. */
export function AnswerFields({ referral, locale, values, errors, legend, tiles }: AnswerFieldsProps) {
  const one = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined);
  const fitting = answersFor(referral.state);
  return (
    <>
      <RadioGroup locale={locale} name="answer" label={legend} tiles={tiles} value={one('answer')} error={errors['answer']} options={fitting.map((answer) => ({ value: answer, label: text(locale, `answer.${answer}`) }))} />
      {fitting.includes('decline') && (
        <SelectField
          locale={locale}
          name="reason"
          label={text(locale, 'field.reason')}
          optional
          placeholder="–"
          value={one('reason')}
          error={errors['reason']}
          options={declineReasons.map((reason) => ({ value: reason, label: text(locale, `reason.${reason}`) }))}
        />
      )}
      <TextArea locale={locale} name="note" label={text(locale, 'field.note')} hint={text(locale, 'field.note.hint')} optional rows={3} maxLength={1000} value={one('note')} error={errors['note']} />
    </>
  );
}

function Facts({ opened: { referral, person }, context }: { opened: OpenedReferral; context: ViewContext }) {
  const { locale } = context;
  const rows = [
    { label: text(locale, 'field.who'), value: <a href={`/people/${referral.personId}`}>{nameSaid(person)}</a> },
    { label: text(locale, 'field.service'), value: <a href={`/directory/services/${referral.serviceId}`}>{`${referral.serviceName}, ${referral.organisationName}`}</a> },
    { label: text(locale, 'field.theme'), value: themeLabel(locale, referral.theme) },
    { label: text(locale, 'field.request'), value: referral.request },
    { label: text(locale, 'field.consent'), value: consentSaid(locale, referral) },
    { label: text(locale, 'field.shared'), value: sharedSaid(locale, referral) },
    { label: text(locale, 'receiver.sent'), value: referral.sentAt ? formatMoment(locale, referral.sentAt) : undefined },
    ...(referral.declineReason ? [{ label: text(locale, 'open.reason'), value: text(locale, `reason.${referral.declineReason}`) }] : []),
    ...(referral.answerNote ? [{ label: text(locale, 'open.answer-note'), value: referral.answerNote }] : []),
  ];
  return (
    <Panel title={text(locale, 'open.facts')} act={<a href={`/questions/${referral.questionId}`}>{text(locale, 'open.question')}</a>}>
      <SummaryList locale={locale} rows={rows} />
    </Panel>
  );
}

const told = ['referral-prepared', 'referral-sent', 'referral-seen', 'referral-accepted', 'referral-declined', 'referral-started', 'referral-done', 'referral-reminded', 'referral-stalled', 'referral-withdrawn', 'referral-read'] as const;

function History({ opened, context: { locale } }: { opened: OpenedReferral; context: ViewContext }) {
  const entries = opened.timeline.flatMap((entry) => {
    const act = told.find((name) => name === entry.act);
    if (!act) return [];
    const who = entry.actorName ?? (entry.actorRole === 'link' ? text(locale, 'event.by.link') : text(locale, 'event.by.platform'));
    return [{ moment: entry.at.toString(), when: formatMoment(locale, entry.at), title: text(locale, `event.${act}`), who }];
  });
  return (
    <Panel title={text(locale, 'open.history')}>
      <Timeline entries={entries} label={text(locale, 'open.history')} />
    </Panel>
  );
}

/** For the page that says someone else was before: where it stands now. */
export function stateRefusal(locale: ViewContext['locale'], name: string, state: Referral['state']): string | undefined {
  if (name !== 'not-now' && name !== 'changed-meanwhile') return undefined;
  return text(locale, `refusal.${name}`, { state: text(locale, `state.${state}`) });
}

