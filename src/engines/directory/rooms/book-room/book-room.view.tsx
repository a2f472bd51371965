import { Alert, Button, ButtonRow, CheckboxField, CheckboxGroup, DescriptionDetails, EmptyState, ErrorSummary, FieldRow, Form, LinkButton, RadioGroup, SelectField, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import { civilZone } from '../../../../kernel/clock/clock.ts';
import type { FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import type { Clash } from '../bookings.ts';
import type { Span } from '../cut-slots.ts';
import { one } from '../keep-building/keep-building.view.tsx';
import { text } from '../messages.ts';
import { weekdays } from '../opening.ts';
import { bookingName, closedWords, hoursOf, kindLabel, spanWords, weekdayName } from '../room-words.ts';
import type { Room } from '../room.ts';
import type { BookScreen } from './book-room.ts';
import { nths, repeats } from './repeats.ts';

/** Who, where, when; again and again; and cut into appointments. */
export function bookRoomView(screen: BookScreen, context: ViewContext) {
  const { locale, key } = context;
  const { values, errors, rooms, organisations, services, colleagues, obstacles } = screen;
  const field = (name: string) => ({ locale, name, value: one(values, name), error: errors[name] });
  const labels = Object.fromEntries((['room', 'organisation', 'service', 'colleague', 'day', 'from', 'until', 'lastOn', 'slotMinutes', 'breaks', 'every', 'days'] as const).map((name) => [name, text(locale, `book.${name}`)]));
  if (rooms.length === 0) return <NoRooms context={context} />;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'book.title')} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: '/rooms/calendar', label: text(locale, 'calendar.title') }]}>
      {obstacles && <Obstacles obstacles={obstacles} values={values} locale={locale} />}
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Form action="/rooms/bookings" once={key} label={text(locale, 'book.title')} id="book">
        <FieldRow>
          <SelectField {...field('room')} label={labels['room']!} placeholder={text(locale, 'choose')} options={roomOptions(rooms, locale)} />
          <SelectField {...field('organisation')} label={labels['organisation']!} placeholder={text(locale, 'choose')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextField {...field('title')} label={text(locale, 'book.title-field')} maxLength={100} optional />
        </FieldRow>
        <FieldRow>
          <TextField {...field('day')} type="date" label={labels['day']!} />
          <TextField {...field('from')} type="time" label={labels['from']!} />
          <TextField {...field('until')} type="time" label={labels['until']!} />
        </FieldRow>
        <RadioGroup locale={locale} name="repeat" label={text(locale, 'book.repeat')} value={one(values, 'repeat') ?? 'once'} error={errors['repeat']} inline options={repeats.map((value) => ({ value, label: text(locale, `repeat.${value}`) }))} />
        <DescriptionDetails summary={text(locale, 'book.repeat.more')} open={(one(values, 'repeat') ?? 'once') !== 'once'}>
          <FieldRow>
            <TextField {...field('every')} type="number" min={1} max={26} label={labels['every']!} hint={text(locale, 'book.every.hint')} size={4} />
            <TextField {...field('lastOn')} type="date" label={labels['lastOn']!} hint={text(locale, 'book.lastOn.hint')} />
            <SelectField {...field('nth')} label={text(locale, 'book.nth')} placeholder={text(locale, 'book.nth.same')} options={nths.map((value) => ({ value, label: text(locale, `nth.${value}`) }))} />
          </FieldRow>
          <CheckboxGroup locale={locale} name="days" label={labels['days']!} hint={text(locale, 'book.days.hint')} values={[values['days'] ?? []].flat()} error={errors['days']} inline options={weekdays.map((day) => ({ value: String(day), label: weekdayName(locale, day) }))} />
          <CheckboxField locale={locale} name="overHolidays" label={text(locale, 'book.overHolidays')} checked={values['overHolidays'] !== undefined} />
        </DescriptionDetails>
        <DescriptionDetails summary={text(locale, 'book.consultation')} open={Boolean(one(values, 'service') ?? one(values, 'slotMinutes'))}>
          <FieldRow>
            <SelectField {...field('service')} label={labels['service']!} placeholder={text(locale, 'book.no-service')} options={services.map(({ id, name, organisation }) => ({ value: id, label: `${name} (${organisation.name})` }))} />
            <TextField {...field('slotMinutes')} type="number" min={5} max={240} label={labels['slotMinutes']!} hint={text(locale, 'book.slotMinutes.hint')} size={4} optional />
            <TextField {...field('breaks')} label={labels['breaks']!} hint={text(locale, 'book.breaks.hint')} size={20} optional />
          </FieldRow>
          <SelectField {...field('colleague')} label={labels['colleague']!} hint={text(locale, 'book.colleague.hint')} placeholder={text(locale, 'book.no-colleague')} options={colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
        </DescriptionDetails>
        <ButtonRow>
          <Button icon="calendar-plus">{text(locale, 'book.act')}</Button>
          <LinkButton look="subtle" href="/rooms/calendar">
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

function NoRooms({ context }: { context: ViewContext }) {
  const { locale, may } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'book.title')} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]}>
      <EmptyState icon="door-open" title={text(locale, 'buildings.none.title')} act={may('rooms:manage') && <LinkButton look="primary" href="/rooms/buildings/new">{text(locale, 'building.add')}</LinkButton>}>
        {text(locale, 'buildings.none.what')}
      </EmptyState>
    </WorkPage>
  );
}

