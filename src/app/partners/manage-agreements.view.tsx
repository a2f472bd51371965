import { Alert, Button, ButtonRow, CheckboxGroup, EmptyState, ErrorSummary, Form, Hidden, LinkButton, StatusChip, SummaryList, Table, TextField } from '../../kernel/html/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { FormValues, ViewContext } from '../../kernel/http/context.ts';
import { formatDay } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Agreement } from '../../kernel/partners/agreement.store.ts';
import type { Exchange } from '../../kernel/partners/exchange.ts';
import { SettingsPage } from '../administration/settings-page.tsx';
import { text } from './messages.ts';

const home = '/settings/partners';

export function listAgreementsView(agreements: Agreement[], exchanges: readonly Exchange[], context: ViewContext) {
  const { locale } = context;
  const acts = (
    <ButtonRow>
      <LinkButton look="primary" icon="plus" hotkey="n" href={`${home}/offer`}>
        {text(locale, 'offer.act')}
      </LinkButton>
      <LinkButton look="secondary" href={`${home}/join`}>
        {text(locale, 'join.act')}
      </LinkButton>
    </ButtonRow>
  );
  return (
    <SettingsPage context={context} title={text(locale, 'title')} lead={<p>{text(locale, 'about')}</p>} act={agreements.length > 0 && acts} wide>
      <Table
        locale={locale}
        caption={text(locale, 'title')}
        rows={agreements}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="users" title={text(locale, 'none.title')} act={acts}>
            {text(locale, 'none.text')}
          </EmptyState>
        }
        columns={[
          { key: 'partner', head: text(locale, 'partner'), cell: ({ partnerName }) => partnerName ?? text(locale, 'partner.nobody') },
          { key: 'purposes', head: text(locale, 'purposes'), grow: true, cell: ({ purposes }) => purposesText(locale, purposes, exchanges) },
          { key: 'since', head: text(locale, 'since'), cell: ({ activeSince }) => (activeSince ? formatDay(locale, dayOf(activeSince)) : '–') },
          { key: 'until', head: text(locale, 'until'), cell: (agreement) => untilText(locale, agreement) },
          { key: 'state', head: text(locale, 'state'), cell: (agreement) => <State agreement={agreement} locale={locale} /> },
          { key: 'act', head: text(locale, 'table.act'), cell: (agreement) => <End agreement={agreement} context={context} /> },
        ]}
      />
    </SettingsPage>
  );
}

function purposesText(locale: Locale, purposes: readonly string[], exchanges: readonly Exchange[]): string {
  return exchanges.filter(({ purpose }) => purposes.includes(purpose)).map(({ label }) => label(locale)).join(' · ');
}

function untilText(locale: Locale, { state, until, endedAt, codeExpiresAt }: Agreement): string {
  if (state === 'offered') return text(locale, 'code-until', { day: formatDay(locale, dayOf(codeExpiresAt)) });
  if (endedAt) return formatDay(locale, dayOf(endedAt));
  return until ? formatDay(locale, until) : text(locale, 'until.none');
}

function State({ agreement: { state, endedBy }, locale }: { agreement: Agreement; locale: Locale }) {
  if (state === 'active') return <StatusChip tone="done">{text(locale, 'state.active')}</StatusChip>;
  if (state === 'ended') return <StatusChip tone="closed">{text(locale, `ended.${endedBy ?? 'own'}`)}</StatusChip>;
  return <StatusChip tone="waiting">{text(locale, `state.${state}`)}</StatusChip>;
}

function End({ agreement: { id, state, partnerName }, context: { locale, key } }: { agreement: Agreement; context: ViewContext }) {
  if (state === 'ended') return null;
  return (
    <Form action={`${home}/${id}/end`} once={key} label={text(locale, 'end.with', { name: partnerName ?? text(locale, 'partner.nobody') })}>
      <Button look="harm" small>
        {text(locale, state === 'offered' ? 'end.offer' : 'end.act')}
      </Button>
    </Form>
  );
}

interface FormData {
  exchanges: readonly Exchange[];
  values: FormValues;
  errors: Record<string, string>;
}

const crumbs = (locale: Locale) => [{ href: home, label: text(locale, 'title') }];
const one = (values: FormValues, name: string) => (typeof values[name] === 'string' ? values[name] : '');

export function offerView(context: ViewContext, { exchanges, values, errors }: FormData) {
  const { locale, key } = context;
  const chosen = values['purposes'];
  return (
    <SettingsPage context={context} title={text(locale, 'offer.act')} crumbs={crumbs(locale)} lead={<p>{text(locale, 'offer.lead')}</p>}>
      <ErrorSummary locale={locale} errors={errors} labels={{ purposes: text(locale, 'purposes'), until: text(locale, 'offer.until') }} />
      <Form action={`${home}/offer`} once={key}>
        <CheckboxGroup
          locale={locale}
          name="purposes"
          label={text(locale, 'purposes')}
          values={Array.isArray(chosen) ? chosen : chosen ? [chosen] : []}
          error={errors['purposes']}
          options={exchanges.map(({ purpose, label, about }) => ({ value: purpose, label: label(locale), hint: about(locale) }))}
        />
        <TextField locale={locale} type="date" name="until" min={context.today.toString()} label={text(locale, 'offer.until')} hint={text(locale, 'offer.until.hint')} value={one(values, 'until')} error={errors['until']} />
        <ButtonRow>
          <Button>{text(locale, 'offer.make')}</Button>
          <LinkButton look="subtle" href={home}>
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </SettingsPage>
  );
}

export function offerMadeView(context: ViewContext, code: string) {
  const { locale } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'offer.made')} crumbs={crumbs(locale)}>
      <Alert kind="warning">{text(locale, 'offer.made.once')}</Alert>
      <TextField locale={locale} name="code" label={text(locale, 'code')} value={code} />
      <p>{text(locale, 'offer.made.use')}</p>
      <p>
        <LinkButton look="primary" href={home}>
          {text(locale, 'offer.made.kept')}
        </LinkButton>
      </p>
    </SettingsPage>
  );
}

export interface Offered {
  agreement: Agreement;
  partner: { name: string };
  code: string;
}

export function joinView(context: ViewContext, { exchanges, values, errors, offered }: FormData & { offered?: Offered }) {
  const { locale, key } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'join.act')} crumbs={crumbs(locale)} lead={<p>{text(locale, 'join.lead')}</p>}>
      <ErrorSummary locale={locale} errors={errors} labels={{ code: text(locale, 'code') }} />
      <Form action={`${home}/join`} once={key}>
        {offered ? (
          <>
            <h2 class="utrecht-heading-2">{text(locale, 'join.offer', { name: offered.partner.name })}</h2>
            <SummaryList
              locale={locale}
              rows={[
                ...exchanges.filter(({ purpose }) => offered.agreement.purposes.includes(purpose)).map(({ label, about }) => ({ label: label(locale), value: about(locale) })),
                { label: text(locale, 'until'), value: offered.agreement.until ? formatDay(locale, offered.agreement.until) : text(locale, 'until.none') },
              ]}
            />
            <Hidden name="code" value={offered.code} />
            <Hidden name="sure" value="yes" />
          </>
        ) : (
          <TextField locale={locale} name="code" label={text(locale, 'code')} hint={text(locale, 'code.hint')} value={one(values, 'code')} error={errors['code']} maxLength={60} required />
        )}
        <ButtonRow>
          <Button>{text(locale, offered ? 'join.sure' : 'join.look')}</Button>
          <LinkButton look="subtle" href={home}>
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </SettingsPage>
  );
}
