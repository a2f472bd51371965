import { Button, EmptyState, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, SelectField, Table, Tabs, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { one } from '../keep-building/keep-building.view.tsx';
import { text } from '../messages.ts';
import { euros, kindLabel } from '../room-words.ts';
import { roomKinds, type Room } from '../room.ts';
import { RoomTabs } from '../room-tabs.tsx';
import { renterKinds, type Renter, type RentalTerm, type Tariff } from '../tariff.ts';
import type { TariffScreen } from './set-tariffs.ts';

/** What rooms cost, for whom, from when; and until when one cancels for nothing. */
export function setTariffsView(screen: TariffScreen, context: ViewContext) {
  const { building, buildings, rooms, tariffs, terms, renters, errors } = screen;
  const { locale } = context;
  if (!building) {
    return (
      <WorkPage frame={context.frame()} title={text(locale, 'tariffs.title')} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]}>
        <RoomTabs context={context} current="tariffs" />
        <EmptyState icon="euro" title={text(locale, 'buildings.none.title')} act={<LinkButton look="primary" href="/rooms/buildings/new">{text(locale, 'building.add')}</LinkButton>}>
          {text(locale, 'buildings.none.what')}
        </EmptyState>
      </WorkPage>
    );
  }
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'tariffs.title')} lead={text(locale, 'tariffs.what')} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]}>
      <RoomTabs context={context} current="tariffs" building={building.id} />
      {buildings.length > 1 && <Tabs label={text(locale, 'buildings.title')} items={buildings.map(({ id, name }) => ({ href: `/rooms/tariffs?building=${id}`, label: name, current: id === building.id }))} />}
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'tariffs.of', { building: building.name })}>
        <Table locale={locale} caption={text(locale, 'tariffs.title')} columns={tariffColumns(locale, rooms)} rows={tariffs} rowKey={({ id }) => id} empty={<p>{text(locale, 'tariffs.none')}</p>} />
        <TariffForm screen={screen} buildingId={building.id} context={context} />
      </Panel>
      <Panel title={text(locale, 'terms.title')}>
        <Table locale={locale} caption={text(locale, 'terms.title')} columns={termColumns(locale)} rows={terms} rowKey={({ id }) => id} empty={<p>{text(locale, 'terms.none')}</p>} />
        <TermForm screen={screen} buildingId={building.id} context={context} />
      </Panel>
      <Panel title={text(locale, 'renters.title')}>
        <Table locale={locale} caption={text(locale, 'renters.title')} columns={renterColumns(locale)} rows={renters} rowKey={({ organisationId }) => organisationId} empty={<p>{text(locale, 'renters.none')}</p>} />
        <RenterForm screen={screen} buildingId={building.id} context={context} />
      </Panel>
    </WorkPage>
  );
}

function tariffColumns(locale: Locale, rooms: Room[]): Column<Tariff>[] {
  const amount = (cents: number | null) => (cents === null ? '–' : cents === 0 ? text(locale, 'free') : euros(locale, cents));
  return [
    { key: 'what', head: text(locale, 'tariff.what'), cell: ({ roomId, roomKind }) => rooms.find(({ id }) => id === roomId)?.name ?? (roomKind ? kindLabel(locale, roomKind) : text(locale, 'tariff.every-room')), grow: true },
    { key: 'renter', head: text(locale, 'tariff.renter'), cell: ({ renter }) => (renter ? text(locale, `renter.${renter}`) : text(locale, 'tariff.everyone')) },
    { key: 'hour', head: text(locale, 'tariff.hour'), cell: ({ hourCents }) => amount(hourCents), numeric: true },
    { key: 'half', head: text(locale, 'tariff.halfDay'), cell: ({ halfDayCents }) => amount(halfDayCents), numeric: true },
    { key: 'day', head: text(locale, 'tariff.wholeDay'), cell: ({ dayCents }) => amount(dayCents), numeric: true },
    { key: 'from', head: text(locale, 'tariff.from'), cell: ({ from }) => formatDay(locale, from), nowrap: true },
  ];
}

function termColumns(locale: Locale): Column<RentalTerm>[] {
  return [
    { key: 'days', head: text(locale, 'term.cancelDays'), cell: ({ cancelDays }) => text(locale, 'term.days-before', { count: cancelDays }) },
    { key: 'late', head: text(locale, 'term.latePercent'), cell: ({ latePercent }) => `${latePercent} %`, numeric: true },
    { key: 'half', head: text(locale, 'term.halfDayHours'), cell: ({ halfDayHours }) => halfDayHours, numeric: true },
    { key: 'from', head: text(locale, 'tariff.from'), cell: ({ from }) => formatDay(locale, from), nowrap: true },
  ];
}

