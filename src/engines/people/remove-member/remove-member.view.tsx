import { Alert, Button, ButtonRow, ErrorSummary, Form, Hidden, LinkButton, Panel, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { errorLabels } from '../form-errors.ts';
import { text } from '../messages.ts';
import { householdTitle } from '../open-household/open-household.view.tsx';
import type { RemoveMemberScreen } from './remove-member.ts';

export function removeMemberView({ household, member, leftOn, errors, isChangedMeanwhile }: RemoveMemberScreen, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, 'member.leave.title', { name: member.name.full });
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/households/${household.id}`, label: householdTitle(household, context) },
  ];
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={text(locale, 'meanwhile.title')} announced>
          {text(locale, 'meanwhile.household', { members: household.members.map(({ name }) => name.full).join(', ') })}
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      <Form action={`/households/${household.id}/remove-member`} once={key} version={household.version} label={title}>
        <Hidden name="person" value={member.personId} />
        <Panel>
          <p>{text(locale, 'member.leave.what')}</p>
          <TextField locale={locale} name="leftOn" type="date" label={text(locale, 'field.left-on')} value={leftOn} error={errors['leftOn']} size={12} />
        </Panel>
        <ButtonRow>
          <Button icon="door-open">{text(locale, 'member.leave.act')}</Button>
          <LinkButton look="subtle" href={`/households/${household.id}`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
