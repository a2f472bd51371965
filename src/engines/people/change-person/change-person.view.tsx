import { Button, ButtonRow, CheckboxField, DateField, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { BothVersions, type Version } from '../both-versions.tsx';
import { errorLabels, errorOf } from '../form-errors.ts';
import { text } from '../messages.ts';
import { Boxes, NameLists } from '../person-form.tsx';
import { genders, nameKinds } from '../person.ts';
import type { ChangeScreen } from './change-person.ts';
import { filledFacts, type FilledFacts } from './facts.ts';

export function changePersonView({ person, filled, errors, isChangedMeanwhile }: ChangeScreen, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, 'change.title', { name: person.name.full });
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/people/${person.id}`, label: person.name.full },
  ];
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={crumbs}>
      {isChangedMeanwhile && <BothVersions locale={locale} versions={versions(locale, filledFacts(locale, person), filled)} />}
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      <Form action={`/people/${person.id}/change`} once={key} version={person.version} label={title}>
        <Panel title={text(locale, 'facts.names')}>
          <Names filled={filled} errors={errors} locale={locale} />
        </Panel>
        <Panel title={text(locale, 'facts.birth')}>
          <FieldRow>
            <DateField locale={locale} name="birth" label={text(locale, 'field.birth')} value={filled.birth} error={errorOf(errors, 'birth')} allowUnknown />
            <SelectField
              locale={locale}
              name="gender"
              label={text(locale, 'field.gender')}
              placeholder={text(locale, 'not-asked')}
              value={filled.gender}
              error={errors['gender']}
              options={[...genders.map((value) => ({ value, label: text(locale, `gender.${value}`) })), ...writtenGender(filled)]}
            />
          </FieldRow>
          <FieldRow>
            <Boxes locale={locale} errors={errors} name="nationalities" typed={filled.nationalities} list="countries" label={text(locale, 'field.nationality')} least={3} oneMore />
          </FieldRow>
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.act')}</Button>
          <LinkButton look="subtle" href={`/people/${person.id}`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
        <NameLists locale={locale} />
      </Form>
    </WorkPage>
  );
}

/** The name as it is used, and under it the same person's name in other scripts, spellings and times. */
function Names({ filled, errors, locale }: { filled: FilledFacts; errors: FieldErrors; locale: Locale }) {
  const lines = [...filled.names, ...(filled.names.some(({ full }) => full === '') ? [] : [{ full: '', kind: '' as const }, { full: '', kind: '' as const }])];
  return (
    <>
      <FieldRow>
        <TextField locale={locale} name="given" label={text(locale, 'field.given')} hint={text(locale, 'field.given.hint')} value={filled.given} error={errors['given']} maxLength={120} dir="auto" />
        <TextField locale={locale} name="family" label={text(locale, 'field.family')} value={filled.family} error={errors['family']} maxLength={120} dir="auto" />
      </FieldRow>
      <CheckboxField locale={locale} name="keepsFormer" label={text(locale, 'facts.keeps-former')} hint={text(locale, 'facts.keeps-former.hint')} checked={filled.keepsFormer} />
      {lines.map(({ full, kind }, index) => (
        <FieldRow>
          <TextField locale={locale} name={`names.${index}.full`} label={text(locale, 'facts.other-name', { place: index + 1 })} value={full} error={errors[`names.${index}.full`]} maxLength={200} size={20} dir="auto" />
          <SelectField
            locale={locale}
            name={`names.${index}.kind`}
            label={text(locale, 'facts.kind-of-name', { place: index + 1 })}
            placeholder={text(locale, 'facts.kind.guess')}
            value={kind}
            options={nameKinds.map((value) => ({ value, label: text(locale, `name-kind.${value}`) }))}
          />
        </FieldRow>
      ))}
    </>
  );
}

/** A word for gender that a source brought and that the interface does not offer is shown, and stays unless another is chosen. */
function writtenGender({ gender }: FilledFacts) {
  return gender !== '' && !genders.some((each) => each === gender) ? [{ value: '', label: gender }] : [];
}

function versions(locale: Locale, saved: FilledFacts, typed: FilledFacts): Version[] {
  const row = (label: string, shown: (filled: FilledFacts) => string): Version => ({ label, saved: shown(saved), typed: shown(typed) });
  const all = (list: readonly string[]) => list.filter(Boolean).join(', ');
  return [
    row(text(locale, 'field.given'), ({ given }) => given),
    row(text(locale, 'field.family'), ({ family }) => family),
    row(text(locale, 'field.own-script'), ({ names }) => all(names.map(({ full }) => full))),
    row(text(locale, 'field.birth'), ({ birth }) => [birth.day, birth.month, birth.year].map((part) => part || '?').join('/')),
    row(text(locale, 'field.gender'), ({ gender }) => {
      const code = genders.find((each) => each === gender);
      return code ? text(locale, `gender.${code}`) : gender;
    }),
    row(text(locale, 'field.nationality'), ({ nationalities }) => all(nationalities)),
  ];
}
