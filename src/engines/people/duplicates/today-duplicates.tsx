import type { TodayPart } from '../../../kernel/engine.ts';
import { Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from './messages.ts';
import { countPairs } from './pair.store.ts';

interface Waiting {
  count: number;
  certain: number;
  isMore: boolean;
}

/** How many may stand there twice; nothing when nobody does. */
export const todayDuplicates: TodayPart = {
  permission: 'people:merge',
  order: 55,
  load: async ({ read }): Promise<Waiting | undefined> => {
    const { count, isMore } = await countPairs(read);
    return count > 0 ? { count, isMore, certain: (await countPairs(read, { likelihood: 'almost-certain' })).count } : undefined;
  },
  view: ({ count, certain, isMore }: Waiting, { locale }: ViewContext) => (
    <Panel title={text(locale, 'list.title')}>
      <p>
        <a href="/people/duplicates">{text(locale, isMore ? 'list.count.more' : 'list.count', { count })}</a>
        {certain > 0 && (
          <>
            {', '}
            <a href="/people/duplicates?likelihood=almost-certain">{text(locale, 'today.certain', { count: certain })}</a>
          </>
        )}
      </p>
    </Panel>
  ),
};
