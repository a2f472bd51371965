import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, SelectField, StatusChip, Table, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { AddTermScreen, EndTermScreen, TermsScreen } from './keep-terms.ts';
import { text } from './messages.ts';
import { isValidOn, statusKinds } from './term.ts';

const settings = ({ locale }: ViewContext) => ({ href: '/settings', label: text(locale, 'settings') });

export function listTermsView({ list, terms }: TermsScreen, context: ViewContext) {
  const { locale, today } = context;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, `title.${list}`)}
      lead={text(locale, `lead.${list}`)}
      crumbs={[settings(context)]}
      act={
        <LinkButton look="primary" icon="plus" href={`/settings/people-lists/${list}/new`} hotkey="n">
          {text(locale, 'add')}
        </LinkButton>
      }
    >
      <Panel flush>
        <Table
          locale={locale}
          caption={text(locale, `title.${list}`)}
          rows={terms}
          rowKey={({ code }) => code}
          rowHref={({ code }) => `/settings/people-lists/${list}/${code}`}
          columns={[
            { key: 'label', head: text(locale, 'label'), grow: true, cell: (term) => <>{term.label(locale)} {term.isOwn && <StatusChip>{text(locale, 'own')}</StatusChip>}</> },
            ...(list === 'status' ? [{ key: 'kind', head: text(locale, 'kind'), nowrap: true, cell: ({ kind }: (typeof terms)[number]) => text(locale, `kind.${kind ?? 'stay'}`) }] : []),
            { key: 'valid', head: text(locale, 'valid'), nowrap: true, cell: (term) => (isValidOn(today, term) ? text(locale, 'valid.now') : term.validUntil && term.validUntil.until(today).sign >= 0 ? text(locale, 'valid.until', { day: formatDay(locale, term.validUntil) }) : term.validFrom ? text(locale, 'valid.from', { day: formatDay(locale, term.validFrom) }) : '') },
            { key: 'source', head: text(locale, 'source'), cell: ({ source }) => <small>{source ?? ''}</small> },
          ]}
        />
      </Panel>
    </WorkPage>
  );
}

export function addTermView({ list, filled, errors }: AddTermScreen, context: ViewContext) {
  const { locale, key } = context;
  const labels = { label: text(locale, 'label'), kind: text(locale, 'kind'), source: text(locale, 'source'), validFrom: text(locale, 'valid-from') };
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'add')} crumbs={[settings(context), { href: `/settings/people-lists/${list}`, label: text(locale, `title.${list}`) }]}>
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Form action={`/settings/people-lists/${list}/new`} once={key} label={text(locale, 'add')}>
        <Panel>
          <TextField locale={locale} name="label" label={labels.label} value={filled.label} error={errors['label']} maxLength={120} size={32} autofocus />
          {list === 'status' && <SelectField locale={locale} name="kind" label={labels.kind} hint={text(locale, 'kind.hint')} value={filled.kind} error={errors['kind']} options={statusKinds.map((value) => ({ value, label: text(locale, `kind.${value}`) }))} />}
          <FieldRow>
            <TextField locale={locale} name="source" label={labels.source} hint={text(locale, 'source.hint')} value={filled.source} error={errors['source']} maxLength={300} size={32} />
            <TextField locale={locale} name="validFrom" type="date" label={labels.validFrom} value={filled.validFrom} error={errors['validFrom']} size={12} />
          </FieldRow>
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'add.act')}</Button>
          <LinkButton look="subtle" href={`/settings/people-lists/${list}`}>
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

export function endTermView({ list, term, filled, errors, isChangedMeanwhile }: EndTermScreen, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={term.label(locale)} lead={term.source ?? undefined} crumbs={[settings(context), { href: `/settings/people-lists/${list}`, label: text(locale, `title.${list}`) }]}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={text(locale, 'meanwhile')} announced>
          {text(locale, 'meanwhile.what', { day: term.validUntil ? formatDay(locale, term.validUntil) : text(locale, 'no-end') })}
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} labels={{ validUntil: text(locale, 'end.on') }} />
      <Form action={`/settings/people-lists/${list}/${term.code}`} once={key} label={text(locale, 'end')}>
        <Hidden name="version" value={String(term.version)} />
        <Panel title={text(locale, 'end')}>
          <p>{text(locale, 'end.what')}</p>
          <TextField locale={locale} name="validUntil" type="date" label={text(locale, 'end.on')} hint={text(locale, 'end.hint')} value={filled.validUntil} error={errors['validUntil']} size={12} />
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'end.act')}</Button>
          <LinkButton look="subtle" href={`/settings/people-lists/${list}`}>
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
