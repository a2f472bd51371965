import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { findPersonSummaries, searchPersons, type PersonSummary } from '../../../people/index.ts';
import { findBooking } from '../booking.store.ts';
import { text } from '../messages.ts';
import type { Booking } from '../room.ts';
import { findSlot, setOutcome, type Slot } from '../slot.store.ts';
import { releaseSlot, takeSlot } from '../slots.ts';
import { openSlotView } from './take-slot.view.tsx';

export interface OpenedSlot {
  slot: Slot;
  booking: Booking;
  /** Whose slot it is, when that is a person of the register. */
  person: PersonSummary | undefined;
  /** Persons whose name is like what was typed. */
  found: PersonSummary[] | undefined;
  query: string | undefined;
  values: FormValues;
  errors: FieldErrors;
}

async function findOpened(read: Read, id: string, rest: { query?: string | undefined; values?: FormValues; errors?: FieldErrors } = {}): Promise<OpenedSlot | undefined> {
  const slot = await findSlot(read, id);
  const booking = slot && (await findBooking(read, slot.bookingId));
  if (!slot || !booking) return undefined;
  return {
    slot,
    booking,
    person: slot.personId ? (await findPersonSummaries(read, [slot.personId])).get(slot.personId) : undefined,
    found: rest.query ? await searchPersons(read, rest.query, { limit: 8 }) : undefined,
    query: rest.query,
    values: rest.values ?? {},
    errors: rest.errors ?? {},
  };
}

export const openSlotPage = page({
  path: '/rooms/slots/:id',
  permission: 'rooms:desk',
  event: unrecorded('one appointment; a file that is opened from here is recorded there'),
  input: z.strictObject({ id: field.id(), q: field.optionalText(80) }),
  load: async ({ read, input: { id, q } }): Promise<Outcome<OpenedSlot>> => (await findOpened(read, id, { query: q })) ?? notFound,
  view: openSlotView,
});

export const takeSlotAct = act({
  path: '/rooms/slots/:id/take',
  permission: 'rooms:desk',
  event: 'slot-taken',
  input: z.strictObject({ id: field.id(), person: field.optionalId(), called: field.optionalText(60) }),
  act: async ({ tx, actor, input: { id, person, called } }): Promise<Outcome<{ id: string }>> => {
    const slot = await findSlot(tx, id);
    if (!slot) return notFound;
    if (person && !(await findPersonSummaries(tx, [person])).has(person)) return refuse('person-not-known', { field: 'person' });
    const taking = { slotId: id, serviceId: slot.service.id, startsAt: slot.startsAt, accountId: actor.kind === 'account' ? actor.id : null, ...(person ? { personId: person } : called ? { called } : {}) };
    return (await takeSlot(tx, taking)) === 'taken' ? { id } : refuse('slot-gone', { status: 409 });
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/slots/${id}`, { kind: 'done', text: text(locale, 'slot.taken') }),
  again,
  api: { summary: 'Book a free slot of a consultation', output: z.object({ id: z.uuid() }) },
});

export const releaseSlotAct = act({
  path: '/rooms/slots/:id/release',
  permission: 'rooms:desk',
  event: 'slot-released',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input: { id } }): Promise<Outcome<{ id: string }>> => {
    const slot = await findSlot(tx, id);
    if (!slot) return notFound;
    if (!slot.isTaken) return refuse('slot-is-free', { status: 409 });
    await releaseSlot(tx, { slotId: id });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/slots/${id}`, { kind: 'done', text: text(locale, 'slot.released') }),
  again,
  api: { summary: 'Release a slot of a consultation', output: z.object({ id: z.uuid() }) },
});

export const noteOutcomeAct = act({
  path: '/rooms/slots/:id/outcome',
  permission: 'rooms:desk',
  event: 'slot-outcome-noted',
  input: z.strictObject({ id: field.id(), outcome: field.choice(['came', 'stayed-away']) }),
  act: async ({ tx, input: { id, outcome } }): Promise<Outcome<{ id: string }>> => {
    if (!(await findSlot(tx, id))) return notFound;
    if (!(await setOutcome(tx, id, outcome))) return refuse('slot-is-free', { status: 409 });
    tx.record({ act: 'slot-outcome-noted', subjects: [{ type: 'slot', id }], detail: { outcome } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/slots/${id}`, { kind: 'done', text: text(locale, 'saved') }),
  again,
  api: { summary: 'Note whether someone came to their appointment', output: z.object({ id: z.uuid() }) },
});

const refusals = ['slot-gone', 'slot-is-free', 'person-not-known'] as const;

async function again(context: AgainContext) {
  const name = refusals.find((each) => each === context.refusal?.name);
  const errors: FieldErrors = name ? { ...context.errors, '': text(context.locale, `refusal.${name}`) } : context.errors;
  const opened = await findOpened(context.read, context.params['id']!, { values: context.values, errors });
  return opened ? openSlotView(opened, context) : notFound;
}
