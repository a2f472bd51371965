import type { TodayPart } from '../../../kernel/engine.ts';
import { Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { countElsewhere } from './elsewhere.store.ts';
import { text } from './messages.ts';

/** How many are probably known with another authority, and wait for a word. */
export const todayElsewhere: TodayPart = {
  permission: 'people:merge',
  order: 56,
  load: async ({ read }) => (await countElsewhere(read)) || undefined,
  view: (count: number, { locale }: ViewContext) => (
    <Panel title={text(locale, 'title')}>
      <p>
        <a href="/people/elsewhere">{text(locale, 'today', { count })}</a>
      </p>
    </Panel>
  ),
};
