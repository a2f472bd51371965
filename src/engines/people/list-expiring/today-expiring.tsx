import type { TodayPart } from '../../../kernel/engine.ts';
import { Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../life/messages.ts';
import { countExpiring } from './expiring.store.ts';

/** How many people's residence runs out within 30 days; who they are stands on a page whose reading is on record. */
export const expiringPart: TodayPart = {
  permission: 'people:status',
  order: 25,
  load: async ({ read }): Promise<{ count: number } | undefined> => {
    const count = await countExpiring(read);
    return count > 0 ? { count } : undefined;
  },
  view: ({ count }: { count: number }, { locale }: ViewContext) => (
    <Panel title={text(locale, 'expiring.today.title')} tone="waiting" act={<a href="/people/expiring">{text(locale, 'expiring.open')}</a>}>
      <p>{text(locale, 'expiring.today', { count })}</p>
    </Panel>
  ),
};
