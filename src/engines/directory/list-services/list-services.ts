import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findMunicipalities } from '../municipality.store.ts';
import type { Municipality, Service, ServiceFilter } from '../service.ts';
import { shownAtMost } from '../service.ts';
import { findServices } from '../service.store.ts';
import { languageCode, nisCode } from '../service-fields.ts';
import { serviceJson } from '../service-json.ts';
import { themes } from '../themes.ts';
import { listServicesView } from './list-services.view.tsx';

export interface ServiceList {
  filter: ServiceFilter;
  services: Service[];
  area: Municipality[];
}

export const listServicesPage = page({
  path: '/directory',
  permission: 'directory:read',
  event: unrecorded('services, no person'),
  input: z.strictObject({
    text: field.optionalText(100),
    theme: field.optionalChoice(themes),
    language: field.optionalText(20).pipe(languageCode().optional()),
    municipality: field.optionalText(5).pipe(nisCode().optional()),
    accepting: field.optionalChoice(['yes', 'no']),
  }),
  load: async ({ read, input: { accepting, ...rest } }): Promise<ServiceList> => {
    const filter: ServiceFilter = { ...rest, ...(accepting ? { accepting: accepting === 'yes' } : {}) };
    return { filter, services: await findServices(read, filter, shownAtMost + 1), area: await findMunicipalities(read) };
  },
  view: listServicesView,
  api: {
    summary: 'Find services by words, theme, language, municipality and whether they accept new people',
    output: z.object({ services: z.array(serviceJson) }),
    present: ({ services }) => ({ services: services.slice(0, shownAtMost) }),
  },
});
