import type { SearchPart } from '../../kernel/engine.ts';
import { searchPersons } from './find-persons.store.ts';
import { text } from './messages.ts';
import { birthText, isolated, languageNames, municipalityText } from './show.ts';

/** Persons by name, in any script, spelling or order of words. */
export const searchPart: SearchPart = {
  permission: 'people:read',
  order: 10,
  label: (locale) => text(locale, 'list.title'),
  find: async ({ read, locale }, query) => {
    const persons = await searchPersons(read, query, { limit: 8 });
    return persons.map(({ id, name, otherNames, birth, contactLanguages, municipality }) => ({
      href: `/people/${id}`,
      title: [name.full, ...otherNames.map(({ full }) => full)].map(isolated).join(' · '),
      detail: [birthText(locale, birth), languageNames(locale, contactLanguages).join(', '), municipalityText(municipality)].filter(Boolean).join(' · '),
    }));
  },
};
