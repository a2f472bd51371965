import { Button, ButtonRow, ErrorSummary, Form, LinkButton, Panel, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { BothVersions } from '../both-versions.tsx';
import { errorLabels } from '../form-errors.ts';
import { filledHomeOf, type FilledHome } from '../home-fields.ts';
import { HomeFields } from '../home-form.tsx';
import { text } from '../messages.ts';
import { householdTitle } from '../open-household/open-household.view.tsx';
import type { ChangeHomeScreen } from './change-household.ts';

export function changeHouseholdView({ household, filled, movedOn, municipalities, errors, isChangedMeanwhile }: ChangeHomeScreen, context: ViewContext) {
  const { locale, key } = context;
  const name = householdTitle(household, context);
  const saved = filledHomeOf(household);
  const labels: Record<keyof FilledHome, string> = {
    arrivedOn: text(locale, 'field.arrived-on'),
    street: text(locale, 'address.street'),
    number: text(locale, 'address.number'),
    box: text(locale, 'address.box'),
    postcode: text(locale, 'address.postcode'),
    municipality: text(locale, 'field.municipality'),
  };
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/households/${household.id}`, label: name },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'home.title')} crumbs={crumbs}>
      {isChangedMeanwhile && <BothVersions locale={locale} versions={(Object.keys(labels) as (keyof FilledHome)[]).map((field) => ({ label: labels[field], saved: saved[field], typed: filled[field] }))} />}
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      <Form action={`/households/${household.id}/change`} once={key} version={household.version} label={text(locale, 'home.title')}>
        <Panel title={name}>
          <HomeFields locale={locale} filled={filled} errors={errors} municipalities={municipalities} />
          {household.address && (
            <TextField locale={locale} name="movedOn" type="date" label={text(locale, 'field.moved-on')} hint={text(locale, 'field.moved-on.hint')} value={movedOn} error={errors['movedOn']} size={12} optional />
          )}
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.act')}</Button>
          <LinkButton look="subtle" href={`/households/${household.id}`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
