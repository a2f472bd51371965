import { FieldRow, SelectField, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { countryName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { NameLists } from '../person-form.tsx';
import { countryField, yesNoField } from './fields.ts';
import type { LifePart } from './life-part.ts';
import { text } from './messages.ts';
import { overlap } from './period.ts';

/** By the level of what was followed, from the lowest: the order says which is highest. */
export const schoolLevels = ['none', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'other', 'bachelor', 'master', 'doctorate'] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

/** Where the recognition of a foreign diploma stands (NARIC-Vlaanderen): of the diploma itself, of its level, of parts of it. */
export const recognitions = ['unknown', 'not-needed', 'wanted', 'asked', 'full', 'level', 'partial', 'refused'] as const;
export type Recognition = (typeof recognitions)[number];

export interface Schooling extends Record<string, unknown> {
  level: SchoolLevel;
  field: string | null;
  school: string | null;
  country: string | null;
  fromYear: number | null;
  untilYear: number | null;
  isCompleted: boolean | null;
  recognition: Recognition;
  recognisedOn: Temporal.PlainDate | null;
  recognisedAs: string | null;
}

const year = () => field.optionalInteger(1900, 2200);
const countryShown = (locale: Locale, country: string | null) => (country ? countryName(locale, country) : '');

export const schooling: LifePart<Schooling, undefined> = {
  path: 'schooling',
  table: 'schooling',
  home: 'school-and-work',
  read: 'people:read',
  change: 'people:change',
  opened: 'person-read',
  acts: { noted: 'schooling-noted', changed: 'schooling-changed', removed: 'schooling-removed', returned: 'schooling-returned' },
  shape: {
    level: field.choice(schoolLevels),
    field: field.optionalText(120),
    school: field.optionalText(120),
    country: countryField(),
    fromYear: year(),
    untilYear: year(),
    isCompleted: yesNoField(),
    recognition: field.optionalChoice(recognitions).transform((state) => state ?? 'unknown'),
    recognisedOn: field.optionalDay(),
    recognisedAs: field.optionalText(120),
  },
  titles: (locale) => ({ note: text(locale, 'schooling.note'), change: text(locale, 'schooling.change'), noted: text(locale, 'schooling.noted'), removed: text(locale, 'schooling.removed') }),
  labels: (locale) => ({
    level: text(locale, 'schooling.level'),
    field: text(locale, 'schooling.field'),
    school: text(locale, 'schooling.school'),
    country: text(locale, 'life.country'),
    fromYear: text(locale, 'life.from-year'),
    untilYear: text(locale, 'life.until-year'),
    isCompleted: text(locale, 'schooling.completed'),
    recognition: text(locale, 'schooling.recognition'),
    recognisedOn: text(locale, 'schooling.recognised-on'),
    recognisedAs: text(locale, 'schooling.recognised-as'),
  }),
  asFilled: (locale, { country }) => ({ country: countryShown(locale, country) }),
  shown: (locale, name, value) => {
    const level = schoolLevels.find((each) => each === value);
    const state = recognitions.find((each) => each === value);
    if (name === 'level' && level) return text(locale, `school-level.${level}`);
    if (name === 'recognition' && state) return text(locale, `recognition.${state}`);
    return name === 'isCompleted' ? text(locale, value === 'yes' ? 'life.yes' : 'life.no') : value;
  },
  check: async (_tx, { recognisedOn }, _others, { today }) => (recognisedOn && recognisedOn.until(today).sign < 0 ? refuse('in-the-future', { field: 'recognisedOn' }) : undefined),
  codes: ({ level, recognition }) => ({ level, recognition }),
  fields: ({ context: { locale }, filled, errors }) => (
    <>
      <FieldRow>
        <SelectField locale={locale} name="level" label={text(locale, 'schooling.level')} placeholder={text(locale, 'life.choose')} value={filled['level']} error={errors['level']} options={schoolLevels.map((value) => ({ value, label: text(locale, `school-level.${value}`) }))} />
        <TextField locale={locale} name="field" label={text(locale, 'schooling.field')} value={filled['field']} error={errors['field']} maxLength={120} size={32} />
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="school" label={text(locale, 'schooling.school')} value={filled['school']} error={errors['school']} maxLength={120} size={32} dir="auto" />
        <TextField locale={locale} name="country" label={text(locale, 'life.country')} value={filled['country']} error={errors['country']} list="countries" size={20} />
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="fromYear" label={text(locale, 'life.from-year')} value={filled['fromYear']} error={errors['fromYear']} inputMode="numeric" maxLength={4} size={4} />
        <TextField locale={locale} name="untilYear" label={text(locale, 'life.until-year')} value={filled['untilYear']} error={errors['untilYear']} inputMode="numeric" maxLength={4} size={4} />
        <SelectField locale={locale} name="isCompleted" label={text(locale, 'schooling.completed')} placeholder={text(locale, 'life.not-asked')} value={filled['isCompleted']} error={errors['isCompleted']} options={[{ value: 'yes', label: text(locale, 'life.yes') }, { value: 'no', label: text(locale, 'life.no') }]} />
      </FieldRow>
      <FieldRow>
        <SelectField locale={locale} name="recognition" label={text(locale, 'schooling.recognition')} hint={text(locale, 'schooling.recognition.hint')} value={filled['recognition'] || 'unknown'} error={errors['recognition']} options={recognitions.map((value) => ({ value, label: text(locale, `recognition.${value}`) }))} />
        <TextField locale={locale} name="recognisedOn" type="date" label={text(locale, 'schooling.recognised-on')} value={filled['recognisedOn']} error={errors['recognisedOn']} size={12} />
        <TextField locale={locale} name="recognisedAs" label={text(locale, 'schooling.recognised-as')} value={filled['recognisedAs']} error={errors['recognisedAs']} maxLength={120} size={20} />
      </FieldRow>
      <NameLists locale={locale} />
    </>
  ),
};

export interface Job extends Record<string, unknown> {
  occupation: string;
  employer: string | null;
  country: string | null;
  fromYear: number | null;
  untilYear: number | null;
  isCurrent: boolean;
}

export const jobs: LifePart<Job, undefined> = {
  path: 'jobs',
  table: 'job',
  home: 'school-and-work',
  read: 'people:read',
  change: 'people:change',
  opened: 'person-read',
  acts: { noted: 'job-noted', changed: 'job-changed', removed: 'job-removed', returned: 'job-returned' },
  shape: { occupation: field.text(120), employer: field.optionalText(120), country: countryField(), fromYear: year(), untilYear: year(), isCurrent: yesNoField().transform((answer) => answer ?? false) },
  titles: (locale) => ({ note: text(locale, 'job.note'), change: text(locale, 'job.change'), noted: text(locale, 'job.noted'), removed: text(locale, 'job.removed') }),
  labels: (locale) => ({
    occupation: text(locale, 'job.occupation'),
    employer: text(locale, 'job.employer'),
    country: text(locale, 'life.country'),
    fromYear: text(locale, 'life.from-year'),
    untilYear: text(locale, 'life.until-year'),
    isCurrent: text(locale, 'job.current'),
  }),
  asFilled: (locale, { country }) => ({ country: countryShown(locale, country) }),
  shown: (locale, name, value) => (name === 'isCurrent' ? text(locale, value === 'yes' ? 'life.yes' : 'life.no') : value),
  check: async (_tx, { isCurrent, untilYear }) => (isCurrent && untilYear != null ? refuse('ended-current-job', { field: 'untilYear' }) : undefined),
  fields: ({ context: { locale }, filled, errors }) => (
    <>
      <FieldRow>
        <TextField locale={locale} name="occupation" label={text(locale, 'job.occupation')} hint={text(locale, 'job.occupation.hint')} value={filled['occupation']} error={errors['occupation']} maxLength={120} size={32} />
        <TextField locale={locale} name="employer" label={text(locale, 'job.employer')} value={filled['employer']} error={errors['employer']} maxLength={120} size={20} />
        <TextField locale={locale} name="country" label={text(locale, 'life.country')} value={filled['country']} error={errors['country']} list="countries" size={20} />
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="fromYear" label={text(locale, 'life.from-year')} value={filled['fromYear']} error={errors['fromYear']} inputMode="numeric" maxLength={4} size={4} />
        <TextField locale={locale} name="untilYear" label={text(locale, 'life.until-year')} value={filled['untilYear']} error={errors['untilYear']} inputMode="numeric" maxLength={4} size={4} />
        <SelectField locale={locale} name="isCurrent" label={text(locale, 'job.current')} value={filled['isCurrent'] || 'no'} error={errors['isCurrent']} options={[{ value: 'no', label: text(locale, 'life.no') }, { value: 'yes', label: text(locale, 'life.yes') }]} />
      </FieldRow>
      <NameLists locale={locale} />
    </>
  ),
};

export const workSituationKinds = ['employed', 'self-employed', 'seeking', 'social-employment', 'training', 'student', 'volunteering', 'caring', 'unable', 'not-allowed', 'retired', 'other'] as const;

export interface WorkSituation extends Record<string, unknown> {
  situation: (typeof workSituationKinds)[number];
  fromDay: Temporal.PlainDate | null;
  untilDay: Temporal.PlainDate | null;
}

export const workSituations: LifePart<WorkSituation, undefined> = {
  path: 'work-situations',
  table: 'work_situation',
  home: 'school-and-work',
  read: 'people:read',
  change: 'people:change',
  opened: 'person-read',
  acts: { noted: 'situation-noted', changed: 'situation-changed', removed: 'situation-removed', returned: 'situation-returned' },
  shape: { situation: field.choice(workSituationKinds), fromDay: field.optionalDay(), untilDay: field.optionalDay() },
  titles: (locale) => ({ note: text(locale, 'situation.note'), change: text(locale, 'situation.change'), noted: text(locale, 'situation.noted'), removed: text(locale, 'situation.removed') }),
  labels: (locale) => ({ situation: text(locale, 'situation.what'), fromDay: text(locale, 'life.from-day'), untilDay: text(locale, 'life.until-day') }),
  start: ({ today }) => ({ fromDay: today.toString() }),
  shown: (locale, name, value) => {
    const kind = name === 'situation' && workSituationKinds.find((each) => each === value);
    return kind ? text(locale, `work-situation.${kind}`) : value;
  },
  check: async (_tx, { situation, fromDay, untilDay }, others) => {
    const same = others.filter((other) => other.situation === situation);
    return same.some((other) => overlap({ fromDay, untilDay }, other)) ? refuse('overlaps', { field: 'fromDay' }) : undefined;
  },
  codes: ({ situation }) => ({ situation }),
  fields: ({ context: { locale }, filled, errors }) => (
    <FieldRow>
      <SelectField locale={locale} name="situation" label={text(locale, 'situation.what')} placeholder={text(locale, 'life.choose')} value={filled['situation']} error={errors['situation']} options={workSituationKinds.map((value) => ({ value, label: text(locale, `work-situation.${value}`) }))} />
      <TextField locale={locale} name="fromDay" type="date" label={text(locale, 'life.from-day')} value={filled['fromDay']} error={errors['fromDay']} size={12} />
      <TextField locale={locale} name="untilDay" type="date" label={text(locale, 'life.until-day')} hint={text(locale, 'life.until-day.hint')} value={filled['untilDay']} error={errors['untilDay']} size={12} />
    </FieldRow>
  ),
};
