import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import type { Holding } from '../../../../kernel/holdings/holding.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { text } from '../messages.ts';
import { erasePerson } from './erase.ts';
import { erasePersonView } from './erase-person.view.tsx';
import { findLonelyHouseholds, findSelves } from './erasure.store.ts';
import { findHolds, findRefusals, holdGrounds, insertRefusal, liftHold, placeHold, refusalGrounds, type ErasureRefusal, type Hold } from './hold.store.ts';
import { askers } from './askers.ts';

export interface ErasePreview {
  person: Person;
  /** How much each part of the house holds. */
  parts: { name: string; count: number }[];
  merged: number;
  hasLonelyHousehold: boolean;
  holds: Hold[];
  refusals: ErasureRefusal[];
  values: FormValues;
  errors: FieldErrors;
  refused?: string | undefined;
}

async function loadPreview(read: Read, holdings: readonly Holding[], id: string, today: Temporal.PlainDate): Promise<ErasePreview | undefined> {
  const person = await findPerson(read, id);
  if (!person || person.isMasked) return undefined;
  const selves = await findSelves(read, [id]);
  const counted = await Promise.all(holdings.filter(({ subject }) => subject === 'person').map(async (holding) => ({ name: holding.name, count: (await holding.gather(read, id)).length })));
  return {
    person,
    parts: counted.filter(({ count }) => count > 0),
    merged: selves.length - 1,
    hasLonelyHousehold: (await findLonelyHouseholds(read, selves)).length > 0,
    holds: await findHolds(read, id, today),
    refusals: await findRefusals(read, id),
    values: {},
    errors: {},
  };
}

export const erasePersonPage = page({
  path: '/people/:id/erase',
  permission: 'people:erase',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, services, input: { id }, today }): Promise<Outcome<ErasePreview>> => (await loadPreview(read, services.holdings, id, today)) ?? notFound,
  view: (preview, context) => erasePersonView(preview, context),
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const erasePersonAct = act({
  path: '/people/:id/erase',
  permission: 'people:erase',
  event: 'person-erased',
  input: z.strictObject({ id: field.id(), askedBy: field.choice(askers) }),
  act: async ({ tx, services, input: { id, askedBy }, today }): Promise<Outcome<{ erased: true }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    if ((await findHolds(tx, id, today)).length > 0) return refuse('held');
    await erasePerson(tx, services, id, { askedBy });
    return { erased: true };
  },
  done: (_, { locale }) => seeOther('/people', { kind: 'done', text: text(locale, 'erase.done') }),
  again: showEraseAgain,
  api: { summary: 'Erase a person for good', output: z.object({ erased: z.literal(true) }) },
});

export const refuseErasureAct = act({
  path: '/people/:id/refuse-erasure',
  permission: 'people:erase',
  event: 'erasure-refused',
  input: z.strictObject({ id: field.id(), requestedBy: field.choice(askers), refusalGround: field.choice(refusalGrounds), refusalSource: field.text(200) }),
  act: async ({ tx, input: { id, requestedBy, refusalGround, refusalSource } }): Promise<Outcome<{ id: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    await insertRefusal(tx, { personId: id, askedBy: requestedBy, ground: refusalGround, source: refusalSource });
    tx.record({ act: 'erasure-refused', subjects: [{ type: 'person', id }], detail: { askedBy: requestedBy, ground: refusalGround } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/erase`, { kind: 'done', text: text(locale, 'erase.refused') }),
  again: showEraseAgain,
});

export const placeHoldAct = act({
  path: '/people/:id/holds',
  permission: 'people:erase',
  event: 'hold-placed',
  input: z.strictObject({ id: field.id(), holdGround: field.choice(holdGrounds), holdSource: field.optionalText(200), holdUntil: field.optionalDay() }),
  act: async ({ tx, input: { id, holdGround, holdSource = null, holdUntil = null }, today }): Promise<Outcome<{ id: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    if (holdUntil && holdUntil.until(today).sign > 0) return refuse('in-the-past-already', { field: 'holdUntil' });
    await placeHold(tx, { personId: id, ground: holdGround, source: holdSource, until: holdUntil });
    tx.record({ act: 'hold-placed', subjects: [{ type: 'person', id }], detail: { ground: holdGround, until: holdUntil?.toString() ?? null } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/erase`, { kind: 'done', text: text(locale, 'hold.placed') }),
  again: showEraseAgain,
});

export const liftHoldAct = act({
  path: '/people/:id/holds/:hold/lift',
  permission: 'people:erase',
  event: 'hold-lifted',
  input: z.strictObject({ id: field.id(), hold: field.id() }),
  act: async ({ tx, input: { id, hold } }): Promise<Outcome<{ id: string }>> => {
    if (!(await liftHold(tx, { id: hold, personId: id }))) return notFound;
    tx.record({ act: 'hold-lifted', subjects: [{ type: 'person', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/erase`, { kind: 'done', text: text(locale, 'hold.lifted') }),
  again: showEraseAgain,
});

const refusals = ['held', 'in-the-past-already'] as const;

async function showEraseAgain(context: AgainContext) {
  const { read, services, params, today, values, errors, refusal, locale } = context;
  const preview = await loadPreview(read, services.holdings, params['id']!, today);
  if (!preview) return notFound;
  const name = refusals.find((each) => each === refusal?.name);
  const words = name && text(locale, `refusal.${name}`);
  const beside: FieldErrors = words && refusal?.field ? { [refusal.field]: words } : {};
  return erasePersonView({ ...preview, values, errors: { ...errors, ...beside }, refused: refusal?.field ? undefined : words }, context);
}
