import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { addressOf, filledHome, homeShape, type FilledHome } from '../home-fields.ts';
import type { Household } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { findMunicipalitiesInUse } from '../municipality.store.ts';
import type { Municipality } from '../person.ts';
import { text } from './messages.ts';
import { splitHouseholdView } from './split-household.view.tsx';
import { splitHousehold } from './turn.ts';

export interface SplitScreen {
  household: Household;
  filled: { leaving: string[]; on: string; clock: string; home: FilledHome };
  municipalities: Municipality[];
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
  /** All is filled in: what will become of it is shown before it is done. */
  isPreview: boolean;
}

const householdSubjects = ({ household: { id, members } }: { household: Household }) => [{ type: 'household', id }, ...members.map(({ personId }) => ({ type: 'person', id: personId }))];
const { arrivedOn: _, ...addressShape } = homeShape;

export const splitHouseholdPage = page({
  path: '/households/:id/split',
  permission: 'people:change',
  event: 'household-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id }, today }): Promise<Outcome<SplitScreen>> => {
    const household = await findHousehold(read, id);
    if (!household || household.members.length < 2) return notFound;
    return screen(read, household, { leaving: [], on: today.toString(), clock: 'same', home: filledHome({}) });
  },
  view: splitHouseholdView,
  subjects: householdSubjects,
});

export const splitHouseholdAct = act({
  path: '/households/:id/split',
  permission: 'people:change',
  event: 'household-split',
  input: z.strictObject({ id: field.id(), version: field.version(), leaving: field.list(field.id()), on: field.day(), clock: field.choice(['same', 'own']), ...addressShape, confirmed: field.flag(), back: field.flag() }),
  act: async ({ input: { id, version, leaving, on, clock, confirmed, back, ...home }, tx, today }): Promise<Outcome<{ id: string; newId: string; turnId: string }>> => {
    const household = await findHousehold(tx, id);
    if (!household) return notFound;
    const known = leaving.filter((personId) => household.members.some((member) => member.personId === personId));
    if (known.length === 0) return refuse('nobody-leaves', { field: 'leaving' });
    if (known.length === household.members.length) return refuse('all-leave', { field: 'leaving' });
    if (on.until(today).sign < 0) return refuse('in-the-future', { field: 'on' });
    if (back) return refuse('back-to-form');
    if (!confirmed) return refuse('look-first', { status: 409 });
    const done = await splitHousehold(tx, { household, version, leaving: known, on, address: addressOf({ ...home, arrivedOn: undefined }), hasOwnClock: clock === 'own' });
    return done ? { id, newId: done.id, turnId: done.turnId } : changedMeanwhile();
  },
  done: ({ newId, turnId }, { locale }) => seeOther(`/households/${newId}`, { kind: 'done', text: text(locale, 'split.done'), undo: { action: `/households/turns/${turnId}/undo`, label: text(locale, 'undo') } }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const household = await findHousehold(read, params['id']!);
    if (!household) return notFound;
    const leaving = ([] as string[]).concat(values['leaving'] ?? []);
    const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
    const shown = await screen(read, household, { leaving, on: one('on'), clock: one('clock') || 'same', home: filledHome(values) });
    const name = (['nobody-leaves', 'all-leave', 'in-the-future'] as const).find((each) => each === refusal?.name);
    return splitHouseholdView(
      { ...shown, errors: { ...errors, ...(name && refusal ? { [refusal.field ?? '']: text(locale, `refusal.${name}`) } : {}) }, isChangedMeanwhile: refusal?.name === 'changed-meanwhile', isPreview: refusal?.name === 'look-first' },
      context,
    );
  },
  api: { summary: 'Split a household: some members go to live apart from a day on; refused with look-first until confirmed', status: 201, output: z.object({ id: z.uuid(), newId: z.uuid(), turnId: z.uuid() }) },
});

async function screen(read: Read, household: Household, filled: SplitScreen['filled']): Promise<SplitScreen> {
  return { household, filled, municipalities: await findMunicipalitiesInUse(read), errors: {}, isChangedMeanwhile: false, isPreview: false };
}
