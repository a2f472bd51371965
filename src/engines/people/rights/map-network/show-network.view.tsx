import { Button, ButtonRow, CheckboxField, Columns, DescriptionDetails, EmptyState, ErrorSummary, FieldRow, Form, LinkButton, Panel, PrintButton, RadioGroup, SelectField, Stat, StatusChip, Table, TextField, type Column } from '../../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatNumber, languageName } from '../../../../kernel/i18n/format.ts';
import { spokenLanguageOptions } from '../../../../kernel/i18n/spoken-languages.ts';
import { text } from '../messages.ts';
import { PersonPage } from '../person-page.tsx';
import { NetworkMap } from './network-map.tsx';
import type { Network, TieForm } from './show-network.ts';
import { closenesses, livings, rhythms, sectors, type Tie } from './tie.store.ts';

export function showNetworkView(network: Network, context: ViewContext) {
  const { person, ties } = network;
  const { locale, may } = context;
  const here = ties.filter(({ until }) => until === null);
  const past = ties.filter(({ until }) => until !== null);
  const add = may('people:change') && !person.isMasked && (
    <LinkButton look="primary" icon="user-plus" href={`/people/${person.id}/network/new`} hotkey="n">
      {text(locale, 'network.add')}
    </LinkButton>
  );
  const label = text(locale, 'network.figure', { count: here.length, name: person.name.full });
  return (
    <PersonPage person={person} part="network" title={text(locale, 'network.title')} lead={text(locale, 'network.lead')} act={ties.length > 0 && add} context={context}>
      {ties.length === 0 && (
        <EmptyState icon="users" title={text(locale, 'network.none.title')} act={add}>
          {text(locale, 'network.none')}
        </EmptyState>
      )}
      <Columns
        main={
          <>
            {here.length > 0 && (
              <Panel title={label} act={<PrintButton locale={locale} />}>
                <NetworkMap ties={here} label={label} locale={locale} />
              </Panel>
            )}
            {here.length > 0 && <Table locale={locale} caption={text(locale, 'network.list')} columns={columns(network, here, context)} rows={here} rowKey={({ id }) => id} />}
            {past.length > 0 && (
              <DescriptionDetails summary={text(locale, 'network.past', { count: past.length })}>
                <Table locale={locale} caption={text(locale, 'network.past', { count: past.length })} columns={columns(network, past, context)} rows={past} rowKey={({ id }) => id} />
              </DescriptionDetails>
            )}
          </>
        }
        side={<ContinuityPanel network={network} context={context} />}
      />
    </PersonPage>
  );
}

/** Continuity as a figure: as few moves and changes of carer as can be. */
function ContinuityPanel({ network: { continuity, ties }, context: { locale } }: { network: Network; context: ViewContext }) {
  const hasSupport = ties.some(({ isSupport, until }) => isSupport && until === null);
  return (
    <Panel title={text(locale, 'continuity.title')}>
      <Stat value={formatNumber(locale, continuity.moves)} sentence={text(locale, 'continuity.moves', { count: continuity.moves })} />
      <Stat value={formatNumber(locale, continuity.carerChanges)} sentence={text(locale, 'continuity.carers', { count: continuity.carerChanges })} />
      <p>{text(locale, hasSupport ? 'continuity.support' : 'continuity.no-support')}</p>
      <p>{text(locale, 'continuity.about')}</p>
    </Panel>
  );
}

