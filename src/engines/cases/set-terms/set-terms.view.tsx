import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, Hidden, Panel, SelectField, Table, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { said } from '../../questionnaires/index.ts';
import { minutesOf } from '../adoption.ts';
import type { Adoption, SetTerm } from '../adoption.store.ts';
import { durationWords } from '../case-clock.tsx';
import { termOn } from '../clock.ts';
import { text } from '../messages.ts';
import type { Settings } from './set-terms.ts';
import { termUnits } from './term-units.ts';

const refusals = ['term-not-ahead', 'term-from-that-day', 'term-began', 'changed-meanwhile'] as const;

export function setTermsView(settings: Settings, context: ViewContext | AgainContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'settings.title')} lead={text(locale, 'settings.lead')}>
      <ErrorSummary locale={locale} errors={errorsOf(context)} />
      {settings.adoptions.length === 0 && <Alert>{text(locale, 'settings.none')}</Alert>}
      {settings.adoptions.map((adoption) => (
        <Practice adoption={adoption} settings={settings} context={context} />
      ))}
    </WorkPage>
  );
}

function Practice({ adoption, settings, context }: { adoption: Adoption; settings: Settings; context: ViewContext | AgainContext }) {
  const { locale, key } = context;
  const { blueprint } = adoption;
  const newer = settings.newer.get(blueprint.id);
  return (
    <>
      <Panel title={said(blueprint.title, locale)}>
        <p>{said(blueprint.about, locale)}</p>
        <p>{text(locale, 'settings.source', { source: said(blueprint.source, locale), version: blueprint.version })}</p>
        {newer && (
          <Form action="/settings/cases/version" once={key}>
            <Hidden name="practice" value={blueprint.id} />
            <p>{text(locale, 'version.newer', { version: newer })}</p>
            <Button look="secondary">{text(locale, 'version.take')}</Button>
          </Form>
        )}
      </Panel>
      {blueprint.trajectory.clocks.length > 0 && <Terms adoption={adoption} terms={settings.terms.filter((term) => term.blueprint === blueprint.id)} context={context} />}
      <OwnWay adoption={adoption} context={context} />
    </>
  );
}

/** Which term counts for whom; a new one is added from a day on. */
function Terms({ adoption: { blueprint }, terms, context }: { adoption: Adoption; terms: SetTerm[]; context: ViewContext | AgainContext }) {
  const { locale, key, today } = context;
  const errors = errorsOf(context);
  const current = termOn(terms, today);
  const clock = blueprint.trajectory.clocks[0]!;
  return (
    <Panel title={text(locale, 'terms.title', { clock: said(clock.name, locale) })}>
      <p>{text(locale, 'terms.rule')}</p>
      <Table
        locale={locale}
        caption={text(locale, 'terms.title', { clock: said(clock.name, locale) })}
        rows={terms}
        rowKey={({ id }) => id}
        keepTable
        columns={[
          { key: 'term', head: text(locale, 'terms.duration'), cell: ({ duration }) => durationWords(locale, duration) },
          { key: 'from', head: text(locale, 'terms.from'), cell: ({ validFrom }) => (validFrom.year <= 1900 ? text(locale, 'terms.always') : formatDay(locale, validFrom)) },
          { key: 'source', head: text(locale, 'terms.source'), cell: ({ source, setByName }) => (setByName === null ? said(clock.source, locale) : source), grow: true },
          { key: 'who', head: text(locale, 'terms.set-by'), cell: ({ setByName }) => setByName ?? text(locale, 'terms.blueprint') },
          {
            key: 'state',
            head: text(locale, 'list.state'),
            cell: ({ id, validFrom }) =>
              Temporal.PlainDate.compare(validFrom, today) > 0 ? (
                <Form action={`/settings/cases/terms/${id}/withdraw`} once={key}>
                  <Button look="subtle" small>
                    {text(locale, 'terms.withdraw')}
                  </Button>
                </Form>
              ) : (
                text(locale, id === current?.id ? 'terms.now' : 'terms.before')
              ),
          },
        ]}
      />
      <h3 class="utrecht-heading-4">{text(locale, 'terms.new')}</h3>
      <Form action="/settings/cases/terms" once={key}>
        <Hidden name="practice" value={blueprint.id} />
        <FieldRow>
          <TextField locale={locale} name="amount" label={text(locale, 'terms.amount')} inputMode="numeric" size={4} error={errors['amount']} value={typed(context, 'amount')} />
          <SelectField locale={locale} name="unit" label={text(locale, 'terms.unit')} error={errors['unit']} value={typed(context, 'unit') ?? 'months'} options={termUnits.map((value) => ({ value, label: text(locale, `terms.unit.${value}`) }))} />
          <TextField locale={locale} name="validFrom" type="date" label={text(locale, 'terms.from')} error={errors['validFrom']} min={today.add({ days: 1 }).toString()} value={typed(context, 'validFrom')} />
        </FieldRow>
        <TextField locale={locale} name="source" label={text(locale, 'terms.source')} hint={text(locale, 'terms.source-hint')} error={errors['source']} maxLength={300} value={typed(context, 'source')} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'terms.act')}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

/** What the authority does differently; the rest follows the blueprint. */
function OwnWay({ adoption, context }: { adoption: Adoption; context: ViewContext | AgainContext }) {
  const { locale, key, tenant } = context;
  const { blueprint, overrides, version } = adoption;
  const errors = errorsOf(context);
  return (
    <Panel title={text(locale, 'own-way.title')}>
      {'refusal' in context && context.refusal?.name === 'changed-meanwhile' && (
        <Alert kind="warning" title={text(locale, 'own-way.changed')}>
          <p>{[text(locale, 'own-way.minutes-now', { count: minutesOf(adoption) }), overrides.place].filter(Boolean).join(' · ')}</p>
        </Alert>
      )}
      <Form action="/settings/cases/own-way" once={key} version={version}>
        <Hidden name="practice" value={blueprint.id} />
        <FieldRow>
          <TextField locale={locale} name="minutes" label={text(locale, 'own-way.minutes')} hint={text(locale, 'own-way.minutes-hint', { count: blueprint.trajectory.minutes })} optional inputMode="numeric" size={4} error={errors['minutes']} value={typed(context, 'minutes') ?? (overrides.minutes ? String(overrides.minutes) : undefined)} />
          <TextField locale={locale} name="place" label={text(locale, 'own-way.place')} hint={tenant.settings.address ? text(locale, 'own-way.place-hint', { place: tenant.settings.address.join(', ') }) : undefined} optional maxLength={200} error={errors['place']} value={typed(context, 'place') ?? overrides.place} />
        </FieldRow>
        <ButtonRow>
          <Button look="secondary" icon="save">
            {text(locale, 'own-way.act')}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function typed(context: ViewContext | AgainContext, name: string): string | undefined {
  const value = 'values' in context ? context.values[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function errorsOf(context: ViewContext | AgainContext): Record<string, string> {
  if (!('errors' in context)) return {};
  const { locale, errors, refusal } = context;
  const name = refusals.find((one) => one === refusal?.name);
  return name ? { [name === 'term-not-ahead' || name === 'term-from-that-day' ? 'validFrom' : '']: text(locale, `refusal.${name}`) } : errors;
}
