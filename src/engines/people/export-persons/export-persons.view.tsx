import { EmptyState, LinkButton, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { listAddress } from '../list-persons/person-filter.ts';
import { text } from '../messages.ts';
import type { Exported } from './export-persons.ts';

export function tooManyToExportView({ filter, sort }: Exported, limit: number, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'export.title')} crumbs={[{ href: '/people', label: text(locale, 'list.title') }]}>
      <EmptyState icon="funnel" title={text(locale, 'export.too-many.title', { count: limit })} act={<LinkButton href={listAddress(filter, sort)}>{text(locale, 'export.too-many.act')}</LinkButton>}>
        {text(locale, 'export.too-many.what')}
      </EmptyState>
    </WorkPage>
  );
}
