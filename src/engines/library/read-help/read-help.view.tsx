import { Card, LinkButton, Tiles, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { GuidePage } from '../guide/guide.ts';
import { text } from '../messages.ts';
import { asHtml } from './markdown.ts';

export function helpContentsView(guide: readonly GuidePage[], context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'help.title')} lead={text(locale, 'help.lead')}>
      <Tiles size="large">
        {guide.map(({ slug, title, summary }) => (
          <Card level={2} title={title} href={`/help/${slug}`}>
            <span lang="nl">{summary}</span>
          </Card>
        ))}
      </Tiles>
    </WorkPage>
  );
}

export function helpPageView({ page, next }: { page: GuidePage; next: GuidePage | undefined }, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={page.title} lead={page.summary} crumbs={[{ href: '/help', label: text(locale, 'help.title') }]}>
      <article class="ww-reading" lang="nl" dangerouslySetInnerHTML={{ __html: asHtml(page.markdown) }} />
      <p>{next ? <LinkButton href={`/help/${next.slug}`}>{text(locale, 'help.next', { title: next.title })}</LinkButton> : <LinkButton href="/help">{text(locale, 'help.all')}</LinkButton>}</p>
    </WorkPage>
  );
}
