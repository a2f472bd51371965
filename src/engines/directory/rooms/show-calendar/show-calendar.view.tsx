import { EmptyState, FilterBar, LinkButton, SelectField, Table, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatMonth } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { bookingName, hoursOf, weekdayName } from '../room-words.ts';
import type { Booking } from '../room.ts';
import { RoomTabs } from '../room-tabs.tsx';
import type { RoomCalendar } from './show-calendar.ts';

/** Who is in which room: a week of all rooms of a building, or a week or a month of one. */
export function showCalendarView(calendar: RoomCalendar, context: ViewContext) {
  const { building, room, view, days, at } = calendar;
  const { locale, may } = context;
  if (!building) return <NoBuilding context={context} />;
  const book = may('rooms:book') && (
    <LinkButton look="primary" icon="calendar-plus" hotkey="n" href={`/rooms/book?day=${at}${room ? `&room=${room.id}` : ''}`}>
      {text(locale, 'book.act')}
    </LinkButton>
  );
  const title = `${room?.name ?? building.name}: ${view === 'month' ? formatMonth(locale, at) : text(locale, 'calendar.week', { week: at.weekOfYear ?? '', from: formatDay(locale, days[0]!), until: formatDay(locale, days[6]!) })}`;
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]} act={book} wide>
      <RoomTabs context={context} current="calendar" building={building.id} />
      <Choices calendar={calendar} locale={locale} />
      <Steps calendar={calendar} locale={locale} />
      {view === 'month' ? <Month calendar={calendar} locale={locale} /> : <Week calendar={calendar} locale={locale} />}
    </WorkPage>
  );
}

function Choices({ calendar: { buildings, building, rooms, room, at, view, bookings }, locale }: { calendar: RoomCalendar; locale: Locale }) {
  return (
    <FilterBar locale={locale} action="/rooms/calendar" result={text(locale, 'calendar.count', { count: bookings.length })} clearHref={room ? `/rooms/calendar?building=${building!.id}&day=${at}` : undefined} keep={{ view }}>
      {buildings.length > 1 && !room && <SelectField locale={locale} name="building" label={text(locale, 'building.name')} value={building!.id} options={buildings.map(({ id, name }) => ({ value: id, label: name }))} />}
      {rooms.length > 0 && <SelectField locale={locale} name="room" label={text(locale, 'room.name')} placeholder={text(locale, 'calendar.all-rooms')} value={room?.id} options={rooms.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextField locale={locale} name="day" type="date" label={text(locale, 'book.day')} value={at.toString()} />
    </FilterBar>
  );
}

/** A week or a month back and on, as links. */
function Steps({ calendar: { view, at, room, building }, locale }: { calendar: RoomCalendar; locale: Locale }) {
  const of = room ? `room=${room.id}` : `building=${building!.id}`;
  const href = (day: Temporal.PlainDate, as = view) => `/rooms/calendar?${of}&day=${day}&view=${as}`;
  const step = view === 'month' ? { months: 1 } : { weeks: 1 };
  return (
    <p class="ww-no-print">
      <a href={href(at.subtract(step))}>{text(locale, view === 'month' ? 'calendar.month-before' : 'calendar.week-before')}</a>
      {' · '}
      <a href={`/rooms/calendar?${of}&view=${view}`}>{text(locale, 'calendar.now')}</a>
      {' · '}
      <a href={href(at.add(step))}>{text(locale, view === 'month' ? 'calendar.month-after' : 'calendar.week-after')}</a>
      {room && (
        <>
          {' · '}
          <a href={href(at, view === 'month' ? 'week' : 'month')}>{text(locale, view === 'month' ? 'calendar.as-week' : 'calendar.as-month')}</a>
        </>
      )}
    </p>
  );
}

function Week({ calendar, locale }: { calendar: RoomCalendar; locale: Locale }) {
  const { rooms, days } = calendar;
  const columns: Column<(typeof rooms)[number]>[] = [
    { key: 'room', head: text(locale, 'room.name'), cell: ({ name }) => name, nowrap: true },
    ...days.map((day, at) => ({ key: `day${at}`, head: `${weekdayName(locale, day.dayOfWeek).slice(0, 2)} ${day.day}/${day.month}`, cell: ({ id }: { id: string }) => <DayCell calendar={calendar} day={day} roomId={id} locale={locale} /> })),
  ];
  return <Table locale={locale} caption={text(locale, 'calendar.title')} columns={columns} rows={rooms} rowKey={({ id }) => id} rowHref={({ id }) => `/rooms/${id}`} empty={<p>{text(locale, 'rooms.none')}</p>} />;
}

function Month({ calendar, locale }: { calendar: RoomCalendar; locale: Locale }) {
  const { days, room } = calendar;
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const columns: Column<Temporal.PlainDate[]>[] = [
    { key: 'week', head: text(locale, 'calendar.week-short'), cell: ([monday]) => String(monday!.weekOfYear ?? ''), nowrap: true },
    ...Array.from({ length: 7 }, (_, at) => ({
      key: `day${at}`,
      head: weekdayName(locale, at + 1),
      cell: (week: Temporal.PlainDate[]) => (
        <>
          <span class="ww-plan__day">{`${week[at]!.day}/${week[at]!.month}`}</span>
          <DayCell calendar={calendar} day={week[at]!} roomId={room!.id} locale={locale} />
        </>
      ),
    })),
  ];
  return <Table locale={locale} caption={text(locale, 'calendar.title')} columns={columns} rows={weeks} rowKey={([monday]) => monday!.toString()} />;
}

function DayCell({ calendar: { bookings, closures, holidays }, day, roomId, locale }: { calendar: RoomCalendar; day: Temporal.PlainDate; roomId: string; locale: Locale }) {
  const closure = closures.find((each) => (each.roomId ?? roomId) === roomId && each.from.until(day).sign >= 0 && day.until(each.until).sign >= 0);
  const isHoliday = holidays.some((each) => each.equals(day));
  const ofDay = bookings.filter((booking) => booking.room.id === roomId && dayOf(booking.startsAt).equals(day));
  if (!closure && !isHoliday && ofDay.length === 0) return null;
  return (
    <>
      {(closure || isHoliday) && <span class="ww-plan__closed">{closure ? text(locale, 'closed.closure', { why: closure.why }) : text(locale, 'closed.holiday')}</span>}
      {ofDay.length > 0 && (
        <ul class="ww-plan">
          {ofDay.map((booking) => (
            <Entry booking={booking} locale={locale} />
          ))}
        </ul>
      )}
    </>
  );
}

function Entry({ booking, locale }: { booking: Booking; locale: Locale }) {
  return (
    <li class={booking.service ? 'ww-plan__entry ww-plan__entry--open' : 'ww-plan__entry'}>
      <a href={`/rooms/bookings/${booking.id}`}>
        <span class="ww-plan__hours">{hoursOf(locale, booking)}</span> {bookingName(booking)}
      </a>
      {booking.slots > 0 && <span class="ww-plan__free">{text(locale, 'slots.free', { count: booking.slots - booking.slotsTaken })}</span>}
    </li>
  );
}

function NoBuilding({ context }: { context: ViewContext }) {
  const { locale, may } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'calendar.title')} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]}>
      <RoomTabs context={context} current="calendar" />
      <EmptyState icon="building" title={text(locale, 'buildings.none.title')} act={may('rooms:manage') && <LinkButton look="primary" href="/rooms/buildings/new">{text(locale, 'building.add')}</LinkButton>}>
        {text(locale, 'buildings.none.what')}
      </EmptyState>
    </WorkPage>
  );
}
