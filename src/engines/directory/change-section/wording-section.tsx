import { Panel, TextArea, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { direction, languageName } from '../../../kernel/i18n/format.ts';
import { locales } from '../../../kernel/i18n/locale.ts';
import type { Wording } from '../service.ts';
import { text } from './messages.ts';
import { sectionPart, single, type SectionFormProps } from './section.ts';

/** The newcomer's languages besides Dutch, which stands in the service itself. */
export const wordingLanguages = locales.filter((locale) => locale !== 'nl');
const parts = ['name', 'does', 'enrolment'] as const;
const limits = { name: 200, does: 1500, enrolment: 500 };

export const wordingSection = sectionPart({
  name: 'wording',
  fields: Object.fromEntries(wordingLanguages.flatMap((language) => parts.map((part) => [`${part}-${language}`, field.optionalText(limits[part])] as const))),
  filled: ({ wording }) => Object.fromEntries(wordingLanguages.flatMap((language) => parts.map((part) => [`${part}-${language}`, wording[language]?.[part] ?? '']))),
  facts: (input, service) => {
    const wording: Record<string, Wording> = { ...service.wording };
    for (const language of wordingLanguages) {
      const said = Object.fromEntries(parts.flatMap((part) => (input[`${part}-${language}`] ? [[part, input[`${part}-${language}`]]] : []))) as Wording;
      if (Object.keys(said).length > 0) wording[language] = said;
      else delete wording[language];
    }
    return { wording };
  },
  form: WordingForm,
  rows: (locale, { wording }) => Object.entries(wording).map(([language, said]) => ({ label: languageName(locale, language), value: <bdi lang={language}>{[said.name, said.does, said.enrolment].filter(Boolean).join(' · ')}</bdi> })),
});

function WordingForm({ locale, values, errors }: SectionFormProps) {
  return (
    <>
      <p>{text(locale, 'wording.hint')}</p>
      {wordingLanguages.map((language) => {
        const of = (part: string) => ({ locale, name: `${part}-${language}`, value: single(values, `${part}-${language}`), error: errors[`${part}-${language}`], lang: language, dir: direction(language), optional: true });
        return (
          <Panel title={languageName(locale, language)}>
            <TextField {...of('name')} label={text(locale, 'wording.name')} maxLength={limits.name} />
            <TextArea {...of('does')} label={text(locale, 'wording.does')} rows={3} maxLength={limits.does} />
            <TextArea {...of('enrolment')} label={text(locale, 'wording.enrolment')} rows={2} maxLength={limits.enrolment} />
          </Panel>
        );
      })}
    </>
  );
}
