import { Button, ButtonRow, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { BothVersions } from '../both-versions.tsx';
import { filledOf } from '../filled.ts';
import { errorLabels } from '../form-errors.ts';
import { text } from '../messages.ts';
import { Boxes, NameLists } from '../person-form.tsx';
import type { LanguagesScreen } from './change-languages.ts';

export function changeLanguagesView({ person, filled, errors, isChangedMeanwhile }: LanguagesScreen, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, 'languages.edit.title', { name: person.name.full });
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/people/${person.id}`, label: person.name.full },
    { href: `/people/${person.id}/languages`, label: text(locale, 'changed.languages') },
  ];
  const answer = (typed: string) => (typed === 'yes' ? text(locale, 'answer.yes') : typed === 'no' ? text(locale, 'answer.no') : text(locale, 'not-asked'));
  const saved = filledOf(locale, person);
  const all = (list: readonly string[]) => list.filter(Boolean).join(', ');
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <BothVersions
          locale={locale}
          versions={[
            { label: text(locale, 'field.contact-languages'), saved: all(saved.contactLanguages), typed: all(filled.contactLanguages) },
            { label: text(locale, 'field.other-languages'), saved: all(saved.otherLanguages), typed: all(filled.otherLanguages) },
            { label: text(locale, 'field.interpreter'), saved: answer(saved.interpreter), typed: answer(filled.interpreter) },
          ]}
        />
      )}
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      <Form action={`/people/${person.id}/languages/change`} once={key} version={person.version} label={title}>
        <Panel title={text(locale, 'languages.edit.contact')}>
          <FieldRow>
            <Boxes locale={locale} errors={errors} name="contactLanguages" typed={filled.contactLanguages} list="languages" label={text(locale, 'field.contact-language')} least={2} oneMore />
            <SelectField
              locale={locale}
              name="interpreter"
              label={text(locale, 'field.interpreter')}
              placeholder={text(locale, 'not-asked')}
              value={filled.interpreter}
              error={errors['interpreter']}
              options={[
                { value: 'yes', label: text(locale, 'answer.yes') },
                { value: 'no', label: text(locale, 'answer.no') },
              ]}
            />
          </FieldRow>
        </Panel>
        <Panel title={text(locale, 'languages.edit.other')}>
          <FieldRow>
            <Boxes locale={locale} errors={errors} name="otherLanguages" typed={filled.otherLanguages} list="languages" label={text(locale, 'field.other-language')} least={3} oneMore />
          </FieldRow>
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.act')}</Button>
          <LinkButton look="subtle" href={`/people/${person.id}/languages`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
        <NameLists locale={locale} />
      </Form>
    </WorkPage>
  );
}
