import { Button, Columns, Form, LinkButton, Panel, RadioGroup, StatusChip, SummaryList, Table, WorkPage } from '../../html/index.ts';
import type { ViewContext } from '../../http/context.ts';
import { formatDay, formatMoment } from '../../i18n/format.ts';
import { dayOf } from '../../clock/clock.ts';
import { text } from '../messages.ts';
import type { Passkey } from '../passkey.store.ts';
import { roleName } from '../role-name.ts';
import type { OwnSession } from '../session.store.ts';
import type { OwnAccount } from './own-account.ts';

export function ownAccountView(data: OwnAccount, context: ViewContext) {
  const { locale, frame } = context;
  return (
    <WorkPage frame={frame()} title={text(locale, 'own.title')}>
      <Columns
        main={
          <>
            <PasskeysPanel context={context} data={data} />
            <PasswordPanel context={context} data={data} />
            <CodesPanel context={context} data={data} />
            <SessionsPanel context={context} data={data} />
          </>
        }
        side={<WhoPanel context={context} data={data} />}
      />
    </WorkPage>
  );
}

interface PartProps {
  context: ViewContext;
  data: OwnAccount;
}

function WhoPanel({ context: { locale, key }, data: { account } }: PartProps) {
  return (
    <>
      <Panel title={text(locale, 'own.who')}>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'own.name'), value: account.name },
            { label: text(locale, 'field.email'), value: account.email },
            { label: text(locale, 'own.roles', { count: account.roles.length }), value: account.roles.map((role) => roleName(locale, role)).join(', ') },
          ]}
        />
        <p>{text(locale, 'own.who.change')}</p>
        <p>
          <a href="/account/calendar">{text(locale, 'own.calendar')}</a>
        </p>
      </Panel>
      <Panel title={text(locale, 'own.language')}>
        <Form action="/account/language" once={key}>
          <RadioGroup locale={locale} name="locale" label={text(locale, 'own.language.label')} value={account.locale} options={[{ value: 'nl', label: text(locale, 'language.nl') }, { value: 'en', label: text(locale, 'language.en') }]} />
          <Button look="secondary">{text(locale, 'own.language.act')}</Button>
        </Form>
      </Panel>
    </>
  );
}

function PasskeysPanel({ context: { locale, key }, data: { passkeys, canAddPasskey } }: PartProps) {
  const day = (moment: Passkey['madeAt'] | null) => (moment ? formatDay(locale, dayOf(moment)) : text(locale, 'own.never'));
  return (
    <Panel title={text(locale, 'own.passkeys')} act={canAddPasskey && <LinkButton small icon="plus" href="/account/passkeys/new">{text(locale, 'own.passkey.add')}</LinkButton>}>
      <p>{text(locale, canAddPasskey ? 'passkey.about' : 'passkey.not-here')}</p>
      {passkeys.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'own.passkeys')}
          rows={passkeys}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', head: text(locale, 'own.name'), grow: true, cell: ({ name }) => name },
            { key: 'made', head: text(locale, 'own.made'), cell: ({ madeAt }) => day(madeAt) },
            { key: 'used', head: text(locale, 'own.used'), cell: ({ usedAt }) => day(usedAt) },
            {
              key: 'remove',
              head: text(locale, 'own.act'),
              cell: ({ id, name }) => (
                <Form action={`/account/passkeys/${id}/remove`} once={key} label={text(locale, 'own.passkey.remove', { name })}>
                  <Button look="harm" small>
                    {text(locale, 'own.remove')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

function PasswordPanel({ context: { locale }, data: { ways } }: PartProps) {
  const { passwordChangedAt, authenticatorMadeAt } = ways;
  return (
    <Panel title={text(locale, 'own.password')}>
      <p>
        {passwordChangedAt ? text(locale, 'own.password.since', { day: formatDay(locale, dayOf(passwordChangedAt)) }) : text(locale, 'own.password.none')}{' '}
        {authenticatorMadeAt && text(locale, 'own.authenticator.since', { day: formatDay(locale, dayOf(authenticatorMadeAt)) })}
      </p>
      <div class="ww-button-row">
        <LinkButton href="/account/password">{text(locale, passwordChangedAt ? 'own.password.change' : 'own.password.add')}</LinkButton>
        {authenticatorMadeAt && <LinkButton href="/account/authenticator">{text(locale, 'own.authenticator.change')}</LinkButton>}
      </div>
    </Panel>
  );
}

function CodesPanel({ context: { locale, key }, data: { ways } }: PartProps) {
  const { recoveryCodesLeft: left, recoveryCodesMadeAt: made } = ways;
  return (
    <Panel title={text(locale, 'own.codes')} id="recovery-codes" tone={left === 0 ? 'waiting' : undefined}>
      <p>{text(locale, 'own.codes.about')}</p>
      <p>{made ? text(locale, 'own.codes.left', { count: left, day: formatDay(locale, dayOf(made)) }) : text(locale, 'own.codes.none')}</p>
      <Form action="/account/recovery-codes" once={key}>
        <Button look="secondary" icon="refresh-cw">
          {text(locale, made ? 'own.codes.renew' : 'own.codes.make')}
        </Button>
      </Form>
    </Panel>
  );
}

function SessionsPanel({ context: { locale, key }, data: { sessions, currentSession } }: PartProps) {
  return (
    <Panel title={text(locale, 'own.sessions')}>
      <p>{text(locale, 'own.sessions.about')}</p>
      <Table
        locale={locale}
        caption={text(locale, 'own.sessions')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'device', head: text(locale, 'own.sessions.device'), grow: true, cell: ({ device }) => device ?? text(locale, 'own.sessions.unknown') },
          { key: 'method', head: text(locale, 'own.sessions.by'), cell: ({ method }) => text(locale, `method.${method}`) },
          { key: 'made', head: text(locale, 'own.sessions.since'), cell: ({ madeAt }) => formatMoment(locale, madeAt) },
          { key: 'seen', head: text(locale, 'own.sessions.seen'), cell: ({ seenAt }) => formatMoment(locale, seenAt) },
          { key: 'end', head: text(locale, 'own.act'), cell: (session) => <EndSession locale={locale} once={key} session={session} isCurrent={session.id === currentSession} /> },
        ]}
      />
      {sessions.length > 1 && (
        <Form action="/account/sessions/end-others" once={key}>
          <Button look="harm">{text(locale, 'own.sessions.end-others')}</Button>
        </Form>
      )}
    </Panel>
  );
}

function EndSession({ locale, once, session, isCurrent }: { locale: ViewContext['locale']; once: string; session: OwnSession; isCurrent: boolean }) {
  if (isCurrent) return <StatusChip tone="done">{text(locale, 'own.sessions.here')}</StatusChip>;
  return (
    <Form action={`/account/sessions/${session.id}/end`} once={once} label={text(locale, 'own.sessions.end-one', { device: session.device ?? text(locale, 'own.sessions.unknown') })}>
      <Button look="harm" small>
        {text(locale, 'own.sessions.end')}
      </Button>
    </Form>
  );
}
