import { FieldRow, SelectField, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { indexPersons } from '../change-persons.store.ts';
import { findLanguage } from '../import-newcomers/dictionaries.ts';
import { NameLists } from '../person-form.tsx';
import { keepLanguage } from './assessment.store.ts';
import { languageField } from './fields.ts';
import { assessmentWays, levels, skills, type Assessment } from './level.ts';
import type { LifePart } from './life-part.ts';
import { text } from './messages.ts';

const level = () => field.optionalChoice(levels);

/** How well someone understands, reads, speaks and writes a language, each time that it was told or tested. */
export const languageLevels: LifePart<Assessment & Record<string, unknown>, undefined> = {
  path: 'language-levels',
  table: 'language_assessment',
  home: 'languages',
  read: 'people:read',
  change: 'people:change',
  opened: 'person-read',
  acts: { noted: 'level-noted', changed: 'level-changed', removed: 'level-removed', returned: 'level-returned' },
  shape: { language: languageField(), listening: level(), speaking: level(), reading: level(), writing: level(), assessedOn: field.day(), how: field.choice(assessmentWays), assessedBy: field.optionalText(120) },
  titles: (locale) => ({ note: text(locale, 'level.note'), change: text(locale, 'level.change'), noted: text(locale, 'level.noted'), removed: text(locale, 'level.removed') }),
  labels,
  query: { language: field.optionalText(20) },
  start: ({ today, locale }, { language }) => ({ assessedOn: today.toString(), how: 'told', language: typeof language === 'string' && findLanguage(language) ? languageName(locale, findLanguage(language)!) : '' }),
  asFilled: (locale, { language }) => ({ language: languageName(locale, language) }),
  shown: (locale, name, value) => {
    const known = levels.find((each) => each === value);
    const how = assessmentWays.find((each) => each === value);
    if (known && name !== 'assessedBy') return text(locale, `level.${known}`);
    return how && name === 'how' ? text(locale, `level.how.${how}`) : value;
  },
  check: async (_tx, values, _others, { today }) => {
    if (skills.every((skill) => !values[skill])) return refuse('nothing-assessed', { field: 'listening' });
    return values.assessedOn.until(today).sign < 0 ? refuse('in-the-future', { field: 'assessedOn' }) : undefined;
  },
  codes: ({ language }) => ({ language }),
  after: async (tx, personId, { language }) => {
    await keepLanguage(tx, { personId, language });
    await indexPersons(tx, [personId]);
  },
  fields: ({ context: { locale }, filled, errors }) => (
    <>
      <TextField locale={locale} name="language" label={text(locale, 'level.language')} value={filled['language']} error={errors['language']} list="languages" size={20} autofocus={!filled['language']} />
      <FieldRow>
        {skills.map((skill) => (
          <SelectField
            locale={locale}
            name={skill}
            label={text(locale, `skill.${skill}`)}
            hint={text(locale, `skill.${skill}.hint`)}
            placeholder={text(locale, 'level.unknown')}
            value={filled[skill]}
            error={errors[skill]}
            options={levels.map((value) => ({ value, label: text(locale, `level.${value}`) }))}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <TextField locale={locale} name="assessedOn" type="date" label={text(locale, 'level.assessed-on')} value={filled['assessedOn']} error={errors['assessedOn']} size={12} />
        <SelectField locale={locale} name="how" label={text(locale, 'level.how')} value={filled['how']} error={errors['how']} options={assessmentWays.map((value) => ({ value, label: text(locale, `level.how.${value}`) }))} />
        <TextField locale={locale} name="assessedBy" label={text(locale, 'level.assessed-by')} value={filled['assessedBy']} error={errors['assessedBy']} maxLength={120} size={20} optional />
      </FieldRow>
      <NameLists locale={locale} />
    </>
  ),
};

function labels(locale: Locale): Record<string, string> {
  return {
    language: text(locale, 'level.language'),
    listening: text(locale, 'skill.listening'),
    speaking: text(locale, 'skill.speaking'),
    reading: text(locale, 'skill.reading'),
    writing: text(locale, 'skill.writing'),
    assessedOn: text(locale, 'level.assessed-on'),
    how: text(locale, 'level.how'),
    assessedBy: text(locale, 'level.assessed-by'),
  };
}