export function roomOptions(rooms: readonly Room[], locale: Locale) {
  const buildings = [...new Set(rooms.map(({ buildingName }) => buildingName))];
  return buildings.map((group) => ({ group, options: rooms.filter(({ buildingName }) => buildingName === group).map(({ id, name, kind, capacity }) => ({ value: id, label: `${name} (${kindLabel(locale, kind)}, ${capacity})` })) }));
}

const shownClashes = 10;

/** Which booking is in the way, and what could be done instead. */
function Obstacles({ obstacles: { clashes, occurrences, proposals }, values, locale }: { obstacles: NonNullable<BookScreen['obstacles']>; values: FormValues; locale: Locale }) {
  const left = occurrences - clashes.length;
  return (
    <Alert kind="warning" title={occurrences > 1 ? text(locale, 'clash.title-series', { count: clashes.length, total: occurrences }) : text(locale, 'clash.title')} announced>
      <ul>
        {clashes.slice(0, shownClashes).map((clash) => (
          <li>
            {spanWords(locale, clash)}: <Why clash={clash} locale={locale} />
          </li>
        ))}
        {clashes.length > shownClashes && <li>{text(locale, 'clash.more', { count: clashes.length - shownClashes })}</li>}
      </ul>
      {occurrences > 1 && left > 0 && (
        <p>
          <button class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action" type="submit" form="book" name="skipClashes" value="yes">
            {text(locale, 'clash.skip', { count: left })}
          </button>
        </p>
      )}
      {proposals.rooms.length > 0 && (
        <p>
          {text(locale, 'clash.free-rooms')}{' '}
          {proposals.rooms.map(({ id, name, kind, capacity }, at) => (
            <>
              {at > 0 && ' · '}
              <a href={insteadHref(values, { room: id })}>{`${name} (${kindLabel(locale, kind)}, ${capacity})`}</a>
            </>
          ))}
        </p>
      )}
      {proposals.hours.length > 0 && (
        <p>
          {text(locale, 'clash.free-hours')}{' '}
          {proposals.hours.map((span, at) => (
            <>
              {at > 0 && ' · '}
              <a href={insteadHref(values, clockTimes(span))}>{hoursOf(locale, span)}</a>
            </>
          ))}
        </p>
      )}
      {proposals.rooms.length === 0 && proposals.hours.length === 0 && <p>{text(locale, 'clash.nothing-free')}</p>}
    </Alert>
  );
}

export function Why({ clash: { by }, locale }: { clash: Clash; locale: Locale }) {
  if ('closed' in by) return <>{closedWords(locale, by.closed)}</>;
  return (
    <>
      {text(locale, 'clash.booked')} <a href={`/rooms/bookings/${by.booking.id}`}>{`${bookingName(by.booking)}, ${hoursOf(locale, by.booking)}`}</a>
    </>
  );
}

function clockTimes({ startsAt, endsAt }: Span) {
  const clock = (instant: Span['startsAt']) => instant.toZonedDateTimeISO(civilZone).toPlainTime().toString().slice(0, 5);
  return { from: clock(startsAt), until: clock(endsAt) };
}

/** The same form, filled in as it was but for what is chosen here. */
function insteadHref(values: FormValues, chosen: Record<string, string>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, ...chosen })) {
    if (name === '_key' || name === 'skipClashes') continue;
    for (const each of [value].flat()) query.append(name, each);
  }
  return `/rooms/book?${query}`;
}
