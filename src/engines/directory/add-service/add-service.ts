import { z } from 'zod';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { findMunicipalities } from '../municipality.store.ts';
import { findOrganisationByName, findOrganisations } from '../organisation.store.ts';
import { addOrganisations, addServices } from '../register.ts';
import { refusalErrors } from '../refusals.ts';
import { checkService, filledFrom, newServiceFields, serviceFacts, type FilledService, type ServiceInput } from '../service-fields.ts';
import { addServiceView } from './add-service.view.tsx';

export const addServicePage = page({
  path: '/directory/services/new',
  permission: 'directory:change',
  event: unrecorded('an empty form'),
  input: z.strictObject({ organisation: field.optionalId() }),
  load: async ({ read, input }) => screen(read, { organisation: input.organisation, themes: [], municipalities: [], languages: [] }),
  view: (data, context) => addServiceView({ ...data, errors: {} }, context),
});

export const addServiceAct = act({
  path: '/directory/services',
  permission: 'directory:change',
  event: 'service-added',
  input: z.strictObject(newServiceFields),
  act: async ({ input, tx, today }): Promise<Outcome<{ id: string }>> => {
    const refusal = await checkService(tx, input);
    if (refusal) return refusal;
    const { address = null, openingHours = null, ...rest } = input;
    const [id] = await addServices(tx, [{ ...serviceFacts(rest, await organisationOf(tx, rest), today), address, openingHours }]);
    return { id: id! };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'service.added') }),
  again: async (context: AgainContext) => addServiceView({ ...(await screen(context.read, filledFrom(context.values))), errors: refusalErrors(context) }, context),
  api: { summary: 'Add a service', output: z.object({ id: z.uuid() }), status: 201 },
});

/** The organisation that was chosen, or the one whose name was typed: made when there is none of that name. */
export async function organisationOf(tx: Transaction, { organisation, newOrganisation }: Pick<ServiceInput, 'organisation' | 'newOrganisation'>): Promise<string> {
  if (organisation) return organisation;
  const known = await findOrganisationByName(tx, newOrganisation!);
  if (known) return known.id;
  const [id] = await addOrganisations(tx, [{ name: newOrganisation! }]);
  return id!;
}

async function screen(read: Read, filled: FilledService) {
  return { filled, organisations: await findOrganisations(read), area: await findMunicipalities(read) };
}
