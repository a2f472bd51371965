import { Alert, Button, ButtonRow, CheckboxGroup, ErrorSummary, Form, Hidden, LinkButton, Panel, RadioGroup, TextField, Tiles, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { toDay } from '../../../kernel/http/fields.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { AddressFields } from '../home-form.tsx';
import { addressLines, type Member } from '../household.ts';
import { text as words } from '../messages.ts';
import { householdTitle } from '../open-household/open-household.view.tsx';
import { isolated } from '../show.ts';
import { text } from './messages.ts';
import { rolesApart, type Placed } from './roles.ts';
import type { SplitScreen } from './split-household.ts';

export function splitHouseholdView(screen: SplitScreen, context: ViewContext) {
  const { household, filled, municipalities, errors, isChangedMeanwhile, isPreview } = screen;
  const { locale, key } = context;
  const title = text(locale, 'split.title');
  const labels = { leaving: text(locale, 'split.leaving'), on: text(locale, 'split.on') };
  const crumbs = [
    { href: '/people', label: words(locale, 'list.title') },
    { href: `/households/${household.id}`, label: householdTitle(household, context) },
  ];
  return (
    <WorkPage frame={context.frame()} title={title} lead={text(locale, 'split.lead')} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={words(locale, 'meanwhile.title')} announced>
          {words(locale, 'meanwhile.household', { members: household.members.map(({ name }) => name.full).join(', ') })}
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      {isPreview ? (
        <Preview screen={screen} context={context} />
      ) : (
        <Form action={`/households/${household.id}/split`} once={key} version={household.version} label={title}>
          <Panel>
            <CheckboxGroup
              locale={locale}
              name="leaving"
              label={labels.leaving}
              values={filled.leaving}
              error={errors['leaving']}
              options={household.members.map(({ personId, name, role }) => ({ value: personId, label: `${isolated(name.full)}, ${words(locale, `role.${role}`)}` }))}
            />
            <TextField locale={locale} name="on" type="date" label={labels.on} value={filled.on} error={errors['on']} size={12} />
          </Panel>
          <Panel title={text(locale, 'split.home')}>
            <p>{text(locale, 'split.home.what')}</p>
            <AddressFields locale={locale} filled={filled.home} errors={errors} municipalities={municipalities} />
          </Panel>
          <Panel title={text(locale, 'split.clock')}>
            <RadioGroup
              locale={locale}
              name="clock"
              label={text(locale, 'split.clock.label')}
              value={filled.clock}
              error={errors['clock']}
              options={[
                { value: 'same', label: text(locale, 'split.clock.same'), hint: household.arrivedOn ? formatDay(locale, household.arrivedOn) : words(locale, 'day.unknown') },
                { value: 'own', label: text(locale, 'split.clock.own'), hint: text(locale, 'split.clock.own.hint') },
              ]}
            />
          </Panel>
          <ButtonRow>
            <Button icon="eye">{text(locale, 'look')}</Button>
            <LinkButton look="subtle" href={`/households/${household.id}`}>
              {words(locale, 'form.cancel')}
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </WorkPage>
  );
}

/** The two households as they will be, and one button. */
function Preview({ screen: { household, filled }, context }: { screen: SplitScreen; context: ViewContext }) {
  const { locale, key } = context;
  const leaving = household.members.filter(({ personId }) => filled.leaving.includes(personId));
  const staying = household.members.filter(({ personId }) => !filled.leaving.includes(personId));
  const home = [[filled.home.street, filled.home.number, filled.home.box && `bus ${filled.home.box}`].filter(Boolean).join(' '), [filled.home.postcode, filled.home.municipality].filter(Boolean).join(' ')].filter(Boolean);
  const day = formatDay(locale, toDay(filled.on) as Temporal.PlainDate);
  return (
    <Form action={`/households/${household.id}/split`} once={key} version={household.version} label={text(locale, 'split.title')}>
      <p>{text(locale, 'split.preview', { day })}</p>
      <Tiles size="large">
        <Panel title={text(locale, 'split.stays')}>
          <MemberRoles members={staying} placed={staying.some(({ role }) => role === 'reference') ? staying : [{ ...staying[0]!, role: 'reference' }, ...staying.slice(1)]} context={context} />
          <p>{household.address ? addressLines(household.address).join(', ') : words(locale, 'day.unknown')}</p>
        </Panel>
        <Panel title={text(locale, 'split.goes')}>
          <MemberRoles members={leaving} placed={rolesApart(leaving)} context={context} />
          <p>{home.length > 0 ? home.join(', ') : text(locale, 'split.home.unknown')}</p>
          <p>{text(locale, filled.clock === 'own' ? 'split.clock.starts' : 'split.clock.stays', { day: filled.clock === 'own' ? day : household.arrivedOn ? formatDay(locale, household.arrivedOn) : words(locale, 'day.unknown') })}</p>
        </Panel>
      </Tiles>
      {filled.leaving.map((id) => (
        <Hidden name="leaving" value={id} />
      ))}
      {Object.entries({ on: filled.on, clock: filled.clock, street: filled.home.street, number: filled.home.number, box: filled.home.box, postcode: filled.home.postcode, municipality: filled.home.municipality, confirmed: 'yes' }).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <ButtonRow>
        <Button icon="users">{text(locale, 'split.act')}</Button>
        <Button look="subtle" name="back" value="yes">
          {text(locale, 'again')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

/** Members by the place that they will have. */
export function MemberRoles({ members, placed, context: { locale } }: { members: readonly Member[]; placed: readonly Placed[]; context: ViewContext }) {
  return (
    <ul>
      {placed.map(({ personId, role }) => (
        <li>
          <bdi>{members.find((member) => member.personId === personId)?.name.full}</bdi> <small>{words(locale, `role.${role}`)}</small>
        </li>
      ))}
    </ul>
  );
}