function renterColumns(locale: Locale): Column<Renter>[] {
  return [
    { key: 'name', head: text(locale, 'book.organisation'), cell: ({ name }) => name, grow: true },
    { key: 'kind', head: text(locale, 'tariff.renter'), cell: ({ kind }) => text(locale, `renter.${kind}`) },
    { key: 'reference', head: text(locale, 'renter.reference'), cell: ({ reference }) => reference },
  ];
}

interface FormProps {
  screen: TariffScreen;
  buildingId: string;
  context: ViewContext;
}

function TariffForm({ screen: { rooms, values, errors }, buildingId, context: { locale, key, today } }: FormProps) {
  const field = (name: string) => ({ locale, name, value: one(values, name), error: errors[name] });
  return (
    <Form action="/rooms/tariffs" once={key} label={text(locale, 'tariff.add')}>
      <Hidden name="building" value={buildingId} />
      <FieldRow>
        <SelectField {...field('roomKind')} label={text(locale, 'room.kind')} placeholder={text(locale, 'tariff.every-room')} options={roomKinds.map((kind) => ({ value: kind, label: kindLabel(locale, kind) }))} />
        <SelectField {...field('room')} label={text(locale, 'tariff.one-room')} placeholder={text(locale, 'tariff.no-room')} options={rooms.map(({ id, name }) => ({ value: id, label: name }))} />
        <SelectField {...field('renter')} label={text(locale, 'tariff.renter')} placeholder={text(locale, 'tariff.everyone')} options={renterKinds.map((kind) => ({ value: kind, label: text(locale, `renter.${kind}`) }))} />
      </FieldRow>
      <FieldRow>
        <TextField {...field('hour')} label={text(locale, 'tariff.hour')} hint={text(locale, 'tariff.hint')} inputMode="decimal" size={8} />
        <TextField {...field('halfDay')} label={text(locale, 'tariff.halfDay')} inputMode="decimal" size={8} />
        <TextField {...field('wholeDay')} label={text(locale, 'tariff.wholeDay')} inputMode="decimal" size={8} />
        <TextField {...field('from')} type="date" label={text(locale, 'tariff.from')} value={one(values, 'from') ?? today.toString()} />
      </FieldRow>
      <div>
        <Button icon="save">{text(locale, 'tariff.add')}</Button>
      </div>
    </Form>
  );
}

function TermForm({ screen: { values, errors }, buildingId, context: { locale, key, today } }: FormProps) {
  const field = (name: string, usual: string) => ({ locale, name, value: one(values, name) ?? usual, error: errors[name] });
  return (
    <Form action="/rooms/terms" once={key} label={text(locale, 'term.add')}>
      <Hidden name="building" value={buildingId} />
      <FieldRow>
        <TextField {...field('cancelDays', '2')} type="number" min={0} label={text(locale, 'term.cancelDays')} hint={text(locale, 'term.cancelDays.hint')} size={4} />
        <TextField {...field('latePercent', '50')} type="number" min={0} max={100} label={text(locale, 'term.latePercent')} size={4} />
        <TextField {...field('halfDayHours', '4')} type="number" min={1} max={12} label={text(locale, 'term.halfDayHours')} size={4} />
        <TextField {...field('from', today.toString())} id="term-from" type="date" label={text(locale, 'tariff.from')} />
      </FieldRow>
      <div>
        <Button look="secondary">{text(locale, 'term.add')}</Button>
      </div>
    </Form>
  );
}

function RenterForm({ screen: { organisations, values, errors }, buildingId, context: { locale, key } }: FormProps) {
  const field = (name: string) => ({ locale, name, value: one(values, name), error: errors[name] });
  return (
    <Form action="/rooms/renters" once={key} label={text(locale, 'renter.add')}>
      <Hidden name="building" value={buildingId} />
      <FieldRow>
        <SelectField {...field('organisation')} label={text(locale, 'book.organisation')} placeholder={text(locale, 'choose')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        <SelectField {...field('kind')} label={text(locale, 'tariff.renter')} placeholder={text(locale, 'choose')} options={renterKinds.map((kind) => ({ value: kind, label: text(locale, `renter.${kind}`) }))} />
        <TextField {...field('reference')} label={text(locale, 'renter.reference')} maxLength={60} optional />
      </FieldRow>
      <div>
        <Button look="secondary">{text(locale, 'renter.add')}</Button>
      </div>
    </Form>
  );
}
