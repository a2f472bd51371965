import { Alert, Button, ButtonRow, ErrorSummary, Form, Panel, PrintButton, SummaryList, WelcomePage, type SummaryRow } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment, languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { answersFor, canTakeBack } from '../move.ts';
import { appointmentSaid, consentSaid, StateChip } from '../referral-parts.tsx';
import { isEnded, isWaiting, type Referral } from '../referral.ts';
import { Notes } from '../write-note/notes.tsx';
import { AnswerFields } from './answer-fields.tsx';
import type { ReceiverScreen } from './answer-referral.ts';
import type { Opened } from './own-referral.ts';
import type { SharedPerson } from './shared-person.ts';

/** Before it is opened: who asks, about what, and no name. */
export function coverView(referral: Referral, base: string, context: ViewContext) {
  const { locale, tenant, key } = context;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'receiver.title', { tenant: tenant.name })} languages={[]}>
      <p>{text(locale, 'receiver.cover', { theme: themeLabel(locale, referral.theme).toLowerCase(), service: referral.serviceName, tenant: tenant.name })}</p>
      <Form action={`${base}/open`} once={key} label={text(locale, 'receiver.open')}>
        <ButtonRow>
          <Button icon="folder-open">{text(locale, 'receiver.open')}</Button>
        </ButtonRow>
      </Form>
    </WelcomePage>
  );
}

/** Nothing personal stands here: the link's time is over, or the person does not agree any more. */
export function shutView(opened: Exclude<Opened, { kind: 'open' }> & { base: string }, context: ViewContext) {
  const { locale, tenant, key } = context;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, `shut.${opened.kind}.title`)} languages={[]}>
      <p>{text(locale, `shut.${opened.kind}.what`, { tenant: tenant.name })}</p>
      {tenant.settings.telephone && <p>{text(locale, 'shut.call', { tenant: tenant.name, phone: tenant.settings.telephone })}</p>}
      {opened.kind === 'expired' && (
        <Form action={`/referral/${context.linkSecret}/renew`} once={key} label={text(locale, 'renew.act')}>
          <ButtonRow>
            <Button icon="mail">{text(locale, 'renew.act')}</Button>
          </ButtonRow>
        </Form>
      )}
    </WelcomePage>
  );
}

type OpenScreen = Extract<ReceiverScreen, { kind: 'open' }>;

