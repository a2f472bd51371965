import { z } from 'zod';
import type { Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findOrganisation } from '../organisation.store.ts';
import type { Organisation, Service } from '../service.ts';
import { findServicesOfOrganisation } from '../service.store.ts';
import { organisationJson, serviceJson } from '../service-json.ts';
import { openOrganisationView } from './open-organisation.view.tsx';

export interface OpenedOrganisation {
  organisation: Organisation;
  services: Service[];
}

export const openOrganisationPage = page({
  path: '/directory/organisations/:id',
  permission: 'directory:read',
  event: unrecorded('an organisation, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<OpenedOrganisation>> => {
    const organisation = await findOrganisation(read, id);
    return organisation ? { organisation, services: await findServicesOfOrganisation(read, id) } : notFound;
  },
  view: openOrganisationView,
  api: { summary: 'One organisation with its services', output: z.object({ organisation: organisationJson, services: z.array(serviceJson) }) },
});
