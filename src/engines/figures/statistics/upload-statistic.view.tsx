import { Button, DescriptionDetails, ErrorSummary, FileField, Form, WorkPage } from '../../../kernel/html/index.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { RowProblem } from '../import-statistics/read-statistic.ts';
import { text } from '../messages.ts';

type Refused = NonNullable<AgainContext['refusal']>;

export function uploadStatisticView(errors: FieldErrors, refusal: Refused | undefined, context: ViewContext) {
  const { locale } = context;
  const error = refusal ? refusedWords(locale, refusal) : errors['file'];
  const all = error ? { ...errors, file: error } : errors;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'upload.title')}
      lead={text(locale, 'upload.lead')}
      crumbs={[
        { href: '/figures', label: text(locale, 'figures.title') },
        { href: '/figures/statistics', label: text(locale, 'statistics.title') },
      ]}
    >
      <ErrorSummary locale={locale} errors={all} labels={{ file: text(locale, 'upload.file') }} />
      {refusal?.name === 'file-wrong-rows' && <Problems locale={locale} problems={JSON.parse(String(refusal.detail['problems'])) as RowProblem[]} />}
      <Form action="/figures/statistics" once={context.key} hasFiles>
        <FileField locale={locale} name="file" label={text(locale, 'upload.file')} hint={text(locale, 'upload.file.hint')} accept=".csv,.xlsx" required error={error} />
        <Button icon="eye">{text(locale, 'upload.act')}</Button>
      </Form>
      <DescriptionDetails summary={text(locale, 'upload.where')}>
        <p>{text(locale, 'upload.where.answer')}</p>
      </DescriptionDetails>
    </WorkPage>
  );
}

function Problems({ locale, problems }: { locale: Locale; problems: readonly RowProblem[] }) {
  return (
    <ul>
      {problems.map(({ line, problem, column = '', found = '' }) => (
        <li>{text(locale, `problem.${problem}`, { line, column, found })}</li>
      ))}
    </ul>
  );
}

function refusedWords(locale: Locale, { name, detail }: Refused): string {
  const list = (key: string) => (JSON.parse(String(detail[key] ?? '[]')) as string[]).join(', ');
  switch (name) {
    case 'no-file':
      return text(locale, 'refused.no-file');
    case 'file-empty':
    case 'file-no-rows':
      return text(locale, 'refused.empty');
    case 'file-too-large':
    case 'file-too-many-rows':
    case 'file-too-many-columns':
      return text(locale, 'refused.too-large');
    case 'file-wrong-encoding':
      return text(locale, 'refused.encoding');
    case 'file-unclosed-quote':
      return text(locale, 'refused.quote', { line: Number(detail['line']) });
    case 'file-unknown-statistic':
      return text(locale, 'refused.unknown', { missing: list('missing') });
    case 'file-several-countries':
      return text(locale, 'refused.countries', { countries: list('countries') });
    case 'file-wrong-rows':
      return text(locale, 'refused.rows', { count: Number(detail['count']) });
    default:
      return text(locale, 'refused.not-a-table');
  }
}
