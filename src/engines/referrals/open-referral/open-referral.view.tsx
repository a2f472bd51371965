import { Button, ButtonRow, Columns, DescriptionDetails, ErrorSummary, Form, Panel, RadioGroup, SummaryList, TextField, Timeline, WorkPage } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { formatMoment, languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { appointmentSaid, consentSaid, nameSaid, sharedSaid, StateChip } from '../referral-parts.tsx';
import { consentWays, isEnded } from '../referral.ts';
import { BackPanel } from './back-panel.tsx';
import { Notes } from '../write-note/notes.tsx';
import type { OpenedReferral } from './load-referral.ts';
import { NextPanel } from './next-panel.tsx';

export interface Wrong {
  errors: FieldErrors;
  values?: FormValues;
}

export interface PanelProps {
  opened: OpenedReferral;
  context: ViewContext;
  wrong: Wrong;
}

/** One referral: where it stands, and what whoever sent it can do now. */
export function openReferralView(opened: OpenedReferral, context: ViewContext, wrong: Wrong = { errors: {} }) {
  const { referral } = opened;
  const { locale, may } = context;
  const canWrite = may('referrals:send') && referral.state !== 'prepared' && !isEnded(referral.state) && opened.consent !== undefined;
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
            <ConsentGone opened={opened} context={context} wrong={wrong} />
            {may('referrals:send') && <BackPanel opened={opened} context={context} wrong={wrong} />}
            {may('referrals:send') && <NextPanel opened={opened} context={context} wrong={wrong} />}
            <Facts opened={opened} context={context} />
            <Notes notes={opened.notes} reader="sender" action={canWrite ? `/referrals/${referral.id}/notes` : undefined} value={typeof wrong.values?.['body'] === 'string' ? wrong.values['body'] : undefined} error={wrong.errors['body']} context={context} />
          </>
        }
        side={
          <>
            <Told opened={opened} context={context} />
            <History opened={opened} context={context} />
          </>
        }
      />
    </WorkPage>
  );
}

/** Nothing is shown to the service (any more): whoever sent it must know, and can ask the person again. */
function ConsentGone({ opened: { referral, consent }, context, wrong }: PanelProps) {
  const { locale, key, may, today } = context;
  if (consent || isEnded(referral.state) || !referral.personId || (referral.settled && referral.settled.how !== 'along')) return null;
  const one = (name: string) => (typeof wrong.values?.[name] === 'string' ? wrong.values[name] : undefined);
  return (
    <Panel title={text(locale, 'open.no-consent.title')} tone="harm">
      <p>{text(locale, 'open.no-consent.what', { organisation: referral.organisationName })}</p>
      {may('referrals:send') && (
        <DescriptionDetails summary={text(locale, 'renew-consent.act')} open={wrong.errors['consentUntil'] !== undefined}>
          <Form action={`/referrals/${referral.id}/consent`} once={key} label={text(locale, 'renew-consent.act')}>
            <RadioGroup locale={locale} inline id="renewedWay" name="consentWay" label={text(locale, 'field.consent-way')} value={one('consentWay') ?? 'spoken'} options={consentWays.map((way) => ({ value: way, label: text(locale, `consent.${way}`) }))} />
            <TextField locale={locale} name="consentUntil" type="date" label={text(locale, 'field.consent-until')} optional size={12} value={one('consentUntil') ?? today.add({ years: 1 }).toString()} error={wrong.errors['consentUntil']} min={today.toString()} />
            <ButtonRow>
              <Button look="secondary" icon="check">
                {text(locale, 'renew-consent.act')}
              </Button>
            </ButtonRow>
          </Form>
        </DescriptionDetails>
      )}
    </Panel>
  );
}

