import { Button, DescriptionDetails, SelectField, TextArea, TextField, type Choice } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { themeIcon, themeLabel, type Municipality, type Theme, type ThemeWithSubThemes } from '../directory/index.ts';
import { text } from './messages.ts';
import { BarrierFields, type FilledBarriers } from './note-barriers/barrier-fields.tsx';
import type { ServiceChoice } from './note-barriers/note-barriers.ts';
import type { Place } from './place.ts';
import { CodeFields, MoreQuestions, ServiceFields, SubThemeField, VisitFields, type PartProps } from './question-parts.tsx';
import { channelLabel, channels, handlingLabel, handlings, maximumMinutes, type Channel, type Handling } from './question.ts';
import { QuickChoice, QuickChoices, WithKey } from './quick-choices.tsx';

/** The form's fields as text, as they were filled in or stand in the register. */
export interface Filled extends FilledBarriers {
  theme?: string;
  channel?: string;
  language?: string;
  municipality?: string;
  place?: string;
  handling: readonly string[];
  minutes?: string;
  /** An id, or 'anonymous'. */
  person?: string;
  personName?: string;
  note?: string;
  askedOn?: string;
  subTheme?: string;
  /** An id, or 'none'. */
  service?: string;
  serviceName?: string;
  visitPlace?: string;
  visitedOn?: string;
  travelMinutes?: string;
  travelKm?: string;
  code?: string;
  newCode?: boolean;
  /** What else was asked in the same contact. */
  more?: readonly { theme?: string; handling?: string; minutes?: string; note?: string }[];
  minutesOfFirst?: boolean;
}

export interface Asker {
  id: string;
  name: string;
  /** What tells two people of one name apart. */
  detail?: string;
}

export interface FormOptions {
  places: readonly Place[];
  area: readonly Municipality[];
  /** Those that can be chosen, each with the authority's own under it. */
  themes: readonly ThemeWithSubThemes[];
  /** The services told about lately, or those that the typed name leads to. */
  services: readonly ServiceChoice[];
  languages: { usual: readonly Choice[]; all: readonly Choice[] };
  /** Who can be chosen: those found by the name that was typed, or who was chosen before. Absent before anyone searched. */
  askers?: readonly Asker[];
  /** Services that the typed name of a barrier's service leads to, or the one chosen before. */
  barrierServices?: readonly ServiceChoice[];
}

const themeKeys: Record<Theme, string> = {
  housing: '1',
  work: '2',
  dutch: '3',
  'civic-integration': '4',
  'school-childcare': '5',
  leisure: '6',
  'health-wellbeing': '7',
  'money-administration': '8',
  'waste-environment': '9',
  residence: '0',
  other: 'x',
};
const channelKeys: Record<Channel, string> = { desk: 'b', 'town-hall': 's', telephone: 't', online: 'o', 'e-mail': 'e', 'going-along': 'w', 'home-visit': 'h', talk: 'p' };
const handlingKeys: Record<Handling, string> = { informed: 'i', 'went-along': 'm', referred: 'd', mediated: 'l' };
const fieldKeys = { language: 'a', place: 'k', minutes: 'u', personName: 'n', note: 'r' } as const;

interface QuestionFieldsProps {
  locale: Locale;
  filled: Filled;
  errors: FieldErrors;
  options: FormOptions;
  /** Where the cursor stands when the page opens. */
  focus?: 'theme' | 'askers';
  /** A box beside what was done; the question stays open. */
  followUp?: { checked: boolean };
  /** Codes for whoever gives no name, and more questions in one contact: for what is recorded anew. */
  isNew?: boolean;
}

/** All fields of a question, in the order in which a desk hears them; each choice has a key of its own. */
export function QuestionFields({ locale, filled, errors, options, focus, followUp, isNew = false }: QuestionFieldsProps) {
  const part = { locale, filled, errors, options };
  return (
    <>
      <QuickChoices
        locale={locale}
        name="theme"
        label={text(locale, 'field.theme')}
        error={errors['theme']}
        chosen={[filled.theme]}
        focus={focus === 'theme'}
        even
        choices={options.themes.map(({ code }) => ({ value: code, label: themeLabel(locale, code), icon: themeIcon(code), hotkey: themeKeys[code] }))}
      />
      <QuickChoices
        locale={locale}
        name="channel"
        label={text(locale, 'field.channel')}
        error={errors['channel']}
        chosen={[filled.channel]}
        even
        choices={channels.map((code) => ({ value: code, label: channelLabel(locale, code), hotkey: channelKeys[code] }))}
      />
      <QuickChoices
        locale={locale}
        name="handling"
        several
        label={text(locale, 'field.handling')}
        error={errors['handling']}
        chosen={filled.handling}
        choices={handlings.map((code) => ({ value: code, label: handlingLabel(locale, code), hotkey: handlingKeys[code] }))}
      >
        {followUp && <QuickChoice name="followUp" type="checkbox" choice={{ value: 'yes', label: text(locale, 'record.follow-up'), hotkey: 'v' }} checked={followUp.checked} />}
      </QuickChoices>
      <div class="ww-quick-row">
        <SubThemeField {...part} />
        <LanguageField locale={locale} filled={filled} errors={errors} options={options} />
        <WhereFields locale={locale} filled={filled} errors={errors} options={options} />
        <WithKey name="minutes" hotkey={fieldKeys.minutes} isShort>
          <TextField locale={locale} name="minutes" label={text(locale, 'field.minutes')} value={filled.minutes} error={errors['minutes']} inputMode="numeric" size={4} max={maximumMinutes} />
        </WithKey>
        <DescriptionDetails summary={text(locale, 'field.other-day')} open={Boolean(filled.askedOn || errors['askedOn'])}>
          <TextField locale={locale} name="askedOn" type="date" label={text(locale, 'field.asked-on')} hint={text(locale, 'field.asked-on.hint')} value={filled.askedOn} error={errors['askedOn']} size={12} />
        </DescriptionDetails>
      </div>
      <div class="ww-quick-row">
        <AskerField locale={locale} filled={filled} errors={errors} askers={options.askers} focus={focus === 'askers'} />
        <ServiceFields {...part} />
        <WithKey name="note" hotkey={fieldKeys.note}>
          <TextArea locale={locale} name="note" label={text(locale, 'field.note')} hint={text(locale, 'field.note.hint')} value={filled.note} error={errors['note']} rows={2} maxLength={1000} />
        </WithKey>
      </div>
      <div class="ww-quick-folds">
        {isNew && <CodeFields {...part} />}
        <VisitFields {...part} />
        {isNew && <MoreQuestions {...part} />}
        <BarrierFields locale={locale} filled={filled} errors={errors} services={options.barrierServices} />
      </div>
    </>
  );
}

