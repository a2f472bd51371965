import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { addressOf, filledHome, filledHomeOf, homeShape, type FilledHome } from '../home-fields.ts';
import type { Household } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { text } from '../messages.ts';
import { findMunicipalitiesInUse } from '../municipality.store.ts';
import type { Municipality } from '../person.ts';
import { changeHousehold } from '../register.ts';
import { changeHouseholdView } from './change-household.view.tsx';

export interface ChangeHomeScreen {
  /** As the register has it now. */
  household: Household;
  filled: FilledHome;
  /** The household moved there on that day; blank puts right what was written down wrong. */
  movedOn: string;
  municipalities: Municipality[];
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

export const changeHouseholdPage = page({
  path: '/households/:id/change',
  permission: 'people:change',
  event: 'household-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<ChangeHomeScreen>> => {
    const household = await findHousehold(read, id);
    return household ? screen(read, household, filledHomeOf(household)) : notFound;
  },
  view: changeHouseholdView,
  subjects: ({ household: { id, members } }) => [{ type: 'household', id }, ...members.map(({ personId }) => ({ type: 'person', id: personId }))],
});

export const changeHouseholdAct = act({
  path: '/households/:id/change',
  permission: 'people:change',
  event: 'address-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), ...homeShape, movedOn: field.optionalDay() }),
  act: async ({ input: { id, version, movedOn = null, ...home }, tx, today }): Promise<Outcome<{ id: string }>> => {
    if (!(await findHousehold(tx, id))) return notFound;
    if (home.arrivedOn && home.arrivedOn.until(today).sign < 0) return refuse('in-the-future', { field: 'arrivedOn' });
    const isChanged = await changeHousehold(tx, { id, version, arrivedOn: home.arrivedOn ?? null, address: addressOf(home), movedOn });
    return isChanged ? { id } : changedMeanwhile();
  },
  done: ({ id }, { locale }) => seeOther(`/households/${id}`, { kind: 'done', text: text(locale, 'change.done') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const household = await findHousehold(read, params['id']!);
    if (!household) return notFound;
    const isFuture = refusal?.name === 'in-the-future';
    const shown = await screen(read, household, filledHome(values));
    return changeHouseholdView(
      {
        ...shown,
        movedOn: typeof values['movedOn'] === 'string' ? values['movedOn'] : '',
        errors: { ...errors, ...(isFuture ? { arrivedOn: text(locale, 'refusal.in-the-future') } : {}) },
        isChangedMeanwhile: refusal?.name === 'changed-meanwhile',
      },
      context,
    );
  },
  api: { summary: 'Change when a household arrived and where it lives; movedOn keeps the old address in its history', output: z.object({ id: z.uuid() }) },
});

async function screen(read: Read, household: Household, filled: FilledHome): Promise<ChangeHomeScreen> {
  return { household, filled, movedOn: '', municipalities: await findMunicipalitiesInUse(read), errors: {}, isChangedMeanwhile: false };
}
