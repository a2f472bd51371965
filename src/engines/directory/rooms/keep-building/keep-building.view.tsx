import { Alert, Button, ButtonRow, CheckboxField, Columns, EmptyState, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, SummaryList, Table, TextArea, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { weekdays, writeHours } from '../opening.ts';
import { equipmentLabel, kindLabel, weekdayName } from '../room-words.ts';
import type { Building, Closure, Room } from '../room.ts';
import { RoomTabs } from '../room-tabs.tsx';
import type { BuildingScreen, OpenedBuilding } from './keep-building.ts';

export const one = (values: FormValues, name: string) => (typeof values[name] === 'string' ? values[name] : undefined);

export function buildingsView({ buildings, rooms }: { buildings: Building[]; rooms: Room[] }, context: ViewContext) {
  const { locale, may } = context;
  const add = may('rooms:manage') && (
    <LinkButton look="primary" icon="plus" hotkey="n" href="/rooms/buildings/new">
      {text(locale, 'building.add')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'buildings.title')} lead={text(locale, 'buildings.what')} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]} act={buildings.length > 0 && add}>
      <RoomTabs context={context} current="buildings" />
      {buildings.length === 0 && (
        <EmptyState icon="building" title={text(locale, 'buildings.none.title')} act={add || undefined}>
          {text(locale, 'buildings.none.what')}
        </EmptyState>
      )}
      {buildings.map((building) => (
        <Panel title={building.name} flush act={<a href={`/rooms/buildings/${building.id}`}>{text(locale, 'building.open')}</a>}>
          <RoomTable rooms={rooms.filter(({ buildingId }) => buildingId === building.id)} locale={locale} caption={building.name} />
        </Panel>
      ))}
    </WorkPage>
  );
}

export function RoomTable({ rooms, locale, caption }: { rooms: Room[]; locale: Locale; caption: string }) {
  const columns: Column<Room>[] = [
    { key: 'name', head: text(locale, 'room.name'), cell: ({ name }) => name, nowrap: true },
    { key: 'kind', head: text(locale, 'room.kind'), cell: ({ kind }) => kindLabel(locale, kind), nowrap: true },
    { key: 'capacity', head: text(locale, 'room.capacity'), cell: ({ capacity }) => capacity, numeric: true },
    { key: 'floor', head: text(locale, 'room.floor'), cell: ({ floor }) => floor, nowrap: true },
    { key: 'accessible', head: text(locale, 'room.accessible.short'), cell: ({ isAccessible }) => text(locale, isAccessible ? 'yes' : 'no') },
    { key: 'equipment', head: text(locale, 'room.equipment'), cell: ({ equipment }) => equipment.map((code) => equipmentLabel(locale, code)).join(', '), grow: true },
  ];
  return <Table locale={locale} caption={caption} columns={columns} rows={rooms} rowKey={({ id }) => id} rowHref={({ id }) => `/rooms/${id}`} empty={<p class="ww-panel__body">{text(locale, 'rooms.none')}</p>} />;
}

/** One building: its rooms, when it is open, when not. */
export function openBuildingView({ building, rooms, closures, values, errors }: OpenedBuilding, context: ViewContext) {
  const { locale, may } = context;
  const at = `/rooms/buildings/${building.id}`;
  const add = may('rooms:manage') && (
    <LinkButton look="primary" icon="plus" hotkey="n" href={`${at}/new-room`}>
      {text(locale, 'room.add')}
    </LinkButton>
  );
  const hours = weekdays.map((day) => ({ label: weekdayName(locale, day), value: writeHours(building.opening, day).replaceAll('-', '–') || text(locale, building.opening.length === 0 ? 'building.always-open' : 'building.closed') }));
  return (
    <WorkPage frame={context.frame()} title={building.name} lead={building.address} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: '/rooms/buildings', label: text(locale, 'buildings.title') }]} act={add}>
      <ErrorSummary locale={locale} errors={errors} />
      <Columns
        main={
          <>
            <Panel title={text(locale, 'rooms.of-building')} flush>
              <RoomTable rooms={rooms} locale={locale} caption={text(locale, 'rooms.of-building')} />
            </Panel>
            <Panel title={text(locale, 'closures.title')}>
              <ClosureTable closures={closures} rooms={rooms} context={context} />
              {may('rooms:manage') && <ClosureForm at={at} rooms={rooms} values={values} errors={errors} context={context} />}
            </Panel>
          </>
        }
        side={
          <>
            <Panel title={text(locale, 'building.hours')} act={may('rooms:manage') && <a href={`${at}/change`}>{text(locale, 'building.change')}</a>}>
              <SummaryList locale={locale} rows={[...hours, { label: text(locale, 'building.holidays'), value: text(locale, building.closesOnHolidays ? 'building.closed' : 'building.open-on-holidays') }, { label: text(locale, 'building.accessible.short'), value: text(locale, building.isAccessible ? 'yes' : 'no') }, { label: text(locale, 'building.way-in'), value: building.wayIn ?? undefined }]} />
            </Panel>
            <Panel>
              <p>
                <a href={`/rooms/calendar?building=${building.id}`}>{text(locale, 'calendar.title')}</a>
              </p>
            </Panel>
          </>
        }
      />
    </WorkPage>
  );
}

