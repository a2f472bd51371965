import type { SearchPart } from '../../kernel/engine.ts';
import { languageName } from '../../kernel/i18n/format.ts';
import { searchPersons } from '../people/index.ts';
import { findRunningCasesOf } from './case.store.ts';
import { text } from './messages.ts';
import { isWithinReach, reachOf } from './reach.store.ts';

/** What the search in the header finds here: the running cases of the people with that name. */
export const casesFound: SearchPart = {
  permission: 'cases:list',
  order: 30,
  label: (locale) => text(locale, 'navigation.label'),
  find: async ({ read, actor, locale }, query) => {
    const persons = await searchPersons(read, query, { limit: 12 });
    const households = [...new Set(persons.flatMap(({ householdId }) => householdId ?? []))];
    const reach = reachOf(actor);
    const cases = (await findRunningCasesOf(read, households)).filter((file) => isWithinReach(reach, file));
    return cases.map((file) => ({
      href: `/cases/${file.id}`,
      title: persons.find(({ householdId }) => householdId === file.householdId)?.name.full ?? '',
      detail: [file.languages.map((code) => languageName(locale, code)).join(', '), file.guideName].filter(Boolean).join(' · '),
    }));
  },
};
