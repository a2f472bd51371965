import { Alert, Button, EmptyState, FilterBar, Form, Pagination, Panel, SelectField, StatusChip, SummaryList, Table, type Tone } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { messageStates, type MessageState } from '../../../kernel/messages/message.ts';
import type { Message } from '../../../kernel/messages/message.store.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import type { Outbox } from './read-outbox.ts';

const tones: Record<MessageState, Tone> = { waiting: 'busy', sending: 'busy', sent: 'done', kept: 'neutral', failed: 'harm', uncertain: 'waiting' };

export function outboxView(data: Outbox, context: ViewContext) {
  const { locale } = context;
  const { messages, state, channel, before, next, sends } = data;
  const at = (query: Record<string, string>) => `/settings/outbox?${new URLSearchParams({ ...(state ? { state } : {}), ...(channel ? { channel } : {}), ...query })}`;
  return (
    <SettingsPage context={context} title={text(locale, 'outbox.title')} lead={<p>{text(locale, 'outbox.about')}</p>} wide>
      {!sends && <Alert>{text(locale, 'outbox.no-server')}</Alert>}
      <FilterBar locale={locale} action="/settings/outbox" result={text(locale, 'outbox.result', { count: messages.length })} clearHref={state || channel ? '/settings/outbox' : undefined}>
        <SelectField locale={locale} name="state" label={text(locale, 'outbox.state')} value={state} placeholder={text(locale, 'outbox.every-state')} options={messageStates.map((each) => ({ value: each, label: text(locale, `message-state.${each}`) }))} />
        <SelectField locale={locale} name="channel" label={text(locale, 'outbox.channel')} value={channel} placeholder={text(locale, 'outbox.every-channel')} options={(['mail', 'sms'] as const).map((each) => ({ value: each, label: text(locale, `channel.${each}`) }))} />
      </FilterBar>
      <Table
        locale={locale}
        caption={text(locale, 'outbox.title')}
        rows={messages}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/settings/outbox/${id}`}
        tone={({ state: each }) => (each === 'failed' ? 'harm' : each === 'uncertain' ? 'waiting' : undefined)}
        empty={
          <EmptyState icon="mail" title={text(locale, 'outbox.none.title')}>
            {text(locale, 'outbox.none.text')}
          </EmptyState>
        }
        columns={[
          { key: 'subject', head: text(locale, 'outbox.subject'), grow: true, cell: ({ subject, channel: by }) => subject || text(locale, `channel.${by}`) },
          { key: 'to', head: text(locale, 'outbox.to'), cell: ({ recipient }) => recipient },
          { key: 'channel', head: text(locale, 'outbox.channel'), wideOnly: true, cell: ({ channel: by }) => text(locale, `channel.${by}`) },
          { key: 'made', head: text(locale, 'outbox.made'), cell: ({ madeAt }) => formatMoment(locale, madeAt) },
          { key: 'state', head: text(locale, 'outbox.state'), cell: (message) => <StateChip locale={locale} message={message} /> },
        ]}
      />
      <Pagination locale={locale} previousHref={before ? at({}) : undefined} nextHref={next ? at({ before: next }) : undefined} />
    </SettingsPage>
  );
}

function StateChip({ locale, message: { state } }: { locale: Locale; message: Message }) {
  return <StatusChip tone={tones[state]}>{text(locale, `message-state.${state}`)}</StatusChip>;
}

export function messageView({ message, sends }: { message: Message; sends: boolean }, context: ViewContext) {
  const { locale, key } = context;
  const { id, channel, recipient, subject, body, purpose, state, attempts, madeAt, endedAt, error } = message;
  const canSend = sends && channel === 'mail' && (state === 'kept' || state === 'failed' || state === 'uncertain');
  return (
    <SettingsPage context={context} title={subject || text(locale, `channel.${channel}`)} lead={<StateChip locale={locale} message={message} />} crumbs={[{ href: '/settings/outbox', label: text(locale, 'outbox.title') }]}>
      {state === 'uncertain' && <Alert kind="warning">{text(locale, 'outbox.uncertain')}</Alert>}
      {state === 'failed' && <Alert kind="error">{text(locale, 'outbox.failed')}</Alert>}
      {state === 'kept' && <Alert>{text(locale, channel === 'mail' ? 'outbox.kept.mail' : 'outbox.kept.sms')}</Alert>}
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'outbox.to'), value: recipient },
          { label: text(locale, 'outbox.made'), value: formatMoment(locale, madeAt) },
          ...(endedAt ? [{ label: text(locale, 'outbox.ended'), value: formatMoment(locale, endedAt) }] : []),
          { label: text(locale, 'outbox.attempts'), value: attempts },
          { label: text(locale, 'outbox.purpose'), value: purpose },
          ...(error ? [{ label: text(locale, 'outbox.error'), value: error }] : []),
        ]}
      />
      <Panel title={text(locale, 'outbox.body')}>
        <p class="ww-message-body">{linesOf(body)}</p>
      </Panel>
      {canSend && (
        <Form action={`/settings/outbox/${id}/send`} once={key}>
          <Button look="secondary" icon="send">
            {text(locale, 'outbox.send')}
          </Button>
        </Form>
      )}
    </SettingsPage>
  );
}

/** Line by line; an address of its own becomes a link that can be followed. */
function linesOf(body: string) {
  return body.split('\n').map((line) => (
    <>
      {/^https?:\/\/\S+$/.test(line) && !line.endsWith('…') ? <a href={line}>{line}</a> : line}
      <br />
    </>
  ));
}