function ClosureTable({ closures, rooms, context: { locale, may, key } }: { closures: Closure[]; rooms: Room[]; context: ViewContext }) {
  const columns: Column<Closure>[] = [
    { key: 'why', head: text(locale, 'closure.why'), cell: ({ why }) => why, grow: true },
    { key: 'days', head: text(locale, 'closure.days'), cell: ({ from, until }) => (from.equals(until) ? formatDay(locale, from) : `${formatDay(locale, from)} – ${formatDay(locale, until)}`), nowrap: true },
    { key: 'what', head: text(locale, 'closure.what'), cell: ({ roomId }) => rooms.find(({ id }) => id === roomId)?.name ?? text(locale, 'closure.building') },
    ...(may('rooms:manage')
      ? [{ key: 'remove', head: text(locale, 'closure.remove.head'), cell: ({ id, why }: Closure) => <Form action={`/rooms/closures/${id}/remove`} once={key} label={text(locale, 'closure.remove', { why })}><Button look="subtle" small>{text(locale, 'closure.remove.act')}</Button></Form> }]
      : []),
  ];
  return <Table locale={locale} caption={text(locale, 'closures.title')} columns={columns} rows={closures} rowKey={({ id }) => id} empty={<p>{text(locale, 'closures.none')}</p>} />;
}

function ClosureForm({ at, rooms, values, errors, context: { locale, key } }: { at: string; rooms: Room[]; values: FormValues; errors: Record<string, string>; context: ViewContext }) {
  return (
    <Form action={`${at}/closures`} once={key} label={text(locale, 'closure.add')}>
      <FieldRow>
        <TextField locale={locale} name="from" type="date" label={text(locale, 'closure.from')} value={one(values, 'from')} error={errors['from']} />
        <TextField locale={locale} name="until" type="date" label={text(locale, 'closure.until')} value={one(values, 'until')} error={errors['until']} optional />
        <TextField locale={locale} name="why" label={text(locale, 'closure.why')} value={one(values, 'why')} error={errors['why']} maxLength={100} />
        <SelectField locale={locale} name="closedRoom" label={text(locale, 'closure.what')} placeholder={text(locale, 'closure.building')} value={one(values, 'closedRoom')} error={errors['closedRoom']} options={rooms.map(({ id, name }) => ({ value: id, label: name }))} />
      </FieldRow>
      <div>
        <Button look="secondary" icon="plus">{text(locale, 'closure.add')}</Button>
      </div>
    </Form>
  );
}

export function buildingFormView({ building, values, errors, isChangedMeanwhile }: BuildingScreen, context: ViewContext) {
  const { locale, key } = context;
  const at = building ? `/rooms/buildings/${building.id}` : '/rooms/buildings';
  const title = text(locale, building ? 'building.change' : 'building.add');
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, building ? { href: at, label: building.name } : { href: '/rooms/buildings', label: text(locale, 'buildings.title') }]}>
      {isChangedMeanwhile && building && (
        <Alert kind="warning" title={text(locale, 'meanwhile.title')} announced>
          <p>{text(locale, 'meanwhile.what')}</p>
          <SummaryList locale={locale} rows={[{ label: text(locale, 'building.name'), value: building.name }, { label: text(locale, 'building.address'), value: building.address ?? undefined }, ...weekdays.map((day) => ({ label: weekdayName(locale, day), value: writeHours(building.opening, day) || undefined }))]} />
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={building ? `${at}/change` : at} once={key} {...(building ? { version: building.version } : {})} label={title}>
        <TextField locale={locale} name="name" label={text(locale, 'building.name')} value={one(values, 'name')} error={errors['name']} maxLength={120} />
        <TextField locale={locale} name="address" label={text(locale, 'building.address')} value={one(values, 'address')} error={errors['address']} maxLength={200} optional />
        <TextArea locale={locale} name="wayIn" label={text(locale, 'building.way-in')} hint={text(locale, 'building.way-in.hint')} value={one(values, 'wayIn')} error={errors['wayIn']} rows={2} optional />
        <CheckboxField locale={locale} name="isAccessible" label={text(locale, 'building.accessible')} checked={values['isAccessible'] !== undefined} />
        <fieldset class="utrecht-form-fieldset--html-fieldset ww-field">
          <legend class="utrecht-form-fieldset__legend ww-field__label">{text(locale, 'building.hours')}</legend>
          <p class="ww-field__hint">{text(locale, 'building.hours.hint')}</p>
          <FieldRow>
            {weekdays.map((day) => (
              <TextField locale={locale} name={`day${day}`} label={weekdayName(locale, day)} value={one(values, `day${day}`)} error={errors[`day${day}`]} size={12} />
            ))}
          </FieldRow>
        </fieldset>
        <CheckboxField locale={locale} name="closesOnHolidays" label={text(locale, 'building.closes-on-holidays')} checked={values['closesOnHolidays'] !== undefined} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'save')}</Button>
          <LinkButton look="subtle" href={at}>
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
