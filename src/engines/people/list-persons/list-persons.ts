import { z } from 'zod';
import type { LoadContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findMunicipalitiesInUse } from '../municipality.store.ts';
import { searchPersons } from '../find-persons.store.ts';
import type { Municipality, PersonSummary } from '../person.ts';
import { summaryJson } from '../person-json.ts';
import { readCursor, writeCursor, type Listed } from './cursor.ts';
import { listPersonsView } from './list-persons.view.tsx';
import { filterShape, hasFilter, sorts, type PersonFilter, type Sort } from './person-filter.ts';
import { countPersons, findPersonPage } from './person-list.store.ts';

export interface PersonList {
  filter: PersonFilter;
  sort: Sort;
  persons: Listed[];
  count: number;
  /** There are more than were counted. */
  isMore: boolean;
  previous: string | undefined;
  next: string | undefined;
  /** When nobody is left: whose name is nearly as it was typed, whatever else was asked. */
  near: PersonSummary[];
  municipalities: Municipality[];
  /** Nobody is registered yet: not merely nobody that the filter leaves. */
  isEmpty: boolean;
}

const inputShape = z.strictObject({ ...filterShape, sort: field.optionalChoice(sorts), after: field.optionalText(2000), before: field.optionalText(2000), limit: field.optionalInteger(1, 200) });

export const listPersonsPage = page({
  path: '/people',
  permission: 'people:list',
  event: unrecorded('a list of names, no file opened'),
  input: inputShape,
  load: loadList,
  view: (list, context) => listPersonsView(list, context),
  api: {
    summary: 'List persons, by filter, a page at a time',
    output: z.object({ persons: z.array(summaryJson), count: z.int(), countIsMinimum: z.boolean(), previous: z.string().optional(), next: z.string().optional() }),
    present: ({ persons, count, isMore, previous, next }) => ({ persons, count, countIsMinimum: isMore, previous, next }),
  },
});

const usualLimit = 50;

async function loadList({ read, input }: LoadContext<z.output<typeof inputShape>>): Promise<PersonList> {
  const { sort = 'name', after, before, limit = usualLimit, ...filter } = input;
  // Sent together: the connection is pipelined, so the three cost one wait.
  const [found, { count, isMore }, municipalities] = await Promise.all([
    findPersonPage(read, filter, { sort, limit, after: readCursor(after), before: readCursor(before) }),
    countPersons(read, filter),
    findMunicipalitiesInUse(read),
  ]);
  const [first, last] = [found.persons[0], found.persons.at(-1)];
  return {
    filter,
    sort,
    near: count === 0 && filter.q ? await searchPersons(read, filter.q, { limit: 5 }) : [],
    persons: found.persons,
    count,
    isMore,
    previous: found.hasPrevious && first ? writeCursor(first) : undefined,
    next: found.hasNext && last ? writeCursor(last) : undefined,
    municipalities,
    isEmpty: count === 0 && !hasFilter(filter),
  };
}
