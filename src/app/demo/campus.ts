import { bookRoom, employ, findFreeSlots, findRooms, takeSlot } from '../../engines/directory/index.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { blueprint as legalHelpdesk } from '../../practices/legal-helpdesk/blueprint.ts';
import { blueprint as oneDeskGuides } from '../../practices/one-desk-guides/blueprint.ts';
import { blueprint as welfareCampus } from '../../practices/welfare-campus/blueprint.ts';
import { engineParts } from '../engines.ts';
import { adoptPractice } from '../practices/adopt-practice.ts';
import { blueprintParts } from '../practices/practices.ts';
import { readShipped } from '../practices/practice.ts';
import { at, workingDayUntil } from './calendar.ts';
import type { Happening } from './happening.ts';
import type { KnownService } from './invent-referrals.ts';
import type { Staff } from './staff.ts';

export interface CampusParts {
  staff: Staff;
  services: readonly KnownService[];
  firstDay: Temporal.PlainDate;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
}

/** The desk, the campus and the helpdesk: adopted on the first day, with colleagues of two employers, and rooms that organisations book. */
export function campusUsed({ staff, services, firstDay, now, today }: CampusParts): Happening[] {
  const by = staff.offeredFor('coordinator');
  const booked = at(workingDayUntil(today.subtract({ days: 21 })), '10:00');
  return [
    { at: at(firstDay, '09:30'), by, act: adoptThree },
    { at: at(firstDay, '09:40'), by, act: (tx) => sayEmployers(tx, staff, services, firstDay) },
    { at: booked, by, act: (tx) => bookRooms(tx, services, workingDayUntil(today.subtract({ days: 20 })), today) },
    { at: now, by: staff.offeredFor('front-desk'), act: (tx) => giveSlots(tx, consultationOf(services).id, now) },
  ];
}

async function adoptThree(tx: Transaction): Promise<void> {
  const parts = blueprintParts(engineParts);
  for (const practice of readShipped([oneDeskGuides, welfareCampus, legalHelpdesk], parts)) await adoptPractice(tx, practice, parts, 'nl');
}

/** Every other guide works for the neighbourhood, the others and the desk for the town's own welfare house. */
async function sayEmployers(tx: Transaction, staff: Staff, services: readonly KnownService[], from: Temporal.PlainDate): Promise<void> {
  const organisationOf = (name: string) => services.find(({ organisation }) => organisation.startsWith(name))!.organisationId;
  const [town, neighbourhood] = [organisationOf('Welzijnshuis'), organisationOf('Wijkgezondheidscentrum')];
  const recording = staff.accounts.filter(({ roles }) => roles.some((role) => ['guide', 'front-desk', 'social-worker'].includes(role)));
  for (const [place, { id, roles }] of recording.entries()) await employ(tx, { accountId: id, organisationId: roles.includes('guide') && place % 2 === 0 ? neighbourhood : town, from });
}

const consultationOf = (services: readonly KnownService[]) => services.find(({ name }) => name === 'Papieren en brieven')!;

const time = (written: string) => Temporal.PlainTime.from(written);

/** A course in a classroom every week, a consultation in slots twice a week, and a meeting. */
async function bookRooms(tx: Transaction, services: readonly KnownService[], from: Temporal.PlainDate, today: Temporal.PlainDate): Promise<void> {
  const rooms = await findRooms(tx);
  const roomOf = (name: string) => rooms.find((room) => room.name === name)!.id;
  const lastOn = today.add({ days: 75 });
  const consultation = consultationOf(services);
  const course = services.find(({ themes }) => themes.includes('dutch'))!;
  const weekly = (days: number[]) => ({ rule: { frequency: 'weekly' as const, every: 1, days }, lastOn, overHolidays: false });
  const nothing = { serviceId: null, accountId: null, title: null, slotMinutes: null, breaks: [] };
  const skip = { skipClashes: true };
  await bookRoom(tx, { ...nothing, roomId: roomOf('Leslokaal A'), organisationId: course.organisationId, title: course.name }, { day: from, from: time('13:30'), until: time('16:00'), repeat: weekly([2, 4]) }, skip);
  await bookRoom(tx, { ...nothing, roomId: roomOf('Spreekkamer 1'), organisationId: consultation.organisationId, serviceId: consultation.id, slotMinutes: 20, breaks: [] }, { day: from, from: time('09:00'), until: time('12:00'), repeat: weekly([1, 2, 3, 4, 5]) }, skip);
  await bookRoom(tx, { ...nothing, roomId: roomOf('Huis van het kind'), organisationId: consultation.organisationId, title: 'Spelnamiddag' }, { day: from, from: time('14:00'), until: time('16:30'), repeat: weekly([3]) }, skip);
}

async function giveSlots(tx: Transaction, serviceId: string, now: Temporal.Instant): Promise<void> {
  const free = await findFreeSlots(tx, { serviceId, from: now, until: now.add({ hours: 24 * 7 }), limit: 3 });
  for (const [place, { slotId, startsAt }] of free.entries()) await takeSlot(tx, { slotId, serviceId, startsAt, accountId: tx.scope.actorId, called: ['Mevrouw A.', 'Meneer T.', 'Gezin K.'][place]! });
}
