import { Alert, Button, ButtonRow, DescriptionDetails, Form, Hidden, LinkButton, Panel, RadioGroup, SummaryList } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment, formatMomentLong, languageName } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { said } from '../../questionnaires/index.ts';
import { callOffReasons, type Appointment } from '../case.ts';
import { text } from '../messages.ts';
import { placeWords } from '../place-words.ts';
import type { OpenedCase } from './open-case.ts';

interface Props {
  opened: OpenedCase;
  context: ViewContext;
}

/** The talk that is planned, with its letter; or that there is none yet. */
export function AppointmentPanel({ opened, context }: Props) {
  const { file, appointments, request } = opened;
  const { locale, may } = context;
  const ahead = appointments.find(({ state }) => state === 'planned');
  if (file.closedOn && appointments.length === 0) return null;
  const canPlan = may('cases:plan') && !file.closedOn;
  return (
    <Panel title={text(locale, 'appointment.title')} tone={request ? 'waiting' : undefined} act={canPlan && ahead && <LinkButton small icon="calendar-clock" href={`/cases/${file.id}/plan`}>{text(locale, 'plan.move')}</LinkButton>}>
      {request && (
        <Alert kind="warning" title={text(locale, 'moment.asked')}>
          <p>{[...request.suits.map((code) => text(locale, `suits.${code as 'morning'}`)), request.words].filter(Boolean).join(' · ') || text(locale, 'moment.no-wish')}</p>
        </Alert>
      )}
      {ahead ? <Ahead ahead={ahead} opened={opened} context={context} /> : <NothingAhead opened={opened} context={context} />}
      <Earlier opened={opened} context={context} />
    </Panel>
  );
}

function Ahead({ ahead, opened, context }: Props & { ahead: Appointment }) {
  const { file, household } = opened;
  const { locale, may, now } = context;
  const { day, time } = formatMomentLong(locale, ahead.startsAt);
  const rows = [
    { label: text(locale, 'appointment.moment'), value: text(locale, 'appointment.moment-words', { day, time, count: Math.round(ahead.startsAt.until(ahead.endsAt).total('minutes')) }) },
    { label: text(locale, 'list.guide'), value: ahead.workerName },
    { label: text(locale, 'plan.place'), value: placeWords(locale, ahead, household.address) },
    { label: text(locale, 'appointment.family'), value: ahead.confirmedAt ? text(locale, 'appointment.confirmed', { moment: formatMoment(locale, ahead.confirmedAt) }) : text(locale, 'appointment.not-confirmed') },
    { label: text(locale, 'appointment.letter'), value: <LetterState ahead={ahead} opened={opened} context={context} /> },
  ];
  const hasBegun = Temporal.Instant.compare(now, ahead.startsAt) >= 0;
  return (
    <>
      <SummaryList locale={locale} rows={rows} />
      {may('cases:plan') && (
        <>
          <ButtonRow>
            <LinkButton icon="mail" href={`/cases/${file.id}/invitation`}>
              {text(locale, 'letter.make')}
            </LinkButton>
            <LinkButton look="subtle" icon="calendar" download href={`/cases/${file.id}/appointment.ics`}>
              {text(locale, 'appointment.ics')}
            </LinkButton>
          </ButtonRow>
          {hasBegun && <Missed ahead={ahead} opened={opened} context={context} />}
          <CallOff ahead={ahead} opened={opened} context={context} />
        </>
      )}
    </>
  );
}

function LetterState({ ahead, opened: { invitations }, context: { locale } }: Props & { ahead: Appointment }) {
  const [last] = invitations;
  if (!last) return <>{text(locale, 'letter.none')}</>;
  const facts = { moment: formatMoment(locale, last.madeAt), language: languageName(locale, last.language) };
  const isRight = last.appointmentId === ahead.id && last.appointmentSequence === ahead.sequence;
  return <>{text(locale, isRight ? 'letter.made' : 'letter.outdated', facts)}</>;
}

function Missed({ ahead, opened: { file }, context: { locale, key } }: Props & { ahead: Appointment }) {
  return (
    <Form action={`/cases/${file.id}/missed`} once={key} version={ahead.version}>
      <Button look="secondary" icon="circle-x">{text(locale, 'missed.act')}</Button>
    </Form>
  );
}

function CallOff({ ahead, opened: { file }, context: { locale, key } }: Props & { ahead: Appointment }) {
  return (
    <DescriptionDetails summary={text(locale, 'call-off.title')}>
      <Form action={`/cases/${file.id}/call-off`} once={key} version={ahead.version}>
        <RadioGroup locale={locale} name="reason" label={text(locale, 'call-off.reason')} options={callOffReasons.map((value) => ({ value, label: text(locale, `call-off.reason.${value}`) }))} />
        <Button look="harm" icon="ban">{text(locale, 'call-off.act')}</Button>
      </Form>
    </DescriptionDetails>
  );
}

function NothingAhead({ opened: { file }, context: { locale, may } }: Props) {
  if (file.closedOn) return <p>{text(locale, 'appointment.none-closed')}</p>;
  return (
    <>
      <p>{text(locale, 'appointment.none')}</p>
      {may('cases:talk') && <p><a href={`/cases/${file.id}/talk`}>{text(locale, 'talk.start-now')}</a></p>}
    </>
  );
}

function Earlier({ opened: { appointments }, context: { locale } }: Props) {
  const earlier = appointments.flatMap((one) => (one.state === 'planned' ? [] : [{ ...one, state: one.state }]));
  if (earlier.length === 0) return null;
  return (
    <>
      <h3 class="utrecht-heading-4">{text(locale, 'appointment.earlier')}</h3>
      <ul>
        {earlier.map(({ startsAt, workerName, state, reason }) => (
          <li>
            {formatMoment(locale, startsAt)}, {workerName}: {text(locale, `appointment.state.${state}`)}
            {reason && <> ({text(locale, `call-off.reason.${reason as 'family'}`)})</>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Another ending than a talk; and the way back from it. */
export function CloseCase({ opened, context }: Props) {
  const { file, blueprint } = opened;
  const { locale, may, key } = context;
  if (!may('cases:plan') || file.reachedOn) return null;
  if (file.closedOn) {
    return (
      <Panel title={text(locale, 'reopen.title')}>
        <p>{text(locale, 'reopen.what')}</p>
        <Form action={`/cases/${file.id}/reopen`} once={key} version={file.version}>
          <Button look="secondary" icon="rotate-ccw">{text(locale, 'reopen.act')}</Button>
        </Form>
      </Panel>
    );
  }
  return (
    <DescriptionDetails summary={text(locale, 'close.title')}>
      <Form action={`/cases/${file.id}/close`} once={key}>
        <Hidden name="version" value={file.version} />
        <RadioGroup locale={locale} name="outcome" label={text(locale, 'close.reason')} options={blueprint.trajectory.closings.map(({ id, name }) => ({ value: id, label: said(name, locale) }))} />
        <Button look="harm" icon="circle-x">{text(locale, 'close.act')}</Button>
      </Form>
    </DescriptionDetails>
  );
}
