import { Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import type { Merger } from './merger.store.ts';
import { text } from './messages.ts';

/** Registrations that turned out to be this person, each with the page where it is taken apart. */
export function MergedInto({ mergers, context: { locale, may } }: { mergers: readonly Merger[]; context: ViewContext }) {
  if (mergers.length === 0 || !may('people:merge')) return null;
  return (
    <Panel title={text(locale, 'merged-into.title')}>
      <ul>
        {mergers.map(({ id, fields, mergedAt }) => (
          <li>
            <a href={`/people/mergers/${id}`}>{text(locale, 'merged-into.who', { name: fields.gone.name.full, when: formatMoment(locale, mergedAt) })}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
