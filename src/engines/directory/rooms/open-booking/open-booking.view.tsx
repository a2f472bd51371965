import { Alert, Button, Columns, DescriptionDetails, ErrorSummary, FieldRow, Form, Panel, RadioGroup, SelectField, StatusChip, SummaryList, TextField, Timeline, WorkPage } from '../../../../kernel/html/index.ts';
import { civilZone } from '../../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatMoment } from '../../../../kernel/i18n/format.ts';
import { roomOptions, Why } from '../book-room/book-room.view.tsx';
import { SlotTable } from '../take-slot/slot-table.tsx';
import { one } from '../keep-building/keep-building.view.tsx';
import { text } from '../messages.ts';
import { bookingName, ruleWords, spanWords } from '../room-words.ts';
import { readRule } from '../rule.ts';
import type { OpenedBooking } from './open-booking.ts';

/** One booking: when and where, who comes, and what can be done with it or with all that follow. */
export function openBookingView(opened: OpenedBooking, context: ViewContext) {
  const { booking, series, slots, timeline, errors, clashes, isChangedMeanwhile } = opened;
  const { locale, may, now } = context;
  const isAhead = !booking.cancelledAt && booking.endsAt.epochMilliseconds > now.epochMilliseconds;
  return (
    <WorkPage
      frame={context.frame()}
      title={bookingName(booking)}
      lead={booking.cancelledAt ? <StatusChip tone="closed">{text(locale, 'booking.cancelled')}</StatusChip> : spanWords(locale, booking)}
      crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: `/rooms/${booking.room.id}`, label: booking.room.name }]}
    >
      {isChangedMeanwhile && (
        <Alert kind="warning" title={text(locale, 'meanwhile.title')} announced>
          {text(locale, 'meanwhile.booking', { when: spanWords(locale, booking), room: booking.room.name })}
        </Alert>
      )}
      {clashes.length > 0 && (
        <Alert kind="warning" title={text(locale, 'clash.title')} announced>
          <ul>
            {clashes.slice(0, 10).map((clash) => (
              <li>
                {spanWords(locale, clash)}: <Why clash={clash} locale={locale} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Columns
        main={
          <>
            <Panel title={text(locale, 'booking.facts')}>
              <SummaryList
                locale={locale}
                rows={[
                  { label: text(locale, 'booking.when'), value: spanWords(locale, booking) },
                  { label: text(locale, 'booking.where'), value: <><a href={`/rooms/${booking.room.id}`}>{booking.room.name}</a>, {booking.room.buildingName}</> },
                  { label: text(locale, 'book.organisation'), value: <a href={`/directory/organisations/${booking.organisation.id}`}>{booking.organisation.name}</a> },
                  ...(booking.service ? [{ label: text(locale, 'book.service'), value: <a href={`/directory/services/${booking.service.id}`}>{booking.service.name}</a> }] : []),
                  ...(booking.title ? [{ label: text(locale, 'book.title-field'), value: booking.title }] : []),
                  ...(booking.account ? [{ label: text(locale, 'book.colleague'), value: booking.account.name }] : []),
                  ...(series ? [{ label: text(locale, 'book.repeat'), value: text(locale, 'booking.series', { rule: ruleWords(locale, readRule(series.rule)), day: formatDay(locale, series.lastOn) }) }] : []),
                  ...(booking.cancelledAt ? [{ label: text(locale, 'booking.cancelled'), value: text(locale, booking.cancelledInTime ? 'booking.cancelled.in-time' : 'booking.cancelled.late', { moment: formatMoment(locale, booking.cancelledAt) }) }] : []),
                ]}
              />
            </Panel>
            {slots.length > 0 && (
              <Panel title={text(locale, 'booking.slots')} flush>
                <SlotTable slots={slots} context={context} />
              </Panel>
            )}
            {isAhead && may('rooms:book') && <Change opened={opened} context={context} />}
          </>
        }
        side={
          <Panel title={text(locale, 'booking.history')}>
            <Timeline label={text(locale, 'booking.history')} entries={timeline.map(({ act, at, actorName }) => ({ moment: at.toString(), when: formatMoment(locale, at), title: context.words.act(locale, act), ...(actorName ? { who: actorName } : {}) }))} />
          </Panel>
        }
      />
    </WorkPage>
  );
}

function Change({ opened: { booking, rooms, following, values, errors }, context }: { opened: OpenedBooking; context: ViewContext }) {
  const { locale, key } = context;
  const at = `/rooms/bookings/${booking.id}`;
  const [starts, ends] = [booking.startsAt.toZonedDateTimeISO(civilZone), booking.endsAt.toZonedDateTimeISO(civilZone)];
  const clock = (moment: typeof starts) => moment.toPlainTime().toString().slice(0, 5);
  const scope = (id: string) =>
    following > 1 ? (
      <RadioGroup locale={locale} id={id} name="scope" label={text(locale, 'scope')} value={one(values, 'scope') ?? 'this'} error={errors['scope']} inline options={[{ value: 'this', label: text(locale, 'scope.this') }, { value: 'following', label: text(locale, 'scope.following', { count: following }) }]} />
    ) : (
      <input type="hidden" name="scope" value="this" />
    );
  return (
    <>
      <DescriptionDetails summary={text(locale, 'move')} open={Object.keys(errors).length > 0}>
        <Form action={`${at}/move`} once={key} version={booking.version} label={text(locale, 'move')}>
          <FieldRow>
            <SelectField locale={locale} name="room" label={text(locale, 'book.room')} value={one(values, 'room') ?? booking.room.id} error={errors['room']} options={roomOptions(rooms, locale)} />
            <TextField locale={locale} name="day" type="date" label={text(locale, 'book.day')} value={one(values, 'day') ?? starts.toPlainDate().toString()} error={errors['day']} />
            <TextField locale={locale} name="from" type="time" label={text(locale, 'book.from')} value={one(values, 'from') ?? clock(starts)} error={errors['from']} />
            <TextField locale={locale} name="until" type="time" label={text(locale, 'book.until')} value={one(values, 'until') ?? clock(ends)} error={errors['until']} />
          </FieldRow>
          {scope('move-scope')}
          {booking.slotsTaken > 0 && <p>{text(locale, 'move.slots', { count: booking.slotsTaken })}</p>}
          <div>
            <Button look="secondary">{text(locale, 'move.act')}</Button>
          </div>
        </Form>
      </DescriptionDetails>
      <DescriptionDetails summary={text(locale, 'cancel-booking')}>
        <Form action={`${at}/cancel`} once={key} version={booking.version} label={text(locale, 'cancel-booking')}>
          {scope('cancel-scope')}
          {booking.slotsTaken > 0 && <p>{text(locale, 'cancel-booking.slots', { count: booking.slotsTaken })}</p>}
          <div>
            <Button look="harm" icon="ban">{text(locale, 'cancel-booking.act')}</Button>
          </div>
        </Form>
      </DescriptionDetails>
    </>
  );
}
