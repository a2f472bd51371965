import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { organisationFields } from '../organisation-fields.ts';
import { findOrganisationByName } from '../organisation.store.ts';
import { addOrganisations } from '../register.ts';
import { refusalErrors } from '../refusals.ts';
import { checkReach, filledFrom, reachOf } from '../service-fields.ts';
import { addOrganisationView } from './add-organisation.view.tsx';

export const addOrganisationPage = page({
  path: '/directory/organisations/new',
  permission: 'directory:change',
  event: unrecorded('an empty form'),
  load: async () => ({}),
  view: (_, context) => addOrganisationView({}, {}, context),
});

export const addOrganisationAct = act({
  path: '/directory/organisations',
  permission: 'directory:change',
  event: 'organisation-added',
  input: z.strictObject(organisationFields),
  act: async ({ input: { name, ...reach }, tx }): Promise<Outcome<{ id: string }>> => {
    const unreachable = checkReach(reach);
    if (unreachable) return unreachable;
    if (await findOrganisationByName(tx, name)) return refuse('organisation-exists', { field: 'name', status: 409 });
    const [id] = await addOrganisations(tx, [{ name, ...reachOf(reach) }]);
    return { id: id! };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/organisations/${id}`, { kind: 'done', text: text(locale, 'organisation.added') }),
  again: async (context: AgainContext) => addOrganisationView(filledFrom(context.values), refusalErrors(context), context),
  api: { summary: 'Add an organisation', output: z.object({ id: z.uuid() }), status: 201 },
});
