import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Span } from './cut-slots.ts';

export interface FreeSlot {
  slotId: string;
  serviceId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** The building, with its address when there is one: 'Welzijnscampus, Markt 1'. */
  place: string;
  roomName: string;
}

const joined = sql`directory.slot
  join directory.booking on booking.tenant_id = slot.tenant_id and booking.id = slot.booking_id
  join directory.room on room.tenant_id = booking.tenant_id and room.id = booking.room_id
  join directory.building on building.tenant_id = room.tenant_id and building.id = room.building_id`;

/** Free slots of a service's consultations that begin in this span (from included, until not), the soonest first. */
export async function findFreeSlots(read: Read, { serviceId, from, until, limit }: { serviceId: string; from: Temporal.Instant; until: Temporal.Instant; limit: number }): Promise<FreeSlot[]> {
  const found = await sql<{ id: string; service_id: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant; building_name: string; address: string | null; room_name: string }>`
    select slot.id, slot.service_id, slot.starts_at, slot.ends_at, building.name as building_name, building.address, room.name as room_name
    from ${joined}
    where slot.tenant_id = ${read.scope.tenantId} and slot.service_id = ${serviceId} and slot.taken_at is null and booking.cancelled_at is null
      and slot.starts_at >= ${from} and slot.starts_at < ${until}
    order by slot.starts_at, slot.id limit ${limit}`.execute(read.on<never>());
  return found.rows.map((row) => ({
    slotId: row.id,
    serviceId: row.service_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: [row.building_name, row.address].filter(Boolean).join(', '),
    roomName: row.room_name,
  }));
}

export interface SlotTaking {
  slotId: string;
  serviceId: string;
  startsAt: Temporal.Instant;
  accountId: string | null;
  referralId?: string;
  /** A person of the register. */
  personId?: string;
  /** A word by which the desk knows someone without a file. */
  called?: string;
}

/** Takes the slot if it is still free and still ahead or under way; true when it is now theirs. One statement: of many at once, one gets it. */
export async function claimSlot(tx: Transaction, { slotId, serviceId, startsAt, accountId, referralId, personId, called }: SlotTaking): Promise<boolean> {
  const taken = await sql`
    update directory.slot
    set taken_at = ${tx.now}, taken_by = ${accountId}, referral_id = ${referralId ?? null}, person_id = ${personId ?? null}, called = ${called ?? null}, changed_at = ${tx.now}, sequence = sequence + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${slotId} and service_id = ${serviceId} and starts_at = ${startsAt} and ends_at > ${tx.now} and taken_at is null
      and exists (select from directory.booking where booking.tenant_id = slot.tenant_id and booking.id = slot.booking_id and booking.cancelled_at is null)`.execute(tx.on<never>());
  return taken.numAffectedRows === 1n;
}

/** Frees what matches; gives the ids of the slots that were someone's. */
export async function freeSlots(tx: Transaction, which: { referralId: string; except?: string } | { slotId: string }): Promise<string[]> {
  const one = 'slotId' in which ? sql`id = ${which.slotId}` : sql`referral_id = ${which.referralId} and id is distinct from ${which.except ?? null}::uuid`;
  const freed = await sql<{ id: string }>`
    update directory.slot
    set taken_at = null, taken_by = null, referral_id = null, person_id = null, called = null, outcome = null, changed_at = ${tx.now}, sequence = sequence + 1
    where tenant_id = ${tx.scope.tenantId} and taken_at is not null and ${one}
    returning id`.execute(tx.on<never>());
  return freed.rows.map(({ id }) => id);
}

export interface NewSlot extends Span {
  bookingId: string;
  serviceId: string;
}

export async function insertSlots(tx: Transaction, slots: readonly NewSlot[]): Promise<void> {
  if (slots.length === 0) return;
  const rows = slots.map(({ bookingId, serviceId, startsAt, endsAt }) => ({ id: newId(), booking_id: bookingId, service_id: serviceId, starts_at: startsAt.toString(), ends_at: endsAt.toString() }));
  await sql`
    insert into directory.slot (tenant_id, id, booking_id, service_id, starts_at, ends_at, changed_at)
    select ${tx.scope.tenantId}::uuid, id, booking_id, service_id, starts_at, ends_at, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, booking_id uuid, service_id uuid, starts_at timestamptz, ends_at timestamptz)`.execute(tx.on<never>());
}

export interface Slot extends Span {
  id: string;
  bookingId: string;
  service: { id: string; name: string };
  roomName: string;
  buildingId: string;
  isTaken: boolean;
  referralId: string | null;
  personId: string | null;
  called: string | null;
  outcome: 'came' | 'stayed-away' | null;
  /** The consultation was called off after this slot was taken. */
  isCalledOff: boolean;
  sequence: number;
  changedAt: Temporal.Instant;
}