/** The question as the receiver sees it, and the answer. */
export function receiverView(screen: OpenScreen, context: ViewContext) {
  const { referral, consent, person, errors, base, fromInbox } = screen;
  const { locale, tenant, linkSecret, key } = context;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'receiver.title', { tenant: tenant.name })} languages={[]}>
      {fromInbox && (
        <p class="ww-no-print">
          <a href={`/referral-inbox/${linkSecret}/list`}>{text(locale, 'inbox.back')}</a>
        </p>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Now referral={referral} context={context} />
      <Panel title={text(locale, 'receiver.who')}>
        <SummaryList locale={locale} rows={rowsOf(person, context)} />
        <p>{text(locale, 'receiver.consent', { consent: consentSaid(locale, consent).toLowerCase() })}</p>
      </Panel>
      <Panel title={text(locale, 'receiver.asked', { tenant: tenant.name })}>
        <p class="ww-own-words" dir="auto">
          {referral.request}
        </p>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'field.theme'), value: themeLabel(locale, referral.theme) },
            { label: text(locale, 'field.service'), value: referral.serviceName },
            { label: text(locale, 'receiver.sent'), value: referral.sentAt ? formatMoment(locale, referral.sentAt) : undefined },
          ]}
        />
      </Panel>
      <Answer screen={screen} context={context} />
      <Mistake referral={referral} base={base} context={context} />
      <Notes notes={screen.notes} reader="receiver" action={isEnded(referral.state) ? undefined : `${base}/note`} value={typeof screen.values['body'] === 'string' ? screen.values['body'] : undefined} error={errors['body']} context={context} />
      <ButtonRow>
        <PrintButton locale={locale} look="subtle" />
      </ButtonRow>
      {!fromInbox && (
        <Form action={`/referral/${linkSecret}/inbox`} once={key} label={text(locale, 'inbox.ask')}>
          <p>{text(locale, 'inbox.ask.what')}</p>
          <ButtonRow>
            <Button look="subtle" icon="inbox">
              {text(locale, 'inbox.ask')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </WelcomePage>
  );
}

function hasAnswered({ state }: Referral): boolean {
  return !isWaiting(state) && state !== 'stalled';
}

function Now({ referral, context: { locale } }: { referral: Referral; context: ViewContext }) {
  if (!hasAnswered(referral)) return null;
  return (
    <>
      <p>
        {text(locale, 'receiver.now')}: <StateChip state={referral.state} locale={locale} />
      </p>
      {referral.appointment && <Alert kind="info">{appointmentSaid(locale, referral.appointment)}</Alert>}
    </>
  );
}

function Answer({ screen, context }: { screen: OpenScreen; context: ViewContext }) {
  const { referral, values, errors, base } = screen;
  const { locale, key } = context;
  if (answersFor(referral).length === 0) return <p>{text(locale, 'receiver.ended')}</p>;
  return (
    <Form action={`${base}/answer`} once={key} version={referral.version} label={text(locale, 'receiver.answer')}>
      <AnswerFields referral={referral} locale={locale} values={values} errors={errors} legend={text(locale, hasAnswered(referral) ? 'receiver.next' : 'receiver.answer')} tiles />
      <ButtonRow>
        <Button icon="send" iconMirrors>
          {text(locale, 'receiver.send')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

/** One step back, and calling off what was agreed. */
function Mistake({ referral, base, context }: { referral: Referral; base: string; context: ViewContext }) {
  const { locale, key } = context;
  if (!canTakeBack(referral) && referral.state !== 'appointment') return null;
  return (
    <ButtonRow>
      {referral.state === 'appointment' && (
        <Form action={`${base}/call-off`} once={key} version={referral.version} label={text(locale, 'call-off.act')}>
          <Button look="secondary" icon="x">
            {text(locale, 'call-off.act')}
          </Button>
        </Form>
      )}
      {canTakeBack(referral) && (
        <Form action={`${base}/take-back`} once={key} version={referral.version} label={text(locale, 'take-back.act')}>
          <Button look="secondary" icon="rotate-ccw">
            {text(locale, 'take-back.act')}
          </Button>
        </Form>
      )}
    </ButtonRow>
  );
}

/** Only what is shared stands here: what is not shared leaves no empty line that tells of it. */
function rowsOf(person: SharedPerson, { locale }: ViewContext): SummaryRow[] {
  const rows: SummaryRow[] = [{ label: text(locale, 'field.who'), value: <bdi>{[person.name, ...person.otherNames.map(({ full }) => full)].join(' · ')}</bdi> }];
  if (person.birth?.year) rows.push({ label: text(locale, 'share.birth-date'), value: [person.birth.day, person.birth.month, person.birth.year].map((part) => part ?? '?').join('/') });
  if (person.languages.length > 0) rows.push({ label: text(locale, 'share.languages'), value: person.languages.map((code) => languageName(locale, code)).join(', ') });
  if (person.phones.length > 0) rows.push({ label: text(locale, 'share.phone'), value: person.phones.map((phone) => <a href={`tel:${phone}`}>{phone}</a>) });
  if (person.emails.length > 0) rows.push({ label: text(locale, 'share.email'), value: person.emails.map((email) => <a href={`mailto:${email}`}>{email}</a>) });
  if (person.address.length > 0) rows.push({ label: text(locale, 'share.address'), value: person.address.join(', ') });
  if (person.householdSize !== null) rows.push({ label: text(locale, 'share.household'), value: text(locale, 'person.household', { count: person.householdSize }) });
  return rows;
}
