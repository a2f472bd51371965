import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { organisationFields, type FilledOrganisation } from '../organisation-fields.ts';
import { findOrganisation, findOrganisationByName, updateOrganisation } from '../organisation.store.ts';
import { refusalErrors } from '../refusals.ts';
import type { Organisation } from '../service.ts';
import { checkReach, filledFrom, reachOf } from '../service-fields.ts';
import { changeOrganisationView } from './change-organisation.view.tsx';

export interface ChangeOrganisationScreen {
  organisation: Organisation;
  filled: FilledOrganisation;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

export const changeOrganisationPage = page({
  path: '/directory/organisations/:id/change',
  permission: 'directory:change',
  event: unrecorded('an organisation, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<ChangeOrganisationScreen>> => {
    const organisation = await findOrganisation(read, input.id);
    if (!organisation) return notFound;
    const { name, phone, email, website } = organisation;
    const filled = { name, phone: phone ?? undefined, email: email ?? undefined, website: website ?? undefined };
    return { organisation, filled, errors: {}, isChangedMeanwhile: false };
  },
  view: changeOrganisationView,
});

export const changeOrganisationAct = act({
  path: '/directory/organisations/:id/change',
  permission: 'directory:change',
  event: 'organisation-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), ...organisationFields }),
  act: async ({ input: { id, version, name, ...reach }, tx }): Promise<Outcome<{ id: string }>> => {
    if (!(await findOrganisation(tx, id))) return notFound;
    const unreachable = checkReach(reach);
    if (unreachable) return unreachable;
    const namesake = await findOrganisationByName(tx, name);
    if (namesake && namesake.id !== id) return refuse('organisation-exists', { field: 'name', status: 409 });
    if (!(await updateOrganisation(tx, id, version, { name, ...reachOf(reach) }))) return changedMeanwhile();
    tx.record({ act: 'organisation-changed', subjects: [{ type: 'organisation', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/organisations/${id}`, { kind: 'done', text: text(locale, 'organisation.changed') }),
  again: async (context: AgainContext) => {
    const organisation = await findOrganisation(context.read, context.params['id']!);
    if (!organisation) return notFound;
    const isChangedMeanwhile = context.refusal?.name === 'changed-meanwhile';
    return changeOrganisationView({ organisation, filled: filledFrom(context.values), errors: refusalErrors(context), isChangedMeanwhile }, context);
  },
  api: { summary: 'Change an organisation', output: z.object({ id: z.uuid() }) },
});
