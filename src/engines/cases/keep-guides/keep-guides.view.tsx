import { Alert, Button, ButtonRow, CheckboxField, CheckboxGroup, EmptyState, ErrorSummary, Form, LinkButton, StatusChip, SummaryList, Table, WorkPage } from '../../../kernel/html/index.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import type { Municipality } from '../../directory/index.ts';
import { text } from '../messages.ts';
import type { Worker } from '../worker.ts';
import type { GuideForm } from './keep-guides.ts';

export function guidesView({ workers, area }: { workers: Worker[]; area: Municipality[] }, context: ViewContext) {
  const { locale } = context;
  const spoken = new Set(workers.filter(({ isActive }) => isActive).flatMap(({ languages }) => languages));
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'guides.title')} lead={text(locale, 'guides.lead', { count: spoken.size })} crumbs={listCrumb(context)}>
      <Table
        locale={locale}
        caption={text(locale, 'guides.title')}
        rows={workers}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/guides/${id}`}
        empty={
          <EmptyState icon="users" title={text(locale, 'guides.none.title')}>
            {text(locale, 'guides.none.what')}
          </EmptyState>
        }
        columns={[
          { key: 'name', head: text(locale, 'guides.name'), cell: ({ name }) => name, grow: true },
          { key: 'languages', head: text(locale, 'guides.languages'), cell: ({ languages }) => languages.map((code) => languageName(locale, code)).join(', ') || text(locale, 'guides.no-languages') },
          { key: 'municipalities', head: text(locale, 'guides.municipalities'), cell: ({ municipalities }) => municipalities.map((nis) => area.find((one) => one.nis === nis)?.name ?? nis).join(', ') || text(locale, 'guides.everywhere'), wideOnly: true },
          { key: 'cases', head: text(locale, 'guides.cases'), cell: ({ casesRunning }) => casesRunning, numeric: true },
          { key: 'talks', head: text(locale, 'guides.talks'), cell: ({ talksAhead }) => talksAhead, numeric: true },
          { key: 'state', head: text(locale, 'list.state'), cell: ({ isActive }) => <StatusChip tone={isActive ? 'done' : 'closed'}>{text(locale, isActive ? 'guides.active' : 'guides.inactive')}</StatusChip> },
        ]}
      />
    </WorkPage>
  );
}

export function guideView({ worker, area, asked }: GuideForm, context: ViewContext | AgainContext) {
  const { locale, key } = context;
  const typed = 'values' in context ? context.values : undefined;
  const errors = 'errors' in context ? context.errors : {};
  const hasChanged = 'refusal' in context && context.refusal?.name === 'changed-meanwhile';
  // What was sent and is no language cannot be named, and was refused.
  const languages = (typed ? list(typed, 'languages') : worker.languages).filter((code) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code));
  const all = spokenLanguageOptions(locale, [...asked, ...languages]);
  const first = all.filter(({ value }) => asked.includes(value) || languages.includes(value));
  return (
    <WorkPage
      frame={context.frame()}
      title={worker.name}
      lead={text(locale, 'guides.load', { cases: worker.casesRunning, talks: worker.talksAhead })}
      crumbs={[...listCrumb(context), { href: '/guides', label: text(locale, 'guides.title') }]}
    >
      <ErrorSummary locale={locale} errors={errors} />
      {hasChanged && <SavedNow worker={worker} locale={locale} area={area} />}
      <Form action={`/guides/${worker.id}`} once={key} version={worker.version > 0 ? worker.version : undefined}>
        <CheckboxGroup locale={locale} name="languages" label={text(locale, 'guides.languages')} hint={text(locale, 'guides.languages-hint')} error={errors['languages']} inline values={languages} options={[...first, ...all.filter((option) => !first.includes(option))]} />
        {area.length > 1 && (
          <CheckboxGroup locale={locale} name="municipalities" label={text(locale, 'guides.municipalities')} hint={text(locale, 'guides.municipalities-hint')} inline values={typed ? list(typed, 'municipalities') : worker.municipalities} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />
        )}
        <CheckboxField locale={locale} name="isActive" label={text(locale, 'guides.takes-talks')} checked={typed ? typed['isActive'] !== undefined : worker.isActive} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'guides.save')}</Button>
          <LinkButton href="/guides">{text(locale, 'plan.back')}</LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

/** What someone else saved in between; what was ticked here still stands in the form. */
function SavedNow({ worker, locale, area }: { worker: Worker; locale: ViewContext['locale']; area: Municipality[] }) {
  return (
    <Alert kind="warning" title={text(locale, 'guides.changed')}>
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'guides.languages'), value: worker.languages.map((code) => languageName(locale, code)).join(', ') || undefined },
          { label: text(locale, 'guides.municipalities'), value: worker.municipalities.map((nis) => area.find((one) => one.nis === nis)?.name ?? nis).join(', ') || text(locale, 'guides.everywhere') },
        ]}
      />
    </Alert>
  );
}

function list(values: FormValues, name: string): string[] {
  const value = values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Back to the list, for whoever may see it: an administrator keeps guides and opens no case. */
function listCrumb({ locale, may }: ViewContext) {
  return may('cases:list') ? [{ href: '/welcome', label: text(locale, 'list.title') }] : [];
}
