import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, RadioGroup, SearchField, SelectField, Table, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { toDay } from '../../../kernel/http/fields.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { addressLines, type Household } from '../household.ts';
import { text as words } from '../messages.ts';
import { Names } from '../names-shown.tsx';
import { householdTitle } from '../open-household/open-household.view.tsx';
import { birthText, municipalityText } from '../show.ts';
import { incomingRoles } from './incoming-roles.ts';
import type { MergeScreen } from './merge-households.ts';
import { text } from './messages.ts';
import type { Placed } from './roles.ts';
import { MemberRoles } from './split-household.view.tsx';

export function mergeHouseholdsView(screen: MergeScreen, context: ViewContext) {
  const { household, other, errors, isChangedMeanwhile, isPreview } = screen;
  const { locale } = context;
  const crumbs = [
    { href: '/people', label: words(locale, 'list.title') },
    { href: `/households/${household.id}`, label: householdTitle(household, context) },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'merge.title')} lead={text(locale, 'merge.lead')} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={words(locale, 'meanwhile.title')} announced>
          {text(locale, 'merge.meanwhile')}
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} labels={{ on: text(locale, 'merge.on') }} />
      {!other ? <Search screen={screen} context={context} /> : isPreview ? <Preview screen={screen} other={other} context={context} /> : <Choices screen={screen} other={other} context={context} />}
    </WorkPage>
  );
}

/** First: which household comes, found by the name of anyone in it. */
function Search({ screen: { household, query, found }, context: { locale } }: { screen: MergeScreen; context: ViewContext }) {
  return (
    <>
      <Form action={`/households/${household.id}/merge`} method="get" label={text(locale, 'merge.search')}>
        <SearchField locale={locale} name="q" id="merge-q" label={text(locale, 'merge.search')} value={query} autofocus />
      </Form>
      {query && (
        <Table
          locale={locale}
          caption={text(locale, 'merge.found')}
          rows={found}
          rowKey={({ id }) => id}
          rowHref={({ householdId }) => `/households/${household.id}/merge?with=${householdId}`}
          columns={[
            { key: 'name', head: words(locale, 'field.name'), grow: true, cell: ({ name, otherNames }) => <Names name={name} otherNames={otherNames} /> },
            { key: 'birth', head: words(locale, 'field.birth'), nowrap: true, cell: ({ birth }) => birthText(locale, birth) ?? '' },
            { key: 'size', head: words(locale, 'field.household'), nowrap: true, cell: ({ householdSize }) => words(locale, 'household.size', { count: householdSize }) },
            { key: 'municipality', head: words(locale, 'field.municipality'), cell: ({ municipality }) => municipalityText(municipality) ?? '' },
          ]}
          empty={<p>{text(locale, 'merge.nobody')}</p>}
        />
      )}
    </>
  );
}

function addressText({ address }: Household, { locale }: ViewContext): string {
  return address ? addressLines(address).join(', ') : words(locale, 'day.unknown');
}

function Choices({ screen: { household, filled, errors }, other, context }: { screen: MergeScreen; other: Household; context: ViewContext }) {
  const { locale, key } = context;
  return (
    <Form action={`/households/${household.id}/merge`} once={key} version={household.version} label={text(locale, 'merge.title')}>
      <Hidden name="with" value={other.id} />
      <Hidden name="otherVersion" value={other.version} />
      <Panel title={text(locale, 'merge.who', { name: household.members[0]!.name.full })}>
        {other.members.map(({ personId, name }, index) => (
          <>
            <Hidden name={`incoming.${index}.personId`} value={personId} />
            <SelectField locale={locale} name={`incoming.${index}.role`} label={name.full} value={filled.roles[personId] || 'other'} error={errors[`incoming.${index}.role`]} options={incomingRoles.map((value) => ({ value, label: words(locale, `role.${value}`) }))} />
          </>
        ))}
      </Panel>
      <Panel>
        <FieldRow>
          <TextField locale={locale} name="on" type="date" label={text(locale, 'merge.on')} value={filled.on} error={errors['on']} size={12} />
        </FieldRow>
        <RadioGroup
          locale={locale}
          name="home"
          label={text(locale, 'merge.place')}
          value={filled.home}
          error={errors['home']}
          options={[
            { value: 'here', label: addressText(household, context), hint: householdTitle(household, context) },
            { value: 'there', label: addressText(other, context), hint: householdTitle(other, context) },
          ]}
        />
      </Panel>
      <ButtonRow>
        <Button icon="eye">{text(locale, 'look')}</Button>
        <LinkButton look="subtle" href={`/households/${household.id}/merge`}>
          {text(locale, 'merge.another')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

function Preview({ screen: { household, filled }, other, context }: { screen: MergeScreen; other: Household; context: ViewContext }) {
  const { locale, key } = context;
  const role = (personId: string) => incomingRoles.find((each) => each === filled.roles[personId]) ?? 'other';
  const together: Placed[] = [...household.members, ...other.members.map(({ personId }) => ({ personId, role: role(personId) }))];
  const values = { with: other.id, otherVersion: String(other.version), on: filled.on, home: filled.home, confirmed: 'yes' };
  return (
    <Form action={`/households/${household.id}/merge`} once={key} version={household.version} label={text(locale, 'merge.title')}>
      <p>{text(locale, 'merge.preview', { day: formatDay(locale, toDay(filled.on) as Temporal.PlainDate) })}</p>
      <Panel title={text(locale, 'merge.together')}>
        <MemberRoles members={[...household.members, ...other.members]} placed={together} context={context} />
        <p>{addressText(filled.home === 'there' ? other : household, context)}</p>
      </Panel>
      <p>{text(locale, 'merge.empty', { name: householdTitle(other, context) })}</p>
      {Object.entries(values).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      {other.members.map(({ personId }, index) => (
        <>
          <Hidden name={`incoming.${index}.personId`} value={personId} />
          <Hidden name={`incoming.${index}.role`} value={role(personId)} />
        </>
      ))}
      <ButtonRow>
        <Button icon="users">{text(locale, 'merge.act')}</Button>
        <Button look="subtle" name="back" value="yes">
          {text(locale, 'again')}
        </Button>
      </ButtonRow>
    </Form>
  );
}
