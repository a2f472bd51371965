import type { TodayPart } from '../../kernel/engine.ts';
import { LinkButton, Panel } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { countPersons } from './list-persons/person-list.store.ts';
import { listAddress, type PersonFilter } from './list-persons/person-filter.ts';
import { text } from './messages.ts';

interface ThisWeek {
  filter: PersonFilter;
  count: number;
  /** Nobody was ever registered: then this page says how to begin. */
  isEmpty: boolean;
}

/** How many people were registered since Monday; on the first day, how to begin. */
export const todayPart: TodayPart = {
  permission: 'people:register',
  order: 50,
  load: async ({ read, today }): Promise<ThisWeek | undefined> => {
    const filter = { registeredFrom: today.subtract({ days: today.dayOfWeek - 1 }) };
    const { count } = await countPersons(read, filter);
    const isEmpty = count === 0 && (await countPersons(read, {})).count === 0;
    return count > 0 || isEmpty ? { filter, count, isEmpty } : undefined;
  },
  view: ({ filter, count, isEmpty }: ThisWeek, { locale, may }: ViewContext) => (
    <Panel
      title={text(locale, 'today.title')}
      act={
        <LinkButton small look="secondary" icon="user-plus" href="/people/new">
          {text(locale, 'list.register')}
        </LinkButton>
      }
    >
      {isEmpty ? (
        <p>
          {text(locale, 'today.empty')} {may('people:import') && <a href="/people/import">{text(locale, 'empty.import')}</a>}
        </p>
      ) : (
        <p>
          <a href={listAddress(filter, 'name')}>{text(locale, 'today.registered', { count })}</a>
        </p>
      )}
    </Panel>
  ),
};
