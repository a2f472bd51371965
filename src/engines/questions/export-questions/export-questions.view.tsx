import { EmptyState, LinkButton, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { listAddress } from '../list-questions/list-address.ts';
import type { QuestionFilter } from '../list-questions/question-filter.ts';
import { text } from '../messages.ts';
import { exportedAtMost } from '../question.ts';

export function tooManyToExportView(filter: QuestionFilter, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'export.title')} crumbs={[{ href: '/questions', label: text(locale, 'list.title') }]}>
      <EmptyState icon="funnel" title={text(locale, 'export.too-many.title', { count: exportedAtMost })} act={<LinkButton href={listAddress(filter, 'newest')}>{text(locale, 'export.too-many.act')}</LinkButton>}>
        {text(locale, 'export.too-many.what')}
      </EmptyState>
    </WorkPage>
  );
}
