import { Button, ButtonRow, CheckboxField, CheckboxGroup, ErrorSummary, Form, LinkButton, Panel, RadioGroup, TextArea, TextField } from '../../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { PersonPage } from '../person-page.tsx';
import { restrictionReasons } from '../restriction.store.ts';
import type { RestrictForm } from './restrict-person.ts';

export function restrictPersonView({ person, household, accounts, values, errors }: RestrictForm, context: ViewContext) {
  const { locale, key, actor } = context;
  const title = text(locale, 'restrict.title', { name: person.name.full });
  const back = `/people/${person.id}/rights`;
  const mates = (household?.members ?? []).filter(({ personId }) => personId !== person.id);
  return (
    <PersonPage person={person} part="rights" title={title} lead={text(locale, 'restrict.about')} below={{ href: back, label: text(locale, 'rights.title') }} context={context}>
      <ErrorSummary locale={locale} errors={errors} labels={{ reason: text(locale, 'restrict.reason'), until: text(locale, 'restrict.until'), words: text(locale, 'restrict.words') }} />
      <Form action={`/people/${person.id}/restrict`} once={key} label={title}>
        <Panel>
          <RadioGroup locale={locale} name="reason" label={text(locale, 'restrict.reason')} value={valueOf(values, 'reason')} error={errors['reason']} options={restrictionReasons.map((value) => ({ value, label: text(locale, `restrict.reason.${value}`) }))} />
          <TextArea locale={locale} name="words" label={text(locale, 'restrict.words')} hint={text(locale, 'restrict.words.hint')} value={valueOf(values, 'words')} error={errors['words']} rows={2} maxLength={500} optional />
          <TextField locale={locale} name="until" type="date" label={text(locale, 'restrict.until')} hint={text(locale, 'restrict.until.hint')} value={valueOf(values, 'until')} error={errors['until']} size={12} optional />
          {mates.length > 0 && (
            <CheckboxField locale={locale} name="household" label={`${text(locale, 'restrict.household')}: ${mates.map(({ name }) => name.full).join(', ')}`} hint={text(locale, 'restrict.household.hint')} checked={Boolean(values['household'])} />
          )}
          <CheckboxGroup
            locale={locale}
            name="accounts"
            label={text(locale, 'restrict.accounts')}
            hint={text(locale, 'restrict.accounts.hint')}
            values={[values['accounts'] ?? []].flat()}
            options={accounts.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ value: id, label: name }))}
            inline
          />
        </Panel>
        <ButtonRow>
          <Button icon="eye-off">{text(locale, 'restrict.act')}</Button>
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
