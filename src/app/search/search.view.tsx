import { EmptyState, WorkPage } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { text } from '../messages.ts';
import type { SearchGroup } from './search.ts';

export function searchView({ query, groups }: { query: string; groups: SearchGroup[] }, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={query && groups.length > 0 ? text(locale, 'search.for', { query }) : text(locale, 'search.title')}>
      {groups.map(({ label, results }) => (
        <section class="ww-found">
          <h2 class="utrecht-heading-2">{label}</h2>
          <ul class="ww-found__list">
            {results.map(({ href, title, detail }) => (
              <li>
                <a href={href}>{title}</a>
                {detail && <span class="ww-found__detail">{detail}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && (
        <EmptyState icon="search" title={query ? text(locale, 'search.nothing.title', { query }) : text(locale, 'search.empty.title')}>
          {text(locale, query ? 'search.nothing.text' : 'search.empty.text')}
        </EmptyState>
      )}
    </WorkPage>
  );
}
