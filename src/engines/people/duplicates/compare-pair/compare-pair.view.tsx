import type { ComponentChildren } from 'preact';
import { Alert, Button, ButtonRow, Form, Hidden, LinkButton, Panel, RadioGroup, Table, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { addressLines, type Household } from '../../household.ts';
import { reasonsText } from '../../match-choice.tsx';
import type { Person } from '../../person.ts';
import { chosenFields, type ChosenField } from '../fields.ts';
import { text } from '../messages.ts';
import { LikelihoodChip } from '../list-duplicates/list-duplicates.view.tsx';
import { factsOf, joinedFactsOf } from '../person-facts.tsx';
import type { ComparedPair, Side } from './compare-pair.ts';

export function comparePairView(pair: ComparedPair, context: ViewContext) {
  const { locale, key } = context;
  const { one, other, likeness, error } = pair;
  const base = `/people/duplicates/${one.id}/${other.id}`;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'pair.title')} lead={text(locale, 'pair.lead')} crumbs={[{ href: '/people', label: text(locale, 'crumb.people') }, { href: '/people/duplicates', label: text(locale, 'list.title') }]}>
      {error && (
        <Alert kind="error" title={text(locale, 'pair.not-merged')}>
          {error}
        </Alert>
      )}
      {pair.isApart && <SaidApart base={base} context={context} />}
      <Panel title={text(locale, 'pair.why')} act={likeness.score > 0 ? <LikelihoodChip score={likeness.score} locale={locale} /> : undefined}>
        <p>{likeness.reasons.length > 0 ? reasonsText(locale, likeness.reasons) : text(locale, 'pair.no-reasons')}</p>
      </Panel>
      <Form action={`${base}/merge`} once={key} label={text(locale, 'pair.merge')}>
        <Hidden name="oneVersion" value={one.version} />
        <Hidden name="otherVersion" value={other.version} />
        <SideBySide pair={pair} context={context} />
        <Homes pair={pair} context={context} />
        <p>{text(locale, 'pair.what-moves')}</p>
        <ButtonRow>
          <Button icon="user-check">{text(locale, 'pair.merge')}</Button>
          <LinkButton look="subtle" href="/people/duplicates">
            {text(locale, 'pair.later')}
          </LinkButton>
        </ButtonRow>
      </Form>
      {!pair.isApart && (
        <Form action={`${base}/apart`} once={key} label={text(locale, 'apart.act')}>
          <Panel title={text(locale, 'apart.title')}>
            <p>{text(locale, 'apart.what')}</p>
            <Button look="secondary" icon="users">
              {text(locale, 'apart.act')}
            </Button>
          </Panel>
        </Form>
      )}
    </WorkPage>
  );
}

function SaidApart({ base, context: { locale, key } }: { base: string; context: ViewContext }) {
  return (
    <Alert kind="info" title={text(locale, 'apart.said')}>
      <p>{text(locale, 'apart.said.what')}</p>
      <Form action={`${base}/again`} once={key} label={text(locale, 'apart.undo')}>
        <Button look="secondary" small>
          {text(locale, 'apart.undo')}
        </Button>
      </Form>
    </Alert>
  );
}

interface Row {
  key: string;
  label: string;
  one: ComponentChildren;
  other: ComponentChildren;
  /** The field of which someone chooses whose; without it nothing is to be chosen. */
  field?: ChosenField;
}

/** One table of all fields of which either says something: where both say something else, a choice stands in the row itself. */
function SideBySide({ pair, context }: { pair: ComparedPair; context: ViewContext }) {
  const { locale } = context;
  const { one, other, chosen } = pair;
  const rows = rowsOf(pair, context);
  const cell = (row: Row, side: Side) => (row.field ? <Choice row={row} field={row.field} side={side} chosen={chosen[row.field] ?? preferred(row.field, one, other)} locale={locale} /> : row[side]);
  return (
    <Panel title={text(locale, 'pair.side-by-side')} flush>
      <Table
        locale={locale}
        caption={text(locale, 'pair.side-by-side')}
        rows={rows}
        rowKey={({ key }) => key}
        tone={({ field }) => (field ? 'waiting' : undefined)}
        columns={[
          { key: 'field', head: text(locale, 'pair.field'), cell: ({ label }) => label },
          { key: 'one', head: text(locale, 'pair.older'), grow: true, cell: (row) => cell(row, 'one') },
          { key: 'other', head: text(locale, 'pair.newer'), grow: true, cell: (row) => cell(row, 'other') },
        ]}
      />
    </Panel>
  );
}

