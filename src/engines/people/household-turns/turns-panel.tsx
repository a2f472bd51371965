import { LinkButton, Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Household } from '../household.ts';
import { text } from './messages.ts';
import type { Turn } from './turn.store.ts';

/** From which household this one came, and into which it went; and the ways to split or merge it. */
export function TurnsPanel({ household: { id, members }, turns, context: { locale, may } }: { household: Household; turns: readonly Turn[]; context: ViewContext }) {
  if (!may('people:change') && turns.length === 0) return null;
  return (
    <Panel title={text(locale, 'turns.title')}>
      {turns.length > 0 && (
        <ul>
          {turns.map((turn) => {
            const isFrom = turn.fromHouseholdId === id;
            const words = turn.kind === 'split' ? (isFrom ? 'turns.split-off' : 'turns.split-from') : isFrom ? 'turns.merged-into' : 'turns.merged-with';
            return (
              <li>
                <a href={`/households/${isFrom ? turn.intoHouseholdId : turn.fromHouseholdId}`}>{text(locale, words)}</a> <small>{formatDay(locale, turn.onDay)}</small>
              </li>
            );
          })}
        </ul>
      )}
      {may('people:change') && members.length > 0 && (
        <div class="ww-button-row">
          {members.length > 1 && (
            <LinkButton small look="secondary" icon="shuffle" href={`/households/${id}/split`}>
              {text(locale, 'split.link')}
            </LinkButton>
          )}
          <LinkButton small look="secondary" icon="users" href={`/households/${id}/merge`}>
            {text(locale, 'merge.link')}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
