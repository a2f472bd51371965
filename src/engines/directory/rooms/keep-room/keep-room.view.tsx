import { Alert, Button, ButtonRow, CheckboxField, CheckboxGroup, Columns, EmptyState, ErrorSummary, FieldRow, Form, LinkButton, Panel, RadioGroup, SummaryList, Table, TextArea, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { one } from '../keep-building/keep-building.view.tsx';
import { text } from '../messages.ts';
import { bookingName, equipmentLabel, kindLabel, spanWords } from '../room-words.ts';
import { equipments, roomKinds, type Booking } from '../room.ts';
import type { OpenedRoom, RoomScreen } from './keep-room.ts';

/** A room: what it has, and who is there the coming weeks. */
export function openRoomView({ room, bookings }: OpenedRoom, context: ViewContext, refusal?: string) {
  const { locale, may, key } = context;
  const book = may('rooms:book') && !room.endedOn && (
    <LinkButton look="primary" icon="calendar-plus" hotkey="n" href={`/rooms/book?room=${room.id}`}>
      {text(locale, 'book.act')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={room.name} lead={room.buildingName} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: `/rooms/buildings/${room.buildingId}`, label: room.buildingName }]} act={bookings.length > 0 && book}>
      {refusal === 'room-is-booked' && <Alert kind="error">{text(locale, 'refusal.room-is-booked')}</Alert>}
      {room.endedOn && <Alert>{text(locale, 'room.ended-on', { day: formatDay(locale, room.endedOn) })}</Alert>}
      <Columns
        main={
          <Panel title={text(locale, 'room.ahead')} flush>
            <Table
              locale={locale}
              caption={text(locale, 'room.ahead')}
              columns={bookingColumns(locale)}
              rows={bookings}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/rooms/bookings/${id}`}
              empty={
                <EmptyState icon="calendar" title={text(locale, 'room.ahead.none')} act={book || undefined}>
                  {text(locale, 'room.ahead.none.what')}
                </EmptyState>
              }
            />
          </Panel>
        }
        side={
          <>
            <Panel title={text(locale, 'room.facts')} act={may('rooms:manage') && <a href={`/rooms/${room.id}/change`}>{text(locale, 'room.change')}</a>}>
              <SummaryList
                locale={locale}
                rows={[
                  { label: text(locale, 'room.kind'), value: kindLabel(locale, room.kind) },
                  { label: text(locale, 'room.capacity'), value: text(locale, 'room.people', { count: room.capacity }) },
                  { label: text(locale, 'room.floor'), value: room.floor ?? undefined },
                  { label: text(locale, 'room.accessible.short'), value: text(locale, room.isAccessible ? 'yes' : 'no') },
                  { label: text(locale, 'room.equipment'), value: room.equipment.map((code) => equipmentLabel(locale, code)).join(', ') || undefined },
                  { label: text(locale, 'room.note'), value: room.note ?? undefined },
                ]}
              />
            </Panel>
            <Panel>
              <p>
                <a href={`/rooms/${room.id}/sign`}>{text(locale, 'sign.print')}</a>
              </p>
              <p>
                <a href={`/rooms/calendar?room=${room.id}&view=month`}>{text(locale, 'calendar.month-of-room')}</a>
              </p>
              {may('rooms:manage') && !room.endedOn && (
                <Form action={`/rooms/${room.id}/end`} once={key} label={text(locale, 'room.end')}>
                  <Button look="subtle" icon="ban">{text(locale, 'room.end')}</Button>
                </Form>
              )}
            </Panel>
          </>
        }
      />
    </WorkPage>
  );
}

export function bookingColumns(locale: Locale): Column<Booking>[] {
  return [
    { key: 'when', head: text(locale, 'booking.when'), cell: (booking) => spanWords(locale, booking), nowrap: true },
    { key: 'who', head: text(locale, 'booking.who'), cell: bookingName, grow: true },
    { key: 'slots', head: text(locale, 'booking.slots.short'), cell: ({ slots, slotsTaken }) => (slots > 0 ? text(locale, 'booking.slots.taken', { taken: slotsTaken, count: slots }) : ''), nowrap: true },
  ];
}

export function roomFormView({ building, room, values, errors, isChangedMeanwhile }: RoomScreen, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, room ? 'room.change' : 'room.add');
  const equipment = values['equipment'];
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: `/rooms/buildings/${building.id}`, label: building.name }, ...(room ? [{ href: `/rooms/${room.id}`, label: room.name }] : [])]}>
      {isChangedMeanwhile && room && (
        <Alert kind="warning" title={text(locale, 'meanwhile.title')} announced>
          <p>{text(locale, 'meanwhile.what')}</p>
          <SummaryList locale={locale} rows={[{ label: text(locale, 'room.name'), value: room.name }, { label: text(locale, 'room.capacity'), value: String(room.capacity) }, { label: text(locale, 'room.note'), value: room.note ?? undefined }]} />
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={room ? `/rooms/${room.id}/change` : `/rooms/buildings/${building.id}/rooms`} once={key} {...(room ? { version: room.version } : {})} label={title}>
        <FieldRow>
          <TextField locale={locale} name="name" label={text(locale, 'room.name')} value={one(values, 'name')} error={errors['name']} maxLength={80} />
          <TextField locale={locale} name="floor" label={text(locale, 'room.floor')} value={one(values, 'floor')} error={errors['floor']} maxLength={40} size={12} optional />
          <TextField locale={locale} name="capacity" type="number" min={1} label={text(locale, 'room.capacity')} hint={text(locale, 'room.capacity.hint')} value={one(values, 'capacity')} error={errors['capacity']} size={4} />
        </FieldRow>
        <RadioGroup locale={locale} name="kind" label={text(locale, 'room.kind')} value={one(values, 'kind')} error={errors['kind']} inline options={roomKinds.map((kind) => ({ value: kind, label: kindLabel(locale, kind) }))} />
        <CheckboxGroup locale={locale} name="equipment" label={text(locale, 'room.equipment')} values={Array.isArray(equipment) ? equipment : equipment ? [equipment] : []} error={errors['equipment']} inline options={equipments.map((code) => ({ value: code, label: equipmentLabel(locale, code) }))} />
        <CheckboxField locale={locale} name="isAccessible" label={text(locale, 'room.accessible')} checked={values['isAccessible'] !== undefined} />
        <TextArea locale={locale} name="note" label={text(locale, 'room.note')} value={one(values, 'note')} error={errors['note']} rows={2} optional />
        <ButtonRow>
          <Button icon="save">{text(locale, 'save')}</Button>
          <LinkButton look="subtle" href={room ? `/rooms/${room.id}` : `/rooms/buildings/${building.id}`}>
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
