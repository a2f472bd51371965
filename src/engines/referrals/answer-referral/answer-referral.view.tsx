import { Button, ButtonRow, ErrorSummary, Form, Panel, SummaryList, WelcomePage, type SummaryRow } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment, languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { AnswerFields } from '../open-referral/open-referral.view.tsx';
import { consentSaid, StateChip } from '../referral-parts.tsx';
import { answersFor, isWaiting, type Referral } from '../referral.ts';
import type { ReceiverScreen, SharedPerson } from './answer-referral.ts';

/** Before it is opened: who asks, about what, and no name. */
export function coverView(referral: Referral, context: ViewContext) {
  const { locale, tenant, linkSecret, key } = context;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'receiver.title', { tenant: tenant.name })} languages={[]}>
      <p>{text(locale, 'receiver.cover', { theme: themeLabel(locale, referral.theme).toLowerCase(), service: referral.serviceName, tenant: tenant.name })}</p>
      <Form action={`/referral/${linkSecret}/open`} once={key} label={text(locale, 'receiver.open')}>
        <ButtonRow>
          <Button icon="folder-open">{text(locale, 'receiver.open')}</Button>
        </ButtonRow>
      </Form>
    </WelcomePage>
  );
}

/** The question as the receiver sees it, and the answer. */
export function receiverView({ referral, person, values, errors }: ReceiverScreen, context: ViewContext) {
  const { locale, tenant, linkSecret, key } = context;
  const canAnswer = answersFor(referral.state).length > 0;
  const hasAnswered = !isWaiting(referral.state) && referral.state !== 'stalled';
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'receiver.title', { tenant: tenant.name })} languages={[]}>
      <ErrorSummary locale={locale} errors={errors} />
      {hasAnswered && (
        <p>
          {text(locale, 'receiver.now')}: <StateChip state={referral.state} locale={locale} />
        </p>
      )}
      <Panel title={text(locale, 'receiver.who')}>
        <SummaryList locale={locale} rows={rowsOf(person, context)} />
        <p>{text(locale, 'receiver.consent', { consent: consentSaid(locale, referral).toLowerCase() })}</p>
      </Panel>
      <Panel title={text(locale, 'receiver.asked', { tenant: tenant.name })}>
        <p class="ww-own-words">{referral.request}</p>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'field.theme'), value: themeLabel(locale, referral.theme) },
            { label: text(locale, 'field.service'), value: referral.serviceName },
            { label: text(locale, 'receiver.sent'), value: referral.sentAt ? formatMoment(locale, referral.sentAt) : undefined },
          ]}
        />
      </Panel>
      {canAnswer ? (
        <Form action={`/referral/${linkSecret}/answer`} once={key} version={referral.version} label={text(locale, 'receiver.answer')}>
          <AnswerFields referral={referral} locale={locale} values={values} errors={errors} legend={text(locale, hasAnswered ? 'receiver.next' : 'receiver.answer')} tiles />
          <ButtonRow>
            <Button icon="send" iconMirrors>
              {text(locale, 'receiver.send')}
            </Button>
          </ButtonRow>
        </Form>
      ) : (
        <p>{text(locale, 'receiver.ended')}</p>
      )}
    </WelcomePage>
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
