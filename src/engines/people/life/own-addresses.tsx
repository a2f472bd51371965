import { CheckboxField, FieldRow, SelectField, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { addressLines } from '../household.ts';
import type { LifePart } from './life-part.ts';
import { text } from './messages.ts';
import { overlap } from './period.ts';

export const ownAddressKinds = ['student-room', 'reception', 'hospital', 'care', 'detention', 'with-others', 'other'] as const;

export interface OwnAddress extends Record<string, unknown> {
  kind: (typeof ownAddressKinds)[number];
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  municipality: string | null;
  fromDay: Temporal.PlainDate | null;
  untilDay: Temporal.PlainDate | null;
  /** Letters go there instead of to the household's address. */
  takesLetters: boolean;
}

const isSomewhere = ({ street, number, box, postcode, municipality }: OwnAddress) => Boolean(street ?? number ?? box ?? postcode ?? municipality);

/** Where someone lives apart from their household, for a while or for good. */
export const ownAddresses: LifePart<OwnAddress, undefined> = {
  path: 'own-addresses',
  table: 'own_address',
  home: 'homes',
  read: 'people:read',
  change: 'people:change',
  opened: 'person-read',
  acts: { noted: 'own-address-noted', changed: 'own-address-changed', removed: 'own-address-removed', returned: 'own-address-returned' },
  shape: {
    kind: field.choice(ownAddressKinds),
    street: field.optionalText(120),
    number: field.optionalText(20),
    box: field.optionalText(20),
    postcode: field.optionalText(10),
    municipality: field.optionalText(100),
    fromDay: field.optionalDay(),
    untilDay: field.optionalDay(),
    takesLetters: field.flag(),
  },
  titles: (locale) => ({ note: text(locale, 'own-address.note'), change: text(locale, 'own-address.change'), noted: text(locale, 'own-address.noted'), removed: text(locale, 'own-address.removed') }),
  labels,
  start: ({ today }) => ({ fromDay: today.toString() }),
  shown: (locale, name, value) => {
    const kind = name === 'kind' && ownAddressKinds.find((each) => each === value);
    if (kind) return text(locale, `own-address.kind.${kind}`);
    return name === 'takesLetters' ? text(locale, value === 'yes' ? 'life.yes' : 'life.no') : value;
  },
  check: async (_tx, values, others) => {
    if (!isSomewhere(values)) return refuse('address-needed', { field: 'street' });
    const takers = values.takesLetters ? others.filter(({ takesLetters }) => takesLetters) : [];
    return takers.some((other) => overlap(values, other)) ? refuse('letters-elsewhere', { field: 'takesLetters' }) : undefined;
  },
  codes: ({ kind }) => ({ kind }),
  fields: ({ context: { locale }, filled, errors }) => (
    <>
      <SelectField locale={locale} name="kind" label={text(locale, 'own-address.kind')} placeholder={text(locale, 'life.choose')} value={filled['kind']} error={errors['kind']} options={ownAddressKinds.map((value) => ({ value, label: text(locale, `own-address.kind.${value}`) }))} />
      <FieldRow>
        <TextField locale={locale} name="street" label={text(locale, 'address.street')} value={filled['street']} error={errors['street']} maxLength={120} size={32} />
        <TextField locale={locale} name="number" label={text(locale, 'address.number')} value={filled['number']} error={errors['number']} maxLength={20} size={4} />
        <TextField locale={locale} name="box" label={text(locale, 'address.box')} value={filled['box']} error={errors['box']} maxLength={20} size={4} />
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="postcode" label={text(locale, 'address.postcode')} value={filled['postcode']} error={errors['postcode']} maxLength={10} size={4} inputMode="numeric" />
        <TextField locale={locale} name="municipality" label={text(locale, 'address.municipality')} value={filled['municipality']} error={errors['municipality']} maxLength={100} size={20} />
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="fromDay" type="date" label={text(locale, 'life.from-day')} value={filled['fromDay']} error={errors['fromDay']} size={12} />
        <TextField locale={locale} name="untilDay" type="date" label={text(locale, 'life.until-day')} hint={text(locale, 'life.until-day.hint')} value={filled['untilDay']} error={errors['untilDay']} size={12} />
      </FieldRow>
      <CheckboxField locale={locale} name="takesLetters" label={text(locale, 'own-address.letters')} hint={text(locale, 'own-address.letters.hint')} checked={filled['takesLetters'] === 'yes'} error={errors['takesLetters']} />
    </>
  ),
};

/** As they stand on a letter. */
export function linesOf({ street, number, box, postcode, municipality }: OwnAddress): string[] {
  return addressLines({ street, number, box, postcode, municipality: { nis: null, name: municipality } });
}

function labels(locale: Locale): Record<string, string> {
  return {
    kind: text(locale, 'own-address.kind'),
    street: text(locale, 'address.street'),
    number: text(locale, 'address.number'),
    box: text(locale, 'address.box'),
    postcode: text(locale, 'address.postcode'),
    municipality: text(locale, 'address.municipality'),
    fromDay: text(locale, 'life.from-day'),
    untilDay: text(locale, 'life.until-day'),
    takesLetters: text(locale, 'own-address.letters'),
  };
}
