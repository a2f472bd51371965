import type { Holding } from '../../../kernel/holdings/holding.ts';
import { forgetPerson, movePerson, movePersonBack } from './holding.store.ts';
import { findSlotsOfPerson } from './slot.store.ts';
import { findWalkInsOfPerson } from './walk-in.store.ts';

/** What the buildings keep of a person: their appointments on consultation days, and when they walked in. */
export const appointmentsHeld: Holding = {
  subject: 'person',
  name: 'consultation-appointments',
  gather: async (read, id) => {
    const [slots, walkIns] = [await findSlotsOfPerson(read, id), await findWalkInsOfPerson(read, id)];
    return [
      ...slots.map(({ service, startsAt, endsAt, roomName, called, outcome }) => ({ kind: 'appointment', service: service.name, room: roomName, startsAt: startsAt.toString(), endsAt: endsAt.toString(), called, outcome })),
      ...walkIns.map(({ service, cameAt, called, outcome }) => ({ kind: 'walk-in', service: service?.name ?? null, cameAt: cameAt.toString(), called, outcome })),
    ];
  },
  move: movePerson,
  moveBack: movePersonBack,
  forget: forgetPerson,
};
