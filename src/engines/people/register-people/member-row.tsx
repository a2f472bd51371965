import { DateField, DescriptionDetails, FieldRow, SelectField, TextField } from '../../../kernel/html/index.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { FilledPerson } from '../filled.ts';
import { errorOf } from '../form-errors.ts';
import { householdRoles } from '../household.ts';
import { text } from '../messages.ts';
import { Boxes } from '../person-form.tsx';
import { genders } from '../person.ts';

interface Props {
  locale: Locale;
  index: number;
  filled: FilledPerson;
  errors: FieldErrors;
  autofocus: boolean;
}

/** One member of a family in one row: what differs for everyone. What the family has in common is told above, once. */
export function MemberRow({ locale, index, filled, errors, autofocus }: Props) {
  const name = (part: string) => `members.${index}.${part}`;
  const error = (part: string) => errorOf(errors, name(part));
  return (
    <>
      <FieldRow>
        <TextField locale={locale} name={name('given')} label={text(locale, 'field.given')} value={filled.given} error={error('given')} maxLength={120} dir="auto" autofocus={autofocus} />
        <DateField locale={locale} name={name('birth')} label={text(locale, 'field.birth')} value={filled.birth} error={error('birth')} />
        <SelectField locale={locale} name={name('gender')} label={text(locale, 'field.gender')} placeholder={text(locale, 'not-asked')} value={filled.gender} options={genders.map((value) => ({ value, label: text(locale, `gender.${value}`) }))} />
        {index > 0 && (
          <SelectField
            locale={locale}
            name={name('role')}
            label={text(locale, 'field.role')}
            value={filled.role || (index === 1 ? 'partner' : 'child')}
            options={householdRoles.filter((role) => role !== 'reference').map((role) => ({ value: role, label: text(locale, `role.${role}`) }))}
          />
        )}
      </FieldRow>
      <DescriptionDetails summary={text(locale, 'family.differs')} open={differs(filled, errors, index)}>
        <FieldRow>
          <TextField locale={locale} name={name('family')} label={text(locale, 'field.family')} value={filled.family} error={error('family')} maxLength={120} dir="auto" />
          <Boxes locale={locale} errors={errors} name={name('otherNames')} typed={filled.otherNames} label={text(locale, 'field.own-script')} least={1} />
        </FieldRow>
        <FieldRow>
          <Boxes locale={locale} errors={errors} name={name('contactLanguages')} typed={filled.contactLanguages} list="languages" label={text(locale, 'field.contact-language')} least={2} />
          <Boxes locale={locale} errors={errors} name={name('nationalities')} typed={filled.nationalities} list="countries" label={text(locale, 'field.nationality')} least={2} />
        </FieldRow>
        <FieldRow>
          <Boxes locale={locale} errors={errors} name={name('phones')} typed={filled.phones} type="tel" label={text(locale, 'contact.phone')} least={1} />
          <Boxes locale={locale} errors={errors} name={name('emails')} typed={filled.emails} type="email" label={text(locale, 'contact.email')} least={1} />
          <SelectField locale={locale} name={name('interpreter')} label={text(locale, 'field.interpreter')} placeholder={text(locale, 'family.as-all')} value={filled.interpreter} options={[{ value: 'yes', label: text(locale, 'answer.yes') }, { value: 'no', label: text(locale, 'answer.no') }]} />
        </FieldRow>
      </DescriptionDetails>
    </>
  );
}

/** Something was told of this member alone, or is wrong there. */
function differs(filled: FilledPerson, errors: FieldErrors, index: number): boolean {
  const lists = ['otherNames', 'contactLanguages', 'nationalities', 'phones', 'emails'] as const;
  return filled.family !== '' || filled.interpreter !== '' || lists.some((name) => filled[name].some(Boolean) || errorOf(errors, `members.${index}.${name}`) !== undefined);
}

/** What holds for the whole family. */
export function TogetherFields({ locale, filled, errors }: { locale: Locale; filled: FilledPerson; errors: FieldErrors }) {
  return (
    <>
      <FieldRow>
        <TextField locale={locale} name="together.family" label={text(locale, 'field.family')} value={filled.family} error={errorOf(errors, 'together.family')} maxLength={120} dir="auto" autofocus={filled.family === ''} />
        <Boxes locale={locale} errors={errors} name="together.contactLanguages" typed={filled.contactLanguages} list="languages" label={text(locale, 'field.contact-language')} least={2} />
        <SelectField locale={locale} name="together.interpreter" label={text(locale, 'field.interpreter')} placeholder={text(locale, 'not-asked')} value={filled.interpreter} options={[{ value: 'yes', label: text(locale, 'answer.yes') }, { value: 'no', label: text(locale, 'answer.no') }]} />
      </FieldRow>
      <FieldRow>
        <Boxes locale={locale} errors={errors} name="together.nationalities" typed={filled.nationalities} list="countries" label={text(locale, 'field.nationality')} least={2} />
        <Boxes locale={locale} errors={errors} name="together.otherLanguages" typed={filled.otherLanguages} list="languages" label={text(locale, 'field.other-language')} least={1} />
      </FieldRow>
    </>
  );
}
