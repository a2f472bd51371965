import { LinkButton, Panel } from '../../../kernel/html/index.ts';
import type { TodayPart } from '../../../kernel/engine.ts';
import { text } from './messages.ts';
import { countWaiting } from './proposal.store.ts';

/** Services that propose a correction wait for whoever keeps the map. */
export const proposalsToday: TodayPart = {
  permission: 'directory:import',
  order: 60,
  load: async ({ read }) => (await countWaiting(read)) || undefined,
  view: (count: number, { locale }) => (
    <Panel title={text(locale, 'today.title')} tone="waiting">
      <p>{text(locale, 'today.what', { count })}</p>
      <LinkButton href="/directory/to-check">{text(locale, 'today.act')}</LinkButton>
    </Panel>
  ),
};
