import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { errorLabels } from '../form-errors.ts';
import { householdRoles } from '../household.ts';
import { MatchChoice } from '../match-choice.tsx';
import { text } from '../messages.ts';
import { householdTitle } from '../open-household/open-household.view.tsx';
import { NameLists, PersonFields } from '../person-form.tsx';
import type { AddMemberScreen } from './add-member.ts';

export function addMemberView({ household, filled, joinedOn, errors, matches, isChangedMeanwhile }: AddMemberScreen, context: ViewContext) {
  const { locale, key } = context;
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/households/${household.id}`, label: householdTitle(household, context) },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'member.add')} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={text(locale, 'meanwhile.title')} announced>
          {text(locale, 'meanwhile.household', { members: household.members.map(({ name }) => name.full).join(', ') })}
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      {matches.length > 0 && Object.keys(errors).length === 0 && (
        <Alert kind="warning" title={text(locale, 'match.alert.title', { count: 1 })} announced>
          {text(locale, 'match.alert.what')}
        </Alert>
      )}
      <Form action={`/households/${household.id}/add-member`} once={key} version={household.version} label={text(locale, 'member.add')}>
        <Panel>
          <MatchChoice name="sameAs" matches={matches} chosen={filled.sameAs} shown={filled.shown} context={context} />
          <FieldRow>
            <SelectField
              locale={locale}
              name="role"
              label={text(locale, 'field.role-of-member')}
              placeholder={text(locale, 'role.choose')}
              value={filled.role}
              error={errors['role']}
              options={householdRoles.filter((role) => role !== 'reference').map((role) => ({ value: role, label: text(locale, `role.${role}`) }))}
            />
            <TextField locale={locale} name="joinedOn" type="date" label={text(locale, 'field.joined-on')} hint={text(locale, 'field.joined-on.hint')} value={joinedOn} error={errors['joinedOn']} size={12} />
          </FieldRow>
          <PersonFields locale={locale} filled={filled} errors={errors} autofocus={Object.keys(errors).length === 0 && matches.length === 0} />
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'member.add.act')}</Button>
          <LinkButton look="subtle" href={`/households/${household.id}`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
        <NameLists locale={locale} />
      </Form>
    </WorkPage>
  );
}
