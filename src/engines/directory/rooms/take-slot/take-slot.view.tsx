import { Alert, Button, ButtonRow, ErrorSummary, Form, Hidden, Panel, SearchField, SummaryList, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { one } from '../keep-building/keep-building.view.tsx';
import { text } from '../messages.ts';
import { bookingName, spanWords } from '../room-words.ts';
import { SlotState, whoseWords } from './slot-table.tsx';
import type { OpenedSlot } from './take-slot.ts';

/** One appointment: book it for someone with or without a file, release it, note who came. */
export function openSlotView(opened: OpenedSlot, context: ViewContext) {
  const { slot, booking, person, errors } = opened;
  const { locale, now, key } = context;
  const at = `/rooms/slots/${slot.id}`;
  const isAhead = slot.endsAt.epochMilliseconds > now.epochMilliseconds && !slot.isCalledOff;
  const whose = person ? <a href={`/people/${person.id}`}>{person.name.full}</a> : slot.referralId ? <a href={`/referrals/${slot.referralId}`}>{whoseWords(locale, slot)}</a> : whoseWords(locale, slot) || undefined;
  return (
    <WorkPage frame={context.frame()} title={`${slot.service.name}, ${spanWords(locale, slot)}`} lead={<SlotState slot={slot} locale={locale} />} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: `/rooms/bookings/${booking.id}`, label: bookingName(booking) }]}>
      <ErrorSummary locale={locale} errors={errors} />
      {slot.isCalledOff && slot.isTaken && <Alert kind="warning">{text(locale, 'slot.tell-them')}</Alert>}
      <Panel>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'booking.where'), value: `${booking.room.name}, ${booking.room.buildingName}` },
            ...(booking.account ? [{ label: text(locale, 'book.colleague'), value: booking.account.name }] : []),
            ...(slot.isTaken ? [{ label: text(locale, 'slot.who'), value: whose }] : []),
          ]}
        />
      </Panel>
      {slot.isTaken ? (
        <ButtonRow>
          {!slot.isCalledOff && <Outcome at={at} outcome="came" context={context} />}
          {!slot.isCalledOff && <Outcome at={at} outcome="stayed-away" context={context} />}
          <Form action={`${at}/release`} once={key} label={text(locale, 'slot.release')}>
            <Button look="subtle" icon="undo-2">{text(locale, 'slot.release')}</Button>
          </Form>
        </ButtonRow>
      ) : (
        isAhead && <Take opened={opened} at={at} context={context} />
      )}
    </WorkPage>
  );
}

function Outcome({ at, outcome, context: { locale, key } }: { at: string; outcome: 'came' | 'stayed-away'; context: ViewContext }) {
  return (
    <Form action={`${at}/outcome`} once={key} label={text(locale, `slot.note-${outcome}`)}>
      <Hidden name="outcome" value={outcome} />
      <Button look="secondary">{text(locale, `slot.note-${outcome}`)}</Button>
    </Form>
  );
}

function Take({ opened: { found, query, values, errors }, at, context: { locale, key } }: { opened: OpenedSlot; at: string; context: ViewContext }) {
  return (
    <>
      <Panel title={text(locale, 'slot.with-file')}>
        <form action={at} method="get">
          <SearchField locale={locale} name="q" label={text(locale, 'slot.search')} value={query} placeholder={text(locale, 'slot.search')} />
        </form>
        {found?.length === 0 && <p role="status">{text(locale, 'slot.search.none')}</p>}
        {found && found.length > 0 && (
          <ul class="ww-plan">
            {found.map(({ id, name, birth }) => (
              <li>
                <Form action={`${at}/take`} once={key} label={name.full}>
                  <Hidden name="person" value={id} />
                  <Button look="secondary" small icon="user-check">{text(locale, 'slot.take-for', { name: birth?.year ? `${name.full} (${birth.year})` : name.full })}</Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={text(locale, 'slot.without-file')}>
        <Form action={`${at}/take`} once={key} label={text(locale, 'slot.without-file')}>
          <TextField locale={locale} name="called" label={text(locale, 'slot.called')} hint={text(locale, 'slot.called.hint')} value={one(values, 'called')} error={errors['called']} maxLength={60} size={20} optional />
          <div>
            <Button icon="calendar-check">{text(locale, 'slot.take')}</Button>
          </div>
        </Form>
      </Panel>
    </>
  );
}
