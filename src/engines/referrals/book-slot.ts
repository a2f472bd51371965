import type { Read, Transaction } from '../../kernel/db/types.ts';
import { refuse, type Refusal } from '../../kernel/http/refusal.ts';
import { findFreeSlots, findService, takeSlot, type FreeSlot } from '../directory/index.ts';
import { deliver, mailLink, type From } from './deliver.ts';
import { makeMove } from './make-move.ts';
import { planTellings } from './tell-person/plan-telling.ts';
import type { Referral } from './referral.ts';

/** Moments are offered so far ahead. */
const ahead = { hours: 24 * 42 };
const offered = 16;

/** The free moments of a service's consultations in the coming six weeks. */
export async function freeSlotsOf(read: Read, serviceId: string): Promise<FreeSlot[]> {
  return findFreeSlots(read, { serviceId, from: read.now, until: read.now.add(ahead), limit: offered });
}

interface Booking {
  slotId: string;
  accountId: string | null;
  from: From;
}

/**
 * Takes a free moment for a referral. One that was not sent yet is sent with it; one that was is moved to it, and the service
 * hears of it. Of two people at once one gets the moment, and the other is told that it is gone.
 */
export async function bookSlot(tx: Transaction, referral: Referral, { slotId, accountId, from }: Booking): Promise<Refusal | undefined> {
  const slot = (await findFreeSlots(tx, { serviceId: referral.serviceId, from: tx.now, until: tx.now.add(ahead), limit: 500 })).find((one) => one.slotId === slotId);
  const taken = slot ? await takeSlot(tx, { slotId, serviceId: referral.serviceId, startsAt: slot.startsAt, referralId: referral.id, accountId }) : 'gone';
  if (!slot || taken === 'gone') return refuse('slot-gone', { field: 'slot', status: 409 });
  const appointment = { at: slot.startsAt, place: [slot.place, slot.roomName].filter(Boolean).join(', '), slotId };
  if (referral.state === 'prepared') {
    const refusal = await deliver(tx, referral, from, appointment);
    if (!refusal) await noteBooked(tx, referral, appointment.at);
    return refusal;
  }
  const refusal = await makeMove(tx, referral, 'book', 'sender', { version: referral.version, appointment: { ...appointment, with: null } });
  const service = refusal ? undefined : await findService(tx, referral.serviceId);
  if (service?.email) await mailLink(tx, referral, service.email, from, 'moved', appointment.at);
  return refusal;
}

async function noteBooked(tx: Transaction, referral: Referral, at: FreeSlot['startsAt']): Promise<void> {
  await planTellings(tx, referral, 'book', at);
  tx.record({ act: 'referral-appointment-made', subjects: [{ type: 'referral', id: referral.id }, { type: 'question', id: referral.questionId }, { type: 'person', id: referral.personId! }], detail: { service: referral.serviceId, from: 'prepared', by: 'sender' } });
}
