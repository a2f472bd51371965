import { EmptyState, Form, SearchField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import type { Asker } from '../question-form.tsx';

/** The same search as a page: each name begins a question of that person. */
export function findAskerView({ name, askers }: { name: string; askers: Asker[] }, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'asker.title')} crumbs={[{ href: '/questions', label: text(locale, 'list.title') }]}>
      <Form action="/questions/askers" method="get">
        <SearchField locale={locale} name="q" label={text(locale, 'field.asker')} value={name} />
      </Form>
      {askers.length > 0 && (
        <ul>
          {askers.map((asker) => (
            <li>
              <a href={`/questions/new?person=${asker.id}`}>{asker.name}</a> {asker.detail}
            </li>
          ))}
        </ul>
      )}
      {name && askers.length === 0 && (
        <EmptyState icon="search" title={text(locale, 'asker.nobody')}>
          {text(locale, 'asker.nobody.what')}
        </EmptyState>
      )}
    </WorkPage>
  );
}