interface SlotRow {
  id: string;
  booking_id: string;
  service_id: string;
  service_name: string;
  room_name: string;
  building_id: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  taken_at: Temporal.Instant | null;
  referral_id: string | null;
  person_id: string | null;
  called: string | null;
  outcome: Slot['outcome'];
  cancelled_at: Temporal.Instant | null;
  sequence: number;
  changed_at: Temporal.Instant;
}

const asSlot = (row: SlotRow): Slot => ({
  id: row.id,
  bookingId: row.booking_id,
  service: { id: row.service_id, name: row.service_name },
  roomName: row.room_name,
  buildingId: row.building_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  isTaken: row.taken_at !== null,
  referralId: row.referral_id,
  personId: row.person_id,
  called: row.called,
  outcome: row.outcome,
  isCalledOff: row.cancelled_at !== null,
  sequence: row.sequence,
  changedAt: row.changed_at,
});

const slotColumns = sql`slot.id, slot.booking_id, slot.service_id, service.name as service_name, room.name as room_name, room.building_id, slot.starts_at, slot.ends_at, slot.taken_at,
  slot.referral_id, slot.person_id, slot.called, slot.outcome, booking.cancelled_at, slot.sequence, slot.changed_at`;
const withService = sql`${joined} join directory.service on service.tenant_id = slot.tenant_id and service.id = slot.service_id`;

/** The slots of these consultations, in order. */
export async function findSlots(read: Read, { bookingIds }: { bookingIds: readonly string[] }): Promise<Slot[]> {
  if (bookingIds.length === 0) return [];
  const found = await sql<SlotRow>`
    select ${slotColumns} from ${withService}
    where slot.tenant_id = ${read.scope.tenantId} and slot.booking_id = any (${[...bookingIds]}::uuid[])
    order by slot.starts_at, slot.id limit 2000`.execute(read.on<never>());
  return found.rows.map(asSlot);
}

export async function findSlot(read: Read, id: string): Promise<Slot | undefined> {
  const found = await sql<SlotRow>`select ${slotColumns} from ${withService} where slot.tenant_id = ${read.scope.tenantId} and slot.id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asSlot(found.rows[0]);
}

/** The slots of a person, the latest first. */
export async function findSlotsOfPerson(read: Read, personId: string): Promise<Slot[]> {
  const found = await sql<SlotRow>`
    select ${slotColumns} from ${withService}
    where slot.tenant_id = ${read.scope.tenantId} and slot.person_id = ${personId} order by slot.starts_at desc limit 500`.execute(read.on<never>());
  return found.rows.map(asSlot);
}

/** The slot that a referral took: where it is now, and whether its consultation still goes on. */
export interface ReferralSlot {
  slotId: string;
  referralId: string;
  startsAt: Temporal.Instant;
  place: string;
  roomName: string;
  isCalledOff: boolean;
  outcome: Slot['outcome'];
}

/** The slots that these referrals have. */
export async function findSlotsOfReferrals(read: Read, referralIds: readonly string[]): Promise<ReferralSlot[]> {
  if (referralIds.length === 0) return [];
  const found = await sql<SlotRow & { building_name: string; address: string | null; referral_id: string }>`
    select ${slotColumns}, building.name as building_name, building.address from ${withService}
    where slot.tenant_id = ${read.scope.tenantId} and slot.referral_id = any (${[...referralIds]}::uuid[])`.execute(read.on<never>());
  return found.rows.map((row) => ({
    slotId: row.id,
    referralId: row.referral_id,
    startsAt: row.starts_at,
    place: [row.building_name, row.address].filter(Boolean).join(', '),
    roomName: row.room_name,
    isCalledOff: row.cancelled_at !== null,
    outcome: row.outcome,
  }));
}

/** Notes whether someone came; false when the slot is nobody's. */
export async function setOutcome(tx: Transaction, slotId: string, outcome: NonNullable<Slot['outcome']>): Promise<boolean> {
  const noted = await sql`
    update directory.slot set outcome = ${outcome}, changed_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${slotId} and taken_at is not null`.execute(tx.on<never>());
  return noted.numAffectedRows === 1n;
}

/** By what word the desk knew whoever came, forgotten once the day is over. */
export async function forgetCalled(tx: Transaction, before: Temporal.Instant): Promise<void> {
  await sql`update directory.slot set called = null where tenant_id = ${tx.scope.tenantId} and called is not null and ends_at < ${before}`.execute(tx.on<never>());
}
