import type { SearchPart } from '../../kernel/engine.ts';
import { text } from './messages.ts';
import { findServices } from './service.store.ts';

/** Services by their name, their organisation or what they do. */
export const searchPart: SearchPart = {
  permission: 'directory:read',
  order: 20,
  label: (locale) => text(locale, 'search.label'),
  find: async ({ read }, query) => {
    const services = await findServices(read, { text: query }, 5);
    return services.map(({ id, name, organisation }) => ({ href: `/directory/services/${id}`, title: name, detail: organisation.name }));
  },
};
