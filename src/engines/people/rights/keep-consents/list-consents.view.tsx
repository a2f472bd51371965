import { Button, DescriptionDetails, EmptyState, Form, LinkButton, Panel, StatusChip, Table, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import { purposeText, sharesText } from '../consent-words.ts';
import { consentState, type Consent, type ConsentState } from '../consent.ts';
import { text } from '../messages.ts';
import { PersonPage } from '../person-page.tsx';
import type { PersonsConsents } from './list-consents.ts';

const tones = { running: 'done', ahead: 'waiting', ended: 'closed', withdrawn: 'closed', renewed: 'neutral' } as const;
/** A consent that ends within so many days asks to be spoken of again. */
const soonDays = 30;

export function listConsentsView({ person, consents }: PersonsConsents, context: ViewContext) {
  const { locale, today, may } = context;
  const isOn = (state: ConsentState) => state === 'running' || state === 'ahead';
  const running = consents.filter((consent) => isOn(consentState(consent, today)));
  const past = consents.filter((consent) => !isOn(consentState(consent, today)));
  const give = may('people:change') && (
    <LinkButton look="primary" icon="plus" href={`/people/${person.id}/consents/new`} hotkey="n">
      {text(locale, 'consent.give')}
    </LinkButton>
  );
  if (consents.length === 0)
    return (
      <PersonPage person={person} part="consents" title={text(locale, 'consent.title')} lead={text(locale, 'consent.lead')} context={context}>
        <EmptyState icon="handshake" title={text(locale, 'consent.none.title')} act={give}>
          {text(locale, 'consent.none')}
        </EmptyState>
      </PersonPage>
    );
  return (
    <PersonPage person={person} part="consents" title={text(locale, 'consent.title')} lead={text(locale, 'consent.lead')} act={give} context={context}>
      <Panel title={text(locale, 'consent.running')} flush>
        <Table locale={locale} caption={text(locale, 'consent.running')} columns={columns(context, true)} rows={running} rowKey={({ id }) => id} empty={<p class="ww-panel__body">{text(locale, 'consent.none-running')}</p>} />
      </Panel>
      {past.length > 0 && (
        <DescriptionDetails summary={text(locale, 'consent.past.summary', { count: past.length })}>
          <Table locale={locale} caption={text(locale, 'consent.past')} columns={columns(context, false)} rows={past} rowKey={({ id }) => id} />
        </DescriptionDetails>
      )}
    </PersonPage>
  );
}

function columns(context: ViewContext, isRunning: boolean): Column<Consent>[] {
  const { locale, may } = context;
  const all: Column<Consent>[] = [
    { key: 'recipient', head: text(locale, 'consent.recipient'), cell: ({ recipientName }) => recipientName },
    { key: 'purpose', head: text(locale, 'consent.purpose'), cell: ({ purpose }) => purposeText(locale, purpose) },
    { key: 'shares', head: text(locale, 'consent.shares.short'), cell: (consent) => sharesText(locale, consent) },
    { key: 'basis', head: text(locale, 'consent.basis'), cell: ({ basis, way }) => [text(locale, `basis.${basis}`), way && text(locale, `way.${way}`)].filter(Boolean).join(', ') },
    { key: 'period', head: text(locale, 'consent.period'), cell: ({ from, until }) => text(locale, 'consent.period.from-to', { from: formatDay(locale, from), until: until ? formatDay(locale, until) : text(locale, 'consent.until.none') }) },
    { key: 'state', head: text(locale, 'consent.state'), cell: (consent) => <State consent={consent} context={context} /> },
  ];
  if (isRunning && may('people:change')) all.push({ key: 'acts', head: text(locale, 'column.acts'), nowrap: true, cell: (consent) => <Acts consent={consent} context={context} /> });
  return all;
}

function State({ consent, context: { locale, today } }: { consent: Consent; context: ViewContext }) {
  const state = consentState(consent, today);
  const { withdrawnBy, withdrawnOn, until } = consent;
  if (state === 'withdrawn' && withdrawnBy && withdrawnOn) return <>{text(locale, `consent.withdrawn.${withdrawnBy}`, { day: formatDay(locale, withdrawnOn) })}</>;
  const isSoon = state === 'running' && until && today.until(until).days < soonDays;
  return <StatusChip tone={isSoon ? 'waiting' : tones[state]}>{isSoon ? text(locale, 'consent.ends-soon') : text(locale, `consent.state.${state}`)}</StatusChip>;
}

function Acts({ consent, context: { locale, key } }: { consent: Consent; context: ViewContext }) {
  const { id, personId, recipientName: recipient, basis } = consent;
  return (
    <Form action={`/people/${personId}/consents/${id}/withdraw`} once={key} label={text(locale, 'consent.withdraw.for', { recipient })}>
      <>
        <Button small look="harm">
          {text(locale, basis === 'consent' ? 'consent.withdraw' : 'consent.end')}
        </Button>{' '}
        <a href={`/people/${personId}/consents/new?renews=${id}`}>
          <span aria-hidden="true">{text(locale, 'consent.renew')}</span>
          <span class="ww-out-of-sight">{text(locale, 'consent.renew.for', { recipient })}</span>
        </a>
      </>
    </Form>
  );
}
