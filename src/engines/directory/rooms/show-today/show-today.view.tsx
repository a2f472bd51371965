import { Button, Columns, EmptyState, ErrorSummary, Form, Hidden, LinkButton, Panel, SelectField, StatusChip, Table, Tabs, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDayLong, formatTime } from '../../../../kernel/i18n/format.ts';
import { one } from '../keep-building/keep-building.view.tsx';
import { text } from '../messages.ts';
import { bookingName, hoursOf } from '../room-words.ts';
import type { Booking } from '../room.ts';
import { RoomTabs } from '../room-tabs.tsx';
import type { Slot } from '../slot.store.ts';
import { walkInOutcomes, type WalkIn } from '../walk-in.store.ts';
import { DayPlan } from './day-plan.tsx';
import type { BuildingToday } from './show-today.ts';

/** The page of the reception desk: who is where, which appointment is free next, who waits. */
export function showTodayView(found: BuildingToday, context: ViewContext) {
  const { building, buildings, bookings, rooms, errors } = found;
  const { locale, may, today } = context;
  if (!building) return <NoBuilding context={context} />;
  const book = may('rooms:book') && (
    <LinkButton look="primary" icon="calendar-plus" hotkey="n" href={`/rooms/book?day=${today}`}>
      {text(locale, 'book.act')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'today.title', { building: building.name })} lead={formatDayLong(locale, today)} act={book} wide>
      <RoomTabs context={context} current="today" building={building.id} />
      {buildings.length > 1 && <Tabs label={text(locale, 'buildings.title')} items={buildings.map(({ id, name }) => ({ href: `/rooms?building=${id}`, label: name, current: id === building.id }))} />}
      <ErrorSummary locale={locale} errors={errors} />
      <Columns
        main={
          <>
            {rooms.length > 0 && bookings.length > 0 && <DayPlan rooms={rooms} bookings={bookings} context={context} />}
            <Panel title={text(locale, 'today.who')} flush>
              <Presences found={found} context={context} />
            </Panel>
          </>
        }
        side={may('rooms:desk') && <WalkIns found={found} buildingId={building.id} context={context} />}
      />
    </WorkPage>
  );
}

function Presences({ found: { bookings, slots }, context }: { found: BuildingToday; context: ViewContext }) {
  const { locale, now, may } = context;
  const columns: Column<Booking>[] = [
    { key: 'hours', head: text(locale, 'booking.hours'), cell: (booking) => hoursOf(locale, booking), nowrap: true },
    { key: 'room', head: text(locale, 'room.name'), cell: ({ room }) => <a href={`/rooms/${room.id}`}>{room.name}</a>, nowrap: true },
    { key: 'who', head: text(locale, 'booking.who'), cell: bookingName, grow: true },
    { key: 'colleague', head: text(locale, 'book.colleague'), cell: ({ account }) => account?.name, wideOnly: true },
    { key: 'free', head: text(locale, 'today.free'), cell: (booking) => <NextFree slots={slots.filter(({ bookingId }) => bookingId === booking.id)} locale={locale} now={now} linked={may('rooms:desk')} /> },
    { key: 'state', head: text(locale, 'today.state'), cell: (booking) => <Presence booking={booking} context={context} /> },
  ];
  return (
    <Table
      locale={locale}
      caption={text(locale, 'today.who')}
      columns={columns}
      rows={bookings}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/rooms/bookings/${id}`}
      empty={
        <EmptyState icon="door-open" title={text(locale, 'today.nobody')}>
          {text(locale, 'today.nobody.what')}
        </EmptyState>
      }
    />
  );
}

function Presence({ booking: { startsAt, endsAt }, context: { locale, now } }: { booking: Booking; context: ViewContext }) {
  if (endsAt.epochMilliseconds <= now.epochMilliseconds) return <StatusChip tone="closed">{text(locale, 'presence.over')}</StatusChip>;
  if (startsAt.epochMilliseconds <= now.epochMilliseconds) return <StatusChip tone="busy">{text(locale, 'presence.now')}</StatusChip>;
  return <StatusChip>{text(locale, 'presence.later')}</StatusChip>;
}

function NextFree({ slots, locale, now, linked }: { slots: Slot[]; locale: ViewContext['locale']; now: ViewContext['now']; linked: boolean }) {
  if (slots.length === 0) return null;
  const free = slots.filter(({ isTaken, endsAt }) => !isTaken && endsAt.epochMilliseconds > now.epochMilliseconds);
  if (free.length === 0) return <>{text(locale, 'slots.full')}</>;
  const words = text(locale, 'slots.next', { count: free.length, time: formatTime(locale, free[0]!.startsAt) });
  return linked ? <a href={`/rooms/slots/${free[0]!.id}`}>{words}</a> : <>{words}</>;
}

function WalkIns({ found: { walkIns, services, values, errors }, buildingId, context }: { found: BuildingToday; buildingId: string; context: ViewContext }) {
  const { locale, key } = context;
  const waiting = walkIns.filter(({ endedAt }) => !endedAt);
  return (
    <Panel title={text(locale, 'walk-ins.title', { count: waiting.length })} tone={waiting.length > 0 ? 'waiting' : undefined}>
      {waiting.map((walkIn) => (
        <Waiting walkIn={walkIn} context={context} />
      ))}
      <Form action="/rooms/walk-ins" once={key} label={text(locale, 'walk-in.note')}>
        <Hidden name="building" value={buildingId} />
        <TextField locale={locale} name="called" label={text(locale, 'slot.called')} hint={text(locale, 'walk-in.called.hint')} value={one(values, 'called')} error={errors['called']} maxLength={60} optional />
        <SelectField locale={locale} name="service" label={text(locale, 'walk-in.for')} placeholder={text(locale, 'walk-in.for-the-desk')} value={one(values, 'service')} error={errors['service']} options={services.map(({ id, name, organisation }) => ({ value: id, label: `${name} (${organisation.name})` }))} />
        <div>
          <Button look="secondary" icon="plus">{text(locale, 'walk-in.note')}</Button>
        </div>
      </Form>
      {walkIns.length > waiting.length && <p>{text(locale, 'walk-ins.done', { count: walkIns.length - waiting.length })}</p>}
    </Panel>
  );
}

function Waiting({ walkIn, context: { locale, key } }: { walkIn: WalkIn; context: ViewContext }) {
  return (
    <div class="ww-plan__waiting">
      <p>
        <strong>{walkIn.called ?? text(locale, 'slot.nameless')}</strong>
        {' · '}
        {text(locale, 'walk-in.since', { time: formatTime(locale, walkIn.cameAt) })}
        {walkIn.service && ` · ${walkIn.service.name}`}
      </p>
      <Form action={`/rooms/walk-ins/${walkIn.id}/end`} once={key} label={text(locale, 'walk-in.end')}>
        <div class="ww-button-row">
          {walkInOutcomes.map((outcome) => (
            <Button look={outcome === 'helped' ? 'secondary' : 'subtle'} small name="outcome" value={outcome}>
              {text(locale, `walk-in.outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      </Form>
    </div>
  );
}

function NoBuilding({ context }: { context: ViewContext }) {
  const { locale, may } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'rooms.title')}>
      <RoomTabs context={context} current="today" />
      <EmptyState icon="door-open" title={text(locale, 'buildings.none.title')} act={may('rooms:manage') && <LinkButton look="primary" href="/rooms/buildings/new">{text(locale, 'building.add')}</LinkButton>}>
        {text(locale, 'buildings.none.what')}
      </EmptyState>
    </WorkPage>
  );
}