function LanguageField({ locale, filled, errors, options }: PartProps) {
  const { usual, all } = options.languages;
  return (
    <WithKey name="language" hotkey={fieldKeys.language}>
      <SelectField
        locale={locale}
        name="language"
        label={text(locale, 'field.language')}
        value={filled.language ?? 'nl'}
        error={errors['language']}
        options={[
          { group: text(locale, 'field.language.usual'), options: usual },
          { group: text(locale, 'field.language.all'), options: all },
        ]}
      />
    </WithKey>
  );
}

/** The place from the authority's list, and the municipality where there is more than one. */
function WhereFields({ locale, filled, errors, options }: PartProps) {
  const { places, area } = options;
  return (
    <>
      {places.length > 0 && (
        <WithKey name="place" hotkey={fieldKeys.place}>
          <SelectField
            locale={locale}
            name="place"
            label={text(locale, 'field.place')}
            value={filled.place}
            error={errors['place']}
            placeholder={text(locale, 'field.place.none')}
            options={places.map(({ id, label }) => ({ value: id, label }))}
          />
        </WithKey>
      )}
      {area.length > 1 && (
        <SelectField
          locale={locale}
          name="municipality"
          label={text(locale, 'field.municipality')}
          value={filled.municipality}
          error={errors['municipality']}
          placeholder={text(locale, places.length > 0 ? 'field.municipality.of-place' : 'field.municipality.none')}
          options={area.map(({ nis, name }) => ({ value: nis, label: name }))}
        />
      )}
    </>
  );
}

interface AskerFieldProps extends Omit<PartProps, 'options'> {
  /** Those found by the name that was typed; absent before anyone searched. */
  askers: readonly Asker[] | undefined;
  focus: boolean;
  /** Leaving it empty is not being anonymous. */
  isAlwaysNamed?: boolean;
}

/**
 * Who asked: a name is typed, searched and chosen. With script the choices come while typing; without it the button asks the
 * server. Left empty it is anonymous.
 */
export function AskerField({ locale, filled, errors, askers, focus, isAlwaysNamed }: AskerFieldProps) {
  return (
    <div class="ww-quick-asker" data-person-picker="/api/v1/questions/askers" data-nobody={text(locale, 'asker.nobody')} data-anonymous={isAlwaysNamed ? undefined : text(locale, 'asker.anonymous')}>
      <div class="ww-quick-asker__search">
        <WithKey name="personName" hotkey={fieldKeys.personName}>
          <TextField locale={locale} name="personName" label={text(locale, 'field.asker')} hint={isAlwaysNamed ? undefined : text(locale, 'field.asker.hint')} value={filled.personName} error={errors['personName']} maxLength={100} />
        </WithKey>
        <Button look="secondary" icon="search" name="find" value="yes">
          {text(locale, 'asker.find')}
        </Button>
      </div>
      <div class="ww-quick-asker__found" role="radiogroup" aria-label={text(locale, 'asker.choose')} aria-live="polite">
        {askers?.map((asker, index) => (
          <AskerChoice value={asker.id} name={asker.name} detail={asker.detail} checked={filled.person === asker.id} autofocus={focus && index === 0} />
        ))}
        {askers && askers.length > 0 && !isAlwaysNamed && <AskerChoice value="anonymous" name={text(locale, 'asker.anonymous')} checked={filled.person === 'anonymous'} />}
      </div>
    </div>
  );
}

/** The island draws the same. */
function AskerChoice({ value, name, detail, checked, autofocus }: { value: string; name: string; detail?: string; checked: boolean; autofocus?: boolean }) {
  return (
    <label class="ww-quick__choice">
      <input type="radio" name="person" value={value} checked={checked} autofocus={autofocus} />
      <span class="ww-quick__word" dir="auto">
        {name}
        {detail && <small> {detail}</small>}
      </span>
    </label>
  );
}
