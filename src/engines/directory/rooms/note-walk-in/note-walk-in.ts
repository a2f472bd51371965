import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/id.ts';
import { findService } from '../../service.store.ts';
import { text } from '../messages.ts';
import { findBuilding } from '../room.store.ts';
import { findToday } from '../show-today/show-today.ts';
import { showTodayView } from '../show-today/show-today.view.tsx';
import { endWalkIn, insertWalkIn, walkInOutcomes } from '../walk-in.store.ts';

export const noteWalkInAct = act({
  path: '/rooms/walk-ins',
  permission: 'rooms:desk',
  event: 'walk-in-noted',
  input: z.strictObject({ building: field.id(), service: field.optionalId(), called: field.optionalText(60) }),
  act: async ({ tx, input: { building, service, called } }): Promise<Outcome<{ id: string; building: string }>> => {
    if (!(await findBuilding(tx, building))) return refuse('building-not-known', { field: 'building' });
    if (service && !(await findService(tx, service))) return refuse('service-not-known', { field: 'service' });
    const id = newId();
    await insertWalkIn(tx, { id, buildingId: building, serviceId: service ?? null, personId: null, called: called ?? null });
    tx.record({ act: 'walk-in-noted', subjects: [{ type: 'walk-in', id }, { type: 'building', id: building }] });
    return { id, building };
  },
  done: ({ building }, { locale }) => seeOther(`/rooms?building=${building}`, { kind: 'done', text: text(locale, 'walk-in.noted') }),
  again,
  api: { summary: 'Note someone who came without an appointment', output: z.object({ id: z.uuid(), building: z.uuid() }), status: 201 },
});

export const endWalkInAct = act({
  path: '/rooms/walk-ins/:id/end',
  permission: 'rooms:desk',
  event: 'walk-in-ended',
  input: z.strictObject({ id: field.id(), outcome: field.choice(walkInOutcomes) }),
  act: async ({ tx, input: { id, outcome } }): Promise<Outcome<{ building: string }>> => {
    const building = await endWalkIn(tx, id, outcome);
    if (!building) return notFound;
    tx.record({ act: 'walk-in-ended', subjects: [{ type: 'walk-in', id }], detail: { outcome } });
    return { building };
  },
  done: ({ building }, { locale }) => seeOther(`/rooms?building=${building}`, { kind: 'done', text: text(locale, 'walk-in.ended') }),
  again,
  api: { summary: 'Say how it ended for someone who came without an appointment', output: z.object({ building: z.uuid() }) },
});

const refusals = ['building-not-known', 'service-not-known'] as const;

async function again(context: AgainContext) {
  const name = refusals.find((each) => each === context.refusal?.name);
  const errors = name ? { [context.refusal?.field ?? '']: text(context.locale, `refusal.${name}`) } : context.errors;
  const typed = context.values['building'];
  const found = (await findToday(context.read, context.today, typeof typed === 'string' && !errors['building'] ? typed : undefined, { values: context.values, errors }))!;
  return found ? showTodayView(found, context) : notFound;
}
