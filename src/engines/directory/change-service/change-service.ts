import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { changeFacts } from '../change-facts.ts';
import { organisationOf } from '../add-service/add-service.ts';
import { text } from '../messages.ts';
import { findMunicipalities } from '../municipality.store.ts';
import { findOrganisation, findOrganisations } from '../organisation.store.ts';
import { refusalErrors } from '../refusals.ts';
import type { Municipality, Organisation, Service } from '../service.ts';
import { findService } from '../service.store.ts';
import { findWholeService } from '../whole-service.store.ts';
import { checkService, filledFrom, filledOf, serviceFacts, serviceFields, type FilledService } from '../service-fields.ts';
import { changeServiceView } from './change-service.view.tsx';

export interface ChangeServiceScreen {
  /** As it stands in the register now. */
  service: Service;
  filled: FilledService;
  organisations: Organisation[];
  area: Municipality[];
  errors: FieldErrors;
  /** Someone saved in between. */
  isChangedMeanwhile: boolean;
}

export const changeServicePage = page({
  path: '/directory/services/:id/change',
  permission: 'directory:change',
  event: unrecorded('a service, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<ChangeServiceScreen>> => {
    const service = await findService(read, input.id);
    return service ? screen(read, service, filledOf(service)) : notFound;
  },
  view: changeServiceView,
});

export const changeServiceAct = act({
  path: '/directory/services/:id/change',
  permission: 'directory:change',
  event: 'service-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), ...serviceFields }),
  act: async ({ input: { id, version, ...input }, tx, today }): Promise<Outcome<{ id: string }>> => {
    const service = await findWholeService(tx, id);
    if (!service) return notFound;
    const refusal = await checkService(tx, input, service);
    if (refusal) return refusal;
    const { organisationId, ...facts } = serviceFacts(input, await organisationOf(tx, input), today, service);
    const { name } = (await findOrganisation(tx, organisationId))!;
    const changed = await changeFacts(tx, { service: { ...service, version }, section: 'about', facts: { ...facts, organisation: { id: organisationId, name }, lastConfirmedOn: today } });
    return changed === 'meanwhile' ? changedMeanwhile() : { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'service.changed') }),
  again: async (context: AgainContext) => {
    const service = await findService(context.read, context.params['id']!);
    if (!service) return notFound;
    const shown = await screen(context.read, service, filledFrom(context.values));
    return changeServiceView({ ...shown, errors: refusalErrors(context), isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile' }, context);
  },
  api: { summary: 'Change a service', output: z.object({ id: z.uuid() }) },
});

async function screen(read: Read, service: Service, filled: FilledService): Promise<ChangeServiceScreen> {
  return { service, filled, organisations: await findOrganisations(read), area: await findMunicipalities(read), errors: {}, isChangedMeanwhile: false };
}
