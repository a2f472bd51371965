import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { searchServices, type Asked, type Searched } from '../find-services/search-services.ts';
import { findMunicipalities } from '../municipality.store.ts';
import type { Municipality } from '../service.ts';
import { languageCode, nisCode } from '../service-fields.ts';
import { serviceJson } from '../service-json.ts';
import { themes } from '../themes.ts';
import { listServicesView } from './list-services.view.tsx';
import { cursorOf, nextOf, shownPerPage } from './next-page.ts';

export interface ServiceList {
  asked: Asked;
  searched: Searched;
  area: Municipality[];
  isFurther: boolean;
}

export const listServicesPage = page({
  path: '/directory',
  permission: 'directory:read',
  event: unrecorded('services, no person'),
  input: z.strictObject({
    text: field.optionalText(200),
    theme: field.optionalChoice(themes),
    language: field.optionalText(20).pipe(languageCode().optional()),
    municipality: field.optionalText(5).pipe(nisCode().optional()),
    accepting: field.optionalChoice(['yes', 'no']),
    open: field.optionalChoice(['yes']),
    free: field.optionalChoice(['yes']),
    after: field.optionalText(60),
  }),
  load: async ({ read, input: { accepting, open, free, after, ...rest } }): Promise<ServiceList> => {
    const asked: Asked = { ...rest, ...(accepting ? { accepting: accepting === 'yes' } : {}), ...(open ? { open: true } : {}), ...(free ? { free: true } : {}) };
    const area = await findMunicipalities(read);
    return { asked, area, isFurther: after !== undefined, searched: await searchServices(read, asked, { area, limit: shownPerPage, after: cursorOf(after) }) };
  },
  view: listServicesView,
  api: {
    summary: 'Find services by plain words, theme, language, municipality, opening hours, cost and whether they accept new people; best first',
    output: z.object({ total: z.int(), services: z.array(serviceJson.extend({ rank: z.int() })), next: z.string().nullable() }),
    present: ({ searched }) => ({ total: searched.total, services: searched.services, next: nextOf(searched) ?? null }),
  },
});
