import { FieldRow, TextField } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { FilledHome } from './home-fields.ts';
import { text } from './messages.ts';
import type { Municipality } from './person.ts';

interface Props {
  locale: Locale;
  filled: FilledHome;
  errors: FieldErrors;
  /** Names that help while typing. */
  municipalities: readonly Municipality[];
}

export function HomeFields({ locale, filled, errors, municipalities }: Props) {
  return (
    <>
      <TextField locale={locale} name="arrivedOn" type="date" label={text(locale, 'field.arrived-on')} hint={text(locale, 'field.arrived-on.hint')} value={filled.arrivedOn} error={errors['arrivedOn']} size={12} />
      <AddressFields locale={locale} filled={filled} errors={errors} municipalities={municipalities} />
    </>
  );
}

export function AddressFields({ locale, filled, errors, municipalities }: Props) {
  return (
    <>
      <FieldRow>
        <TextField locale={locale} name="street" label={text(locale, 'address.street')} value={filled.street} error={errors['street']} maxLength={120} size={32} />
        <TextField locale={locale} name="number" label={text(locale, 'address.number')} value={filled.number} error={errors['number']} maxLength={20} size={4} />
        <TextField locale={locale} name="box" label={text(locale, 'address.box')} value={filled.box} error={errors['box']} maxLength={20} size={4} />
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="postcode" label={text(locale, 'address.postcode')} value={filled.postcode} error={errors['postcode']} maxLength={10} size={4} inputMode="numeric" />
        <TextField locale={locale} name="municipality" label={text(locale, 'field.municipality')} value={filled.municipality} error={errors['municipality']} maxLength={100} size={20} list="municipalities" />
      </FieldRow>
      <datalist id="municipalities">
        {municipalities.map(({ name }) => name && <option value={name} />)}
      </datalist>
    </>
  );
}
