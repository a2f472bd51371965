import { Alert, Button, EmptyState, ErrorSummary, FieldRow, Form, Panel, SelectField, StatusChip, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import type { Feeds } from './keep-feeds.ts';

type Feed = Feeds['feeds'][number];

/** One's calendar links, with when each was last fetched and whether it still works. */
export function keepFeedsView({ feeds, organisations, rooms, errors }: Feeds, context: ViewContext) {
  const { locale, key } = context;
  const hasOwn = feeds.some(({ of }) => of.type === 'account');
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'title')} lead={text(locale, 'what')}>
      <ErrorSummary locale={locale} errors={errors} />
      <Table
        locale={locale}
        caption={text(locale, 'title')}
        columns={columns(context)}
        rows={feeds}
        rowKey={({ id }) => id}
        tone={(feed) => (stateOf(feed, context) === 'broken' ? 'waiting' : undefined)}
        empty={
          <EmptyState icon="calendar-plus" title={text(locale, 'none.title')}>
            {text(locale, 'none.what')}
          </EmptyState>
        }
      />
      {!hasOwn && (
        <Panel title={text(locale, 'own.title')}>
          <p>{text(locale, 'own.what')}</p>
          <Form action="/account/calendar" once={key} label={text(locale, 'own.title')}>
            <Button icon="calendar-plus">{text(locale, 'make')}</Button>
          </Form>
        </Panel>
      )}
      {organisations.length > 0 && (
        <Panel title={text(locale, 'team.title')}>
          <p>{text(locale, 'team.what')}</p>
          <Form action="/account/calendar" once={key} label={text(locale, 'team.title')}>
            <FieldRow>
              <SelectField locale={locale} name="organisation" label={text(locale, 'team.organisation')} error={errors['organisation']} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
            </FieldRow>
            <div>
              <Button look="secondary" icon="calendar-plus">{text(locale, 'make')}</Button>
            </div>
          </Form>
        </Panel>
      )}
      {rooms.length > 0 && (
        <Panel title={text(locale, 'room.title')}>
          <p>{text(locale, 'room.what')}</p>
          <Form action="/account/calendar" once={key} label={text(locale, 'room.title')}>
            <FieldRow>
              <SelectField locale={locale} name="room" label={text(locale, 'room.room')} error={errors['room']} options={rooms.map(({ id, name, buildingName }) => ({ value: id, label: `${name}, ${buildingName}` }))} />
            </FieldRow>
            <div>
              <Button look="secondary" icon="calendar-plus">{text(locale, 'make')}</Button>
            </div>
          </Form>
        </Panel>
      )}
    </WorkPage>
  );
}

function columns(context: ViewContext): Column<Feed>[] {
  const { locale, key } = context;
  return [
    { key: 'name', head: text(locale, 'feed.of'), cell: ({ name }) => name, grow: true },
    { key: 'made', head: text(locale, 'feed.made'), cell: ({ madeAt }) => formatMoment(locale, madeAt), nowrap: true },
    {
      key: 'fetched',
      head: text(locale, 'feed.fetched'),
      cell: ({ fetchedAt, fetchedBy }) => (fetchedAt ? [formatMoment(locale, fetchedAt), fetchedBy].filter(Boolean).join(' · ') : text(locale, 'feed.never')),
    },
    { key: 'state', head: text(locale, 'feed.state'), cell: (feed) => <FeedState feed={feed} context={context} /> },
    {
      key: 'acts',
      head: text(locale, 'feed.acts'),
      cell: ({ id, name }) => (
        <div class="ww-button-row">
          <Form action={`/account/calendar/${id}/renew`} once={key} label={text(locale, 'renew-of', { name })}>
            <Button look="secondary" small icon="refresh-cw">{text(locale, 'renew')}</Button>
          </Form>
          <Form action={`/account/calendar/${id}/end`} once={key} label={text(locale, 'end-of', { name })}>
            <Button look="subtle" small icon="ban">{text(locale, 'end')}</Button>
          </Form>
        </div>
      ),
    },
  ];
}

/** A program asks about every hour; two days of silence mean that it lost the link, or was taken away. */
const silence = { hours: 48 };

function stateOf({ madeAt, fetchedAt, failedAt }: Feed, { now }: Pick<ViewContext, 'now'>): 'waiting' | 'works' | 'broken' {
  if (failedAt) return 'broken';
  const last = fetchedAt ?? madeAt;
  if (now.subtract(silence).epochMilliseconds > last.epochMilliseconds) return 'broken';
  return fetchedAt ? 'works' : 'waiting';
}

function FeedState({ feed, context }: { feed: Feed; context: ViewContext }) {
  const { locale, now } = context;
  const state = stateOf(feed, context);
  if (state === 'works') return <StatusChip tone="done">{text(locale, 'state.works')}</StatusChip>;
  if (state === 'waiting') return <StatusChip tone="neutral">{text(locale, 'state.waiting')}</StatusChip>;
  const days = Math.floor((now.epochMilliseconds - (feed.fetchedAt ?? feed.madeAt).epochMilliseconds) / 86_400_000);
  return (
    <>
      <StatusChip tone="waiting">{text(locale, 'state.broken')}</StatusChip>
      <p>{feed.failedAt ? text(locale, 'state.failed', { moment: formatMoment(locale, feed.failedAt) }) : text(locale, 'state.silent', { count: days })}</p>
    </>
  );
}

/** The link of a calendar, this once. */
export function newFeedView(secret: string, context: ViewContext) {
  const { locale, publicUrl } = context;
  const address = `${publicUrl}/calendar/${secret}/agenda.ics`;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'new.title')} crumbs={[{ href: '/account/calendar', label: text(locale, 'title') }]}>
      <Alert kind="warning">{text(locale, 'new.once')}</Alert>
      <TextField locale={locale} name="address" label={text(locale, 'new.address')} hint={text(locale, 'new.how')} value={address} dir="ltr" />
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{text(locale, 'new.open')}</a>
      </p>
    </WorkPage>
  );
}
