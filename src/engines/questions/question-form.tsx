import type { ComponentChildren } from 'preact';
import { Button, DescriptionDetails, Icon, Kbd, SelectField, TextArea, TextField, fieldId, type Choice, type IconName } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { themeIcon, themeLabel, themes, type Municipality, type Theme } from '../directory/index.ts';
import { text } from './messages.ts';
import type { Place } from './place.ts';
import { channelLabel, channels, handlingLabel, handlings, maximumMinutes, type Channel, type Handling } from './question.ts';

/** The form's fields as text, as they were filled in or stand in the register. */
export interface Filled {
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
  languages: { usual: readonly Choice[]; all: readonly Choice[] };
  /** Who can be chosen: those found by the name that was typed, or who was chosen before. Absent before anyone searched. */
  askers?: readonly Asker[];
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
}

/** All fields of a question, in the order in which a desk hears them; each choice has a key of its own. */
export function QuestionFields({ locale, filled, errors, options, focus, followUp }: QuestionFieldsProps) {
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
        choices={themes.map((code) => ({ value: code, label: themeLabel(locale, code), icon: themeIcon(code), hotkey: themeKeys[code] }))}
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
        <LanguageField locale={locale} filled={filled} errors={errors} options={options} />
        <WhereFields locale={locale} filled={filled} errors={errors} options={options} />
        <WithKey name="minutes">
          <TextField locale={locale} name="minutes" label={text(locale, 'field.minutes')} value={filled.minutes} error={errors['minutes']} inputMode="numeric" size={4} max={maximumMinutes} />
        </WithKey>
        <DescriptionDetails summary={text(locale, 'field.other-day')} open={Boolean(filled.askedOn || errors['askedOn'])}>
          <TextField locale={locale} name="askedOn" type="date" label={text(locale, 'field.asked-on')} hint={text(locale, 'field.asked-on.hint')} value={filled.askedOn} error={errors['askedOn']} size={12} />
        </DescriptionDetails>
      </div>
      <div class="ww-quick-row">
        <AskerField locale={locale} filled={filled} errors={errors} options={options} focus={focus === 'askers'} />
        <WithKey name="note">
          <TextArea locale={locale} name="note" label={text(locale, 'field.note')} hint={text(locale, 'field.note.hint')} value={filled.note} error={errors['note']} rows={2} maxLength={1000} />
        </WithKey>
      </div>
    </>
  );
}

interface Quick {
  value: string;
  label: string;
  icon?: IconName;
  /** The key that chooses it, when no field for text has the cursor. */
  hotkey?: string;
}

interface QuickChoicesProps {
  locale: Locale;
  name: string;
  label: string;
  error?: string;
  choices: readonly Quick[];
  chosen: readonly (string | undefined)[];
  several?: boolean;
  /** In columns of one width. */
  even?: boolean;
  focus?: boolean;
  /** Choices of another name that stand in the same row. */
  children?: ComponentChildren;
}

/** Real radio buttons or boxes, drawn as keys: arrows move, a letter or digit chooses, and without script they are what they are. */
function QuickChoices({ locale, name, label, error, choices, chosen, several, even, focus, children }: QuickChoicesProps) {
  const focused = focus ? (choices.find(({ value }) => chosen.includes(value)) ?? choices[0]) : undefined;
  return (
    <fieldset class="ww-quick" role={several ? undefined : 'radiogroup'} aria-invalid={error && !several ? 'true' : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend class="ww-quick__label">{label}</legend>
      {error && (
        <p class="ww-field__error" id={`${name}-error`}>
          <Icon name="circle-alert" size={16} /> <span class="ww-out-of-sight">{text(locale, 'field.error')}</span> {error}
        </p>
      )}
      <div class={even ? 'ww-quick__choices ww-quick__choices--even' : 'ww-quick__choices'}>
        {choices.map((choice, index) => (
          <QuickChoice id={index === 0 ? fieldId({ name }) : undefined} name={name} type={several ? 'checkbox' : 'radio'} choice={choice} checked={chosen.includes(choice.value)} autofocus={choice === focused} />
        ))}
        {children}
      </div>
    </fieldset>
  );
}

interface QuickChoiceProps {
  id?: string;
  name: string;
  type: 'radio' | 'checkbox';
  choice: Quick;
  checked: boolean;
  autofocus?: boolean;
}

function QuickChoice({ id, name, type, choice: { value, label, icon, hotkey }, checked, autofocus }: QuickChoiceProps) {
  return (
    <label class="ww-quick__choice" data-key={hotkey}>
      <input type={type} id={id} name={name} value={value} checked={checked} autofocus={autofocus} aria-keyshortcuts={hotkey} />
      {icon && <Icon name={icon} />}
      <span class="ww-quick__word">{label}</span>
      {hotkey && <KeyOf hotkey={hotkey} />}
    </label>
  );
}

function KeyOf({ hotkey }: { hotkey: string }) {
  return (
    <span class="ww-needs-keys" aria-hidden="true">
      <Kbd>{hotkey}</Kbd>
    </span>
  );
}

/** A field and the key that puts the cursor in it: a second label, which only the eye sees. */
function WithKey({ name, children }: { name: keyof typeof fieldKeys; children: ComponentChildren }) {
  return (
    <div class="ww-quick-field">
      {children}
      <label class="ww-quick-field__key" for={fieldId({ name })} data-key={fieldKeys[name]} aria-hidden="true">
        <KeyOf hotkey={fieldKeys[name]} />
      </label>
    </div>
  );
}

type PartProps = Omit<QuestionFieldsProps, 'focus' | 'followUp'>;

function LanguageField({ locale, filled, errors, options }: PartProps) {
  const { usual, all } = options.languages;
  return (
    <WithKey name="language">
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
        <WithKey name="place">
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

/**
 * Who asked: a name is typed, searched and chosen. With script the choices come while typing; without it the button asks the
 * server. Left empty it is anonymous.
 */
function AskerField({ locale, filled, errors, options, focus }: PartProps & { focus: boolean }) {
  const { askers } = options;
  return (
    <div class="ww-quick-asker" data-person-picker="/api/v1/questions/askers" data-nobody={text(locale, 'asker.nobody')} data-anonymous={text(locale, 'asker.anonymous')}>
      <div class="ww-quick-asker__search">
        <WithKey name="personName">
          <TextField locale={locale} name="personName" label={text(locale, 'field.asker')} hint={text(locale, 'field.asker.hint')} value={filled.personName} error={errors['personName']} maxLength={100} />
        </WithKey>
        <Button look="secondary" icon="search" name="find" value="yes">
          {text(locale, 'asker.find')}
        </Button>
      </div>
      <div class="ww-quick-asker__found" role="radiogroup" aria-label={text(locale, 'asker.choose')} aria-live="polite">
        {askers?.map((asker, index) => (
          <AskerChoice value={asker.id} name={asker.name} detail={asker.detail} checked={filled.person === asker.id} autofocus={focus && index === 0} />
        ))}
        {askers && askers.length > 0 && <AskerChoice value="anonymous" name={text(locale, 'asker.anonymous')} checked={filled.person === 'anonymous'} />}
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
