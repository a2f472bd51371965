import { DateField, DescriptionDetails, FieldRow, SelectField, TextField, fieldId } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../kernel/i18n/spoken-languages.ts';
import { countryNames, type FilledPerson } from './filled.ts';
import { errorOf } from './form-errors.ts';
import { text } from './messages.ts';
import { contactKinds, genders } from './person.ts';

interface Props {
  locale: Locale;
  filled: FilledPerson;
  errors: FieldErrors;
  /** What stands before the names of the fields: 'members.0.' */
  prefix?: string;
  autofocus?: boolean;
}

/** What is asked of one person: what a desk hears first stands open, the rest one click away. Only a name must be there. */
export function PersonFields(props: Props) {
  const { locale, filled, errors, prefix = '', autofocus } = props;
  const error = (name: string) => errorOf(errors, prefix + name);
  return (
    <>
      <FieldRow>
        <TextField locale={locale} name={`${prefix}given`} label={text(locale, 'field.given')} hint={text(locale, 'field.given.hint')} value={filled.given} error={error('given')} maxLength={120} dir="auto" autofocus={autofocus} />
        <TextField locale={locale} name={`${prefix}family`} label={text(locale, 'field.family')} value={filled.family} error={error('family')} maxLength={120} dir="auto" />
        <Several {...props} name="otherNames" label={text(locale, 'field.own-script')} least={1} />
      </FieldRow>
      <FieldRow>
        <DateField locale={locale} name={`${prefix}birth`} label={text(locale, 'field.birth')} value={filled.birth} error={error('birth')} allowUnknown />
        <SelectField
          locale={locale}
          name={`${prefix}gender`}
          label={text(locale, 'field.gender')}
          placeholder={text(locale, 'not-asked')}
          value={filled.gender}
          options={[...genders.map((value) => ({ value, label: text(locale, `gender.${value}`) })), ...writtenGender(filled)]}
        />
      </FieldRow>
      <FieldRow>
        <Several {...props} name="contactLanguages" list="languages" label={text(locale, 'field.contact-language')} least={2} />
        <SelectField
          locale={locale}
          name={`${prefix}interpreter`}
          label={text(locale, 'field.interpreter')}
          placeholder={text(locale, 'not-asked')}
          value={filled.interpreter}
          options={[
            { value: 'yes', label: text(locale, 'answer.yes') },
            { value: 'no', label: text(locale, 'answer.no') },
          ]}
        />
      </FieldRow>
      <FieldRow>
        <Several {...props} name="phones" type="tel" label={text(locale, 'contact.phone')} least={1} />
        <Several {...props} name="emails" type="email" label={text(locale, 'contact.email')} least={1} />
      </FieldRow>
      <DescriptionDetails summary={text(locale, 'form.more')} open={hasMore(props)}>
        <MoreFields {...props} />
      </DescriptionDetails>
    </>
  );
}

function MoreFields(props: Props) {
  const { locale, filled, prefix = '' } = props;
  return (
    <>
      <FieldRow>
        <Several {...props} name="nationalities" list="countries" label={text(locale, 'field.nationality')} least={3} />
      </FieldRow>
      <FieldRow>
        <Several {...props} name="otherLanguages" list="languages" label={text(locale, 'field.other-language')} least={3} />
      </FieldRow>
      <FieldRow>
        <Several {...props} name="otherContacts" label={text(locale, 'field.other-contact')} least={1} />
        <SelectField
          locale={locale}
          name={`${prefix}preferredContact`}
          label={text(locale, 'field.preferred-contact')}
          placeholder={text(locale, 'not-asked')}
          value={filled.preferredContact}
          options={contactKinds.map((value) => ({ value, label: text(locale, `contact.${value}`) }))}
        />
      </FieldRow>
    </>
  );
}

/** Something was filled in there, or is wrong there. */
function hasMore({ filled, errors, prefix = '' }: Props): boolean {
  const names = ['nationalities', 'otherLanguages', 'otherContacts'] as const;
  return filled.preferredContact !== '' || names.some((name) => filled[name].some(Boolean) || errorOf(errors, prefix + name));
}

/** A word for gender that a source brought and that the interface does not offer is shown, and stays unless another is chosen. */
function writtenGender({ gender }: FilledPerson) {
  return gender !== '' && !genders.some((each) => each === gender) ? [{ value: '', label: gender }] : [];
}

/** Boxes of one person of the form. */
function Several({ locale, filled, errors, prefix = '', name, ...rest }: Props & { name: 'otherNames' | 'nationalities' | 'contactLanguages' | 'otherLanguages' | 'phones' | 'emails' | 'otherContacts' } & Pick<BoxesProps, 'label' | 'type' | 'list' | 'least'>) {
  return <Boxes locale={locale} errors={errors} name={`${prefix}${name}`} typed={filled[name]} oneMore={rest.least > 1} {...rest} />;
}

interface BoxesProps {
  locale: Locale;
  errors: FieldErrors;
  name: string;
  typed: readonly string[];
  label: string;
  type?: 'text' | 'tel' | 'email';
  /** Id of a list that helps while typing. */
  list?: 'countries' | 'languages';
  /** How many boxes there are at least. */
  least: number;
  /** One is always left empty. */
  oneMore?: boolean;
}

/** Boxes for several of a kind beside each other, the first the first in rank. */
export function Boxes({ locale, errors, name, typed, label, type, list, least, oneMore }: BoxesProps) {
  const wanted = oneMore && typed.every(Boolean) ? typed.length + 1 : 0;
  return (
    <>
      {Array.from({ length: Math.max(least, typed.length, wanted) }, (_, index) => (
        <TextField
          locale={locale}
          id={fieldId({ name: `${name}.${index}` })}
          name={name}
          type={type}
          label={index === 0 ? label : text(locale, 'field.another', { field: label, place: index + 1 })}
          value={typed[index] ?? ''}
          error={errors[`${name}.${index}`]}
          list={list}
          dir="auto"
        />
      ))}
    </>
  );
}

/** The names that help while typing a country or a language; once a page. */
export function NameLists({ locale }: { locale: Locale }) {
  return (
    <>
      <datalist id="countries">
        {countryNames(locale).map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <datalist id="languages">
        {spokenLanguageOptions(locale).map(({ label }) => (
          <option value={label} />
        ))}
      </datalist>
    </>
  );
}

