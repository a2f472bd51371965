import { Alert, ButtonRow, LinkButton, Panel, PrintButton, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { direction, isLocale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';

interface CodeCard {
  code: string;
  /** BCP 47: in which it was spoken. */
  language: string;
  question: string;
  after: string;
}

/** The code, once: to print or to write on a card. It is kept nowhere, so this page cannot be asked for again. */
export function codeCardView({ code, language, question, after }: CodeCard, context: ViewContext) {
  const { locale, tenant } = context;
  const other = isLocale(language) && language !== 'nl' ? language : undefined;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'code.title')} crumbs={[{ href: '/questions/new', label: text(locale, 'record.title') }]}>
      <Alert kind="done" announced>
        {text(locale, 'code.once')}
      </Alert>
      <Panel>
        <div class="ww-code-card" lang="nl">
          <p>{tenant.name}</p>
          <p class="ww-code-card__code" dir="ltr">
            {code}
          </p>
          <p>{text('nl', 'code.card')}</p>
          {other && (
            <p lang={other} dir={direction(other)}>
              {text(other, 'code.card')}
            </p>
          )}
        </div>
      </Panel>
      <ButtonRow>
        <LinkButton look="primary" icon="arrow-right" iconMirrors hotkey="n" href={nextAddress(after, question)}>
          {text(locale, 'code.next')}
        </LinkButton>
        <PrintButton locale={locale} look="secondary" />
      </ButtonRow>
    </WorkPage>
  );
}

function nextAddress(after: string, question: string): string {
  if (after === 'open') return `/questions/${question}`;
  if (after === 'refer') return `/referrals/new?question=${question}`;
  return after === 'more' ? `/questions/new?contact=${question}` : '/questions/new';
}
