import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, Panel, SelectField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FilledPerson } from '../filled.ts';
import { errorLabels } from '../form-errors.ts';
import { HomeFields } from '../home-form.tsx';
import { householdRoles } from '../household.ts';
import { MatchChoice } from '../match-choice.tsx';
import { text } from '../messages.ts';
import { NameLists, PersonFields } from '../person-form.tsx';
import { MemberRow, TogetherFields } from './member-row.tsx';
import type { RegisterScreen } from './register-people.ts';

export function registerPeopleView(screen: RegisterScreen, context: ViewContext) {
  const { locale, key } = context;
  const { members, together, home, municipalities, errors, matches } = screen;
  const toDecide = matches.filter((each) => each.length > 0).length;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'register.title')} lead={text(locale, 'register.lead')} crumbs={[{ href: '/people', label: text(locale, 'list.title') }]}>
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      {toDecide > 0 && Object.keys(errors).length === 0 && (
        <Alert kind="warning" title={text(locale, 'match.alert.title', { count: toDecide })} announced>
          {text(locale, 'match.alert.what')}
        </Alert>
      )}
      <Form action="/people/new" once={key} label={text(locale, 'register.title')}>
        {/* Enter presses the first button of a form: that must save, not open a block for one more. */}
        <button class="ww-out-of-sight" type="submit" tabIndex={-1} aria-hidden="true" />
        {together ? <Family screen={screen} together={together} toDecide={toDecide} context={context} /> : <OneByOne screen={screen} toDecide={toDecide} context={context} />}
        <ButtonRow>
          <Button look="secondary" icon="user-plus" name="more" value="yes">
            {text(locale, together ? 'family.more' : 'register.one-more')}
          </Button>
          {!together && members.length === 1 && (
            <LinkButton look="subtle" icon="users" href="/people/new?family=yes">
              {text(locale, 'family.link')}
            </LinkButton>
          )}
        </ButtonRow>
        {!together && (
          <Panel title={text(locale, members.length > 1 ? 'register.home-of-family' : 'register.home')}>
            <HomeFields locale={locale} filled={home} errors={errors} municipalities={municipalities} />
          </Panel>
        )}
        <ButtonRow>
          <Button icon="save">{text(locale, 'register.act')}</Button>
          <LinkButton look="subtle" href="/people">
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
        <NameLists locale={locale} />
      </Form>
    </WorkPage>
  );
}

interface BlocksProps {
  screen: RegisterScreen;
  /** Of so many it is not yet said whether they are known. */
  toDecide: number;
  context: ViewContext;
}

/** The family once, and under it a row for each member. */
function Family({ screen: { members, home, municipalities, errors, matches }, together, toDecide, context }: BlocksProps & { together: FilledPerson }) {
  const { locale } = context;
  const isFresh = toDecide === 0 && Object.keys(errors).length === 0;
  return (
    <>
      <Panel title={text(locale, 'family.together')}>
        <p>{text(locale, 'family.together.what')}</p>
        <TogetherFields locale={locale} filled={together} errors={errors} />
        <HomeFields locale={locale} filled={home} errors={errors} municipalities={municipalities} />
      </Panel>
      <Panel title={text(locale, 'family.members')}>
        <p>{text(locale, 'family.members.what')}</p>
        {members.map((filled, index) => (
          <>
            <MatchChoice name={`members.${index}.sameAs`} matches={matches[index] ?? []} chosen={filled.sameAs} shown={filled.shown} context={context} />
            <MemberRow locale={locale} index={index} filled={filled} errors={errors} autofocus={isFresh && together.family !== '' && index === members.findIndex(({ given }) => given === '')} />
          </>
        ))}
      </Panel>
    </>
  );
}

/** Everything asked of each. */
function OneByOne({ screen: { members, errors, matches }, toDecide, context }: BlocksProps) {
  const { locale } = context;
  return (
    <>
      {members.map((filled, index) => (
        <Panel title={index === 0 ? text(locale, members.length > 1 ? 'register.first' : 'register.person') : text(locale, 'register.member', { place: index + 1 })} id={`member-${index}`}>
          <MatchChoice name={`members.${index}.sameAs`} matches={matches[index] ?? []} chosen={filled.sameAs} shown={filled.shown} context={context} />
          {index > 0 && (
            <SelectField
              locale={locale}
              name={`members.${index}.role`}
              label={text(locale, 'field.role-of-member')}
              placeholder={text(locale, 'role.choose')}
              value={filled.role}
              options={householdRoles.filter((role) => role !== 'reference').map((role) => ({ value: role, label: text(locale, `role.${role}`) }))}
            />
          )}
          <PersonFields locale={locale} filled={filled} errors={errors} prefix={`members.${index}.`} autofocus={index === members.length - 1 && toDecide === 0 && Object.keys(errors).length === 0} />
        </Panel>
      ))}
    </>
  );
}