function Facts({ opened: { referral, person, consent }, context }: { opened: OpenedReferral; context: ViewContext }) {
  const { locale } = context;
  const rows = [
    { label: text(locale, 'field.who'), value: referral.personId ? <a href={`/people/${referral.personId}`}>{nameSaid(person)}</a> : text(locale, 'open.forgotten') },
    { label: text(locale, 'field.service'), value: <a href={`/directory/services/${referral.serviceId}`}>{`${referral.serviceName}, ${referral.organisationName}`}</a> },
    { label: text(locale, 'field.theme'), value: themeLabel(locale, referral.theme) },
    ...(referral.appointment ? [{ label: text(locale, 'field.appointment'), value: appointmentSaid(locale, referral.appointment) }] : []),
    { label: text(locale, 'field.request'), value: referral.request },
    { label: text(locale, 'field.consent'), value: consent ? consentSaid(locale, consent) : text(locale, 'open.no-consent.title') },
    { label: text(locale, 'field.shared'), value: sharedSaid(locale, referral.shares) },
    { label: text(locale, 'receiver.sent'), value: referral.sentAt ? formatMoment(locale, referral.sentAt) : undefined },
    ...(referral.declineReason ? [{ label: text(locale, 'open.reason'), value: text(locale, `reason.${referral.declineReason}`) }] : []),
    ...(referral.answerNote ? [{ label: text(locale, 'open.answer-note'), value: referral.answerNote }] : []),
    ...(referral.settled ? [{ label: text(locale, 'open.settled'), value: referral.settled.nextId ? <a href={`/referrals/${referral.settled.nextId}`}>{text(locale, `settled.${referral.settled.how}`)}</a> : text(locale, `settled.${referral.settled.how}`) }] : []),
  ];
  return (
    <Panel title={text(locale, 'open.facts')} act={<a href={`/questions/${referral.questionId}`}>{text(locale, 'open.question')}</a>}>
      <SummaryList locale={locale} rows={rows} />
    </Panel>
  );
}

/** What the person was told, is going to be told, or must still hear from someone. */
function Told({ opened: { referral, tellings }, context: { locale, key, may } }: { opened: OpenedReferral; context: ViewContext }) {
  if (!referral.tells && tellings.length === 0) return null;
  return (
    <Panel title={text(locale, 'told.title')}>
      {tellings.length === 0 && <p>{text(locale, 'told.none')}</p>}
      <ul>
        {tellings.map(({ kind, state, dueAt, endedAt, channel, language }) => (
          <li>
            {text(locale, `telling.${kind}`)}:{' '}
            {state === 'told'
              ? text(locale, channel ? `told.${channel}` : 'told.said', { when: formatMoment(locale, endedAt ?? dueAt), language: languageName(locale, language ?? 'nl') })
              : state === 'by-hand'
                ? text(locale, 'told.by-hand')
                : text(locale, 'told.planned', { when: formatMoment(locale, dueAt) })}
          </li>
        ))}
      </ul>
      {may('referrals:send') && tellings.some(({ state }) => state === 'by-hand') && (
        <Form action={`/referrals/${referral.id}/said`} once={key} label={text(locale, 'told.say')}>
          <Button look="secondary" small icon="check">
            {text(locale, 'told.say')}
          </Button>
        </Form>
      )}
    </Panel>
  );
}

const shownActs = [
  'referral-prepared',
  'referral-sent',
  'referral-seen',
  'referral-accepted',
  'referral-appointment-made',
  'referral-appointment-called-off',
  'referral-answer-taken-back',
  'referral-declined',
  'referral-started',
  'referral-done',
  'referral-reminded',
  'referral-stalled',
  'referral-settled',
  'referral-withdrawn',
  'referral-told-person',
  'referral-telling-changed',
  'referral-link-renewed',
  'referral-note-written',
  'referral-consent-renewed',
  'referral-letter-made',
  'referral-read',
] as const;

function History({ opened, context: { locale } }: { opened: OpenedReferral; context: ViewContext }) {
  const entries = opened.timeline.flatMap((entry) => {
    const act = shownActs.find((name) => name === entry.act);
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