function columns({ person, names }: Network, rows: readonly Tie[], context: ViewContext): Column<Tie>[] {
  const { locale, key, may } = context;
  const nameOf = ({ otherId, name }: Tie) => name ?? names.get(otherId ?? '') ?? text(locale, 'network.someone');
  const isHere = rows.some(({ until }) => until === null);
  const all: Column<Tie>[] = [
    { key: 'who', head: text(locale, 'network.who'), cell: (tie) => <>{isHere && `${rows.indexOf(tie) + 1}. `}{tie.otherId ? <a href={`/people/${tie.otherId}`}>{nameOf(tie)}</a> : <bdi>{nameOf(tie)}</bdi>}</> },
    { key: 'relation', head: text(locale, 'network.relation.short'), cell: ({ relation, isSupport }) => <>{relation} {isSupport && <StatusChip tone="done">{text(locale, 'network.support.short')}</StatusChip>}</> },
    { key: 'sector', head: text(locale, 'network.sector'), cell: ({ sector, closeness }) => `${text(locale, `network.sector.${sector}`)}, ${text(locale, `network.closeness.${closeness}`)}` },
    { key: 'where', head: text(locale, 'network.lives'), cell: ({ lives }) => lives && text(locale, `network.lives.${lives}`) },
    { key: 'every', head: text(locale, 'network.every'), cell: ({ every, language, contact }) => [every && text(locale, `network.every.${every}`), language && languageName(locale, language), contact].filter(Boolean).join(', ') },
    { key: 'since', head: text(locale, 'network.since'), nowrap: true, cell: ({ since }) => since && formatDay(locale, since) },
  ];
  if (!isHere) all.push({ key: 'until', head: text(locale, 'network.until'), nowrap: true, cell: ({ until }) => until && formatDay(locale, until) });
  if (isHere && may('people:change')) all.push({ key: 'acts', head: text(locale, 'column.acts'), nowrap: true, cell: (tie) => (
    <Form action={`/people/${person.id}/network/${tie.id}/end`} once={key} label={text(locale, 'network.end.for', { name: nameOf(tie) })}>
      <Button small look="subtle">
        {text(locale, 'network.end')}
      </Button>
    </Form>
  ) });
  return all;
}

export function addTieView({ person, values, errors }: TieForm, context: ViewContext) {
  const { locale, key } = context;
  const back = `/people/${person.id}/network`;
  const title = text(locale, 'network.add');
  const labels = { name: text(locale, 'network.name'), relation: text(locale, 'network.relation'), sector: text(locale, 'network.sector'), closeness: text(locale, 'network.closeness'), since: text(locale, 'network.since') };
  return (
    <PersonPage person={person} part="network" title={title} below={{ href: back, label: text(locale, 'network.title') }} context={context}>
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Form action={back} once={key} label={title}>
        <Panel>
          <FieldRow>
            <TextField locale={locale} name="name" label={labels.name} hint={text(locale, 'network.name.hint')} value={valueOf(values, 'name')} error={errors['name']} size={20} autofocus />
            <TextField locale={locale} name="relation" label={labels.relation} hint={text(locale, 'network.relation.hint')} value={valueOf(values, 'relation')} error={errors['relation']} size={20} />
          </FieldRow>
          <RadioGroup locale={locale} name="sector" label={labels.sector} value={valueOf(values, 'sector')} error={errors['sector']} inline options={sectors.map((value) => ({ value, label: text(locale, `network.sector.${value}`) }))} />
          <RadioGroup locale={locale} name="closeness" label={labels.closeness} value={valueOf(values, 'closeness')} error={errors['closeness']} inline options={closenesses.map((value) => ({ value, label: text(locale, `network.closeness.${value}`) }))} />
          <CheckboxField locale={locale} name="support" label={text(locale, 'network.support')} checked={Boolean(values['support'])} />
          <FieldRow>
            <SelectField locale={locale} name="lives" label={text(locale, 'network.lives')} value={valueOf(values, 'lives')} placeholder={text(locale, 'tie.optional')} optional options={livings.map((value) => ({ value, label: text(locale, `network.lives.${value}`) }))} />
            <SelectField locale={locale} name="every" label={text(locale, 'network.every')} value={valueOf(values, 'every')} placeholder={text(locale, 'tie.optional')} optional options={rhythms.map((value) => ({ value, label: text(locale, `network.every.${value}`) }))} />
            <SelectField locale={locale} name="language" label={text(locale, 'network.language')} value={valueOf(values, 'language')} placeholder={text(locale, 'tie.optional')} optional options={spokenLanguageOptions(locale)} />
          </FieldRow>
          <FieldRow>
            <TextField locale={locale} name="contact" label={text(locale, 'network.contact')} value={valueOf(values, 'contact')} size={20} optional />
            <TextField locale={locale} name="since" type="date" label={labels.since} value={valueOf(values, 'since')} error={errors['since']} size={12} optional />
          </FieldRow>
        </Panel>
        <ButtonRow>
          <Button icon="user-plus">{title}</Button>
          <LinkButton look="subtle" href={back}>
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function valueOf(values: FormValues, name: string): string {
  return [values[name] ?? ''].flat()[0] ?? '';
}
