import type { SearchPart } from '../../kernel/engine.ts';
import { searchServices } from './find-services/search-services.ts';
import { text } from './messages.ts';
import { findMunicipalities } from './municipality.store.ts';

/** Services by their name, their organisation, what they do, or a need in plain words. */
export const searchPart: SearchPart = {
  permission: 'directory:read',
  order: 20,
  label: (locale) => text(locale, 'search.label'),
  find: async ({ read }, query) => {
    const { services } = await searchServices(read, { text: query }, { area: await findMunicipalities(read), limit: 5 });
    return services.map(({ id, name, organisation }) => ({ href: `/directory/services/${id}`, title: name, detail: organisation.name }));
  },
};
