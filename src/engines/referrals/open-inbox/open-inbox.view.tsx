import { Button, ButtonRow, DescriptionDetails, EmptyState, Form, Hidden, Panel, PrintButton, SelectField, StatusChip, WelcomePage } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong, formatDayRelative } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { answersFor } from '../move.ts';
import { appointmentSaid, nameSaid, StateChip } from '../referral-parts.tsx';
import { declineReasons, isWaiting, type Referral } from '../referral.ts';
import { inboxParts, partOf } from './inbox-part.ts';
import type { InboxScreen, OpenedInbox } from './open-inbox.ts';

/** How many wait, and no name. */
export function inboxCoverView({ referrals }: Extract<OpenedInbox, { kind: 'open' }>, context: ViewContext) {
  const { locale, tenant, linkSecret, key } = context;
  const waiting = referrals.filter((referral) => partOf(referral) === 'waiting').length;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'inbox.title', { tenant: tenant.name })} languages={[]}>
      <p>{text(locale, 'inbox.cover', { count: waiting })}</p>
      <Form action={`/referral-inbox/${linkSecret}/open`} once={key} label={text(locale, 'inbox.open')}>
        <ButtonRow>
          <Button icon="folder-open">{text(locale, 'inbox.open')}</Button>
        </ButtonRow>
      </Form>
    </WelcomePage>
  );
}

export function inboxExpiredView(context: ViewContext) {
  const { locale, tenant, linkSecret, key } = context;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'shut.expired.title')} languages={[]}>
      <p>{text(locale, 'shut.expired.what', { tenant: tenant.name })}</p>
      <Form action={`/referral-inbox/${linkSecret}/renew`} once={key} label={text(locale, 'renew.act')}>
        <ButtonRow>
          <Button icon="mail">{text(locale, 'renew.act')}</Button>
        </ButtonRow>
      </Form>
    </WelcomePage>
  );
}

type OpenScreen = Extract<InboxScreen, { kind: 'open' }>;

/** Everything that waits for this mailbox, the longest first, with the answer in one click. */
export function inboxView(screen: OpenScreen, context: ViewContext) {
  const { referrals, part, service, isMore } = screen;
  const { locale, tenant } = context;
  const shown = referrals.filter((referral) => partOf(referral) === part && (!service || referral.serviceId === service));
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'inbox.title', { tenant: tenant.name })} languages={[]}>
      <Parts screen={screen} context={context} />
      {isMore && <p>{text(locale, 'inbox.more')}</p>}
      {shown.length === 0 && (
        <EmptyState icon="inbox" title={text(locale, `inbox.none.${part}`)}>
          {text(locale, 'inbox.none.what')}
        </EmptyState>
      )}
      {shown.map((referral) => (
        <One referral={referral} screen={screen} context={context} />
      ))}
      <ButtonRow>
        <PrintButton locale={locale} look="subtle" />
      </ButtonRow>
    </WelcomePage>
  );
}

function Parts({ screen: { referrals, part, service, services }, context: { locale, linkSecret } }: { screen: OpenScreen; context: ViewContext }) {
  const address = `/referral-inbox/${linkSecret}/list`;
  return (
    <div class="ww-filter">
      <ul class="ww-filter__saved" aria-label={text(locale, 'inbox.parts')}>
        {inboxParts.map((each) => (
          <li>
            <a href={`${address}?part=${each}${service ? `&service=${service}` : ''}`} aria-current={each === part ? 'true' : undefined}>
              {text(locale, `inbox.part.${each}`, { count: referrals.filter((referral) => partOf(referral) === each).length })}
            </a>
          </li>
        ))}
      </ul>
      {services.length > 1 && (
        <form class="ww-filter__form" action={address} method="get">
          <Hidden name="part" value={part} />
          <div class="ww-filter__fields">
            <SelectField locale={locale} name="service" label={text(locale, 'field.service')} value={service} placeholder={text(locale, 'list.all')} options={services.map(({ id, name }) => ({ value: id, label: name }))} />
          </div>
          <Button look="secondary" icon="funnel">
            {text(locale, 'inbox.filter')}
          </Button>
        </form>
      )}
    </div>
  );
}

function One({ referral, screen, context }: { referral: Referral; screen: OpenScreen; context: ViewContext }) {
  const { locale, today, linkSecret, key } = context;
  const sentOn = dayOf(referral.sentAt!);
  const base = `/referral-inbox/${linkSecret}/referral/${referral.id}`;
  const person = screen.persons.get(referral.personId!);
  return (
    <Panel title={nameSaid(person)} tone={isWaiting(referral.state) ? 'waiting' : undefined} act={<StateChip state={referral.state} locale={locale} />}>
      <p>
        <strong>{themeLabel(locale, referral.theme)}</strong> · {referral.serviceName} · <span title={formatDayLong(locale, sentOn)}>{text(locale, 'inbox.sent', { when: formatDayRelative(locale, sentOn, today) })}</span>{' '}
        {referral.remindersSent > 0 && isWaiting(referral.state) && <StatusChip tone="waiting">{text(locale, 'inbox.reminded', { count: referral.remindersSent })}</StatusChip>}
      </p>
      {referral.appointment && <p>{appointmentSaid(locale, referral.appointment)}</p>}
      <p class="ww-own-words" dir="auto">
        {shortened(referral.request)}
      </p>
      <ButtonRow>
        {answersFor(referral).includes('accept') && isWaiting(referral.state) && (
          <Form action={`${base}/answer`} once={key} version={referral.version} label={text(locale, 'inbox.accept')}>
            <Hidden name="answer" value="accept" />
            <Button icon="check">{text(locale, 'inbox.accept')}</Button>
          </Form>
        )}
        <Form action={`${base}/open`} once={key} label={text(locale, 'inbox.to-answer')}>
          <Button look="secondary" icon="folder-open">
            {text(locale, partOf(referral) === 'ended' ? 'inbox.to-read' : 'inbox.to-answer')}
          </Button>
        </Form>
      </ButtonRow>
      {isWaiting(referral.state) && (
        <DescriptionDetails summary={text(locale, 'answer.decline')}>
          <Form action={`${base}/answer`} once={key} version={referral.version} label={text(locale, 'answer.decline')}>
            <Hidden name="answer" value="decline" />
            <SelectField locale={locale} id={`reason-${referral.id}`} name="reason" label={text(locale, 'field.reason')} value="full" options={declineReasons.map((reason) => ({ value: reason, label: text(locale, `reason.${reason}`) }))} />
            <ButtonRow>
              <Button look="secondary" icon="send" iconMirrors>
                {text(locale, 'receiver.send')}
              </Button>
            </ButtonRow>
          </Form>
        </DescriptionDetails>
      )}
    </Panel>
  );
}

function shortened(request: string): string {
  return request.length > 280 ? `${request.slice(0, 279).trimEnd()}…` : request;
}