function Choice({ row, field, side, chosen, locale }: { row: Row; field: ChosenField; side: Side; chosen: string; locale: Locale }) {
  const id = `${field}-${side}`;
  return (
    <label class="ww-compare__choice" for={id}>
      <input type="radio" id={id} name={field} value={side} checked={chosen === side} aria-label={text(locale, side === 'one' ? 'choose.one' : 'choose.other', { field: row.label })} /> <span>{row[side]}</span>
    </label>
  );
}

/** What says most: a whole day of birth rather than 1 January or a year, a name in parts rather than whole; else the older file. */
function preferred(field: ChosenField, one: Person, other: Person): Side {
  if (field === 'birth') return knownParts(other) > knownParts(one) ? 'other' : 'one';
  if (field === 'name') return one.name.family === null && other.name.family !== null ? 'other' : 'one';
  return one[field] === null && other[field] !== null ? 'other' : 'one';
}

function knownParts({ birth }: Person): number {
  if (!birth) return 0;
  const isPlaceholder = birth.month === 1 && birth.day === 1;
  return [birth.year, isPlaceholder ? null : birth.month, isPlaceholder ? null : birth.day].filter((part) => part !== null).length;
}

function rowsOf({ one, other }: ComparedPair, context: ViewContext): Row[] {
  const { locale } = context;
  const [facts, others] = [factsOf(one, context), factsOf(other, context)];
  const choosing = chosenFields.filter((field) => facts[field].plain !== '' || others[field].plain !== '').map((field): Row => {
    const isSame = facts[field].plain === others[field].plain;
    const hasBoth = facts[field].plain !== '' && others[field].plain !== '';
    return { key: field, label: facts[field].label, one: shown(facts[field].shown, locale), other: shown(others[field].shown, locale), ...(!isSame && hasBoth ? { field } : {}) };
  });
  const [lists, otherLists] = [joinedFactsOf(one, context), joinedFactsOf(other, context)];
  const joined = lists.map((fact, index): Row => ({ key: fact.label, label: fact.label, one: fact.shown, other: otherLists[index]!.shown })).filter(({ one: here, other: there }) => here || there);
  return [...choosing, ...joined.map((row): Row => ({ ...row, one: shown(row.one, locale), other: shown(row.other, locale) }))];
}

function shown(value: ComponentChildren, locale: Locale): ComponentChildren {
  return value || <span class="ww-summary__empty">{text(locale, 'pair.nothing')}</span>;
}

function Homes({ pair: { one, other, households, chosen }, context: { locale } }: { pair: ComparedPair; context: ViewContext }) {
  const [here, there] = [households.one, households.other];
  if (!here || !there || here.id === there.id) return null;
  const othersLive = (household: Household, person: Person) => household.members.some(({ personId }) => personId !== person.id);
  const mayBeOne = othersLive(here, one) && othersLive(there, other);
  const described = (household: Household) => ({ members: household.members.map(({ name }) => name.full).join(', '), address: household.address ? addressLines(household.address).join(', ') : text(locale, 'home.no-address') });
  return (
    <Panel title={text(locale, 'home.title')} tone="waiting">
      <RadioGroup
        locale={locale}
        name="home"
        label={text(locale, 'home.label')}
        value={chosen['home'] ?? 'one'}
        options={[
          { value: 'one', label: text(locale, 'home.one'), hint: text(locale, 'home.is', described(here)) },
          { value: 'other', label: text(locale, 'home.other'), hint: text(locale, 'home.is', described(there)) },
          ...(mayBeOne
            ? [
                { value: 'together-one', label: text(locale, 'home.together-one'), hint: text(locale, 'home.together.what') },
                { value: 'together-other', label: text(locale, 'home.together-other'), hint: text(locale, 'home.together.what') },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
