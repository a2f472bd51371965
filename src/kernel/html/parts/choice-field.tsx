import type { ComponentChildren } from 'preact';
import { direction } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { describedBy, fieldId, FieldFrame, GroupFrame, type FieldProps } from './field.tsx';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
  /** A pictogram beside the word: for forms with a newcomer. */
  icon?: IconName;
  /** Language of the label, when it is not the page's. */
  lang?: string;
  /** The same word in another language, with its code. */
  other?: { text: string; lang: string; dir: 'ltr' | 'rtl' };
}

export interface SelectFieldProps extends FieldProps {
  options: readonly (Choice | { group: string; options: readonly Choice[] })[];
  value?: string;
  /** First, empty option: "Kies een thema". */
  placeholder?: string;
  autocomplete?: string;
}

export function SelectField(props: SelectFieldProps) {
  const { name, options, value, placeholder, autocomplete, required, error } = props;
  const id = fieldId(props);
  return (
    <FieldFrame {...props}>
      <select
        id={id}
        name={name}
        class={`utrecht-select utrecht-select--html-select${error ? ' utrecht-select--invalid' : ''}`}
        autocomplete={autocomplete ?? 'off'}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) =>
          'group' in option ? <optgroup label={option.group}>{option.options.map((inner) => selectOption(inner, value))}</optgroup> : selectOption(option, value),
        )}
      </select>
    </FieldFrame>
  );
}

function selectOption({ value, label, disabled }: Choice, chosen: string | undefined) {
  return (
    <option value={value} selected={value === chosen} disabled={disabled}>
      {label}
    </option>
  );
}

export interface RadioGroupProps extends FieldProps {
  options: readonly Choice[];
  value?: string;
  /** Beside each other: for two or three short answers. */
  inline?: boolean;
  /** Large tiles, for thumbs. */
  tiles?: boolean;
}

export function RadioGroup(props: RadioGroupProps) {
  const { name, options, value, inline, tiles, required } = props;
  const id = fieldId(props);
  return (
    <GroupFrame {...props} role="radiogroup">
      <div class={choicesClass(inline, tiles)}>
        {options.map((option, index) => (
          <ChoiceRow id={choiceId(id, index)} option={option}>
            <input
              type="radio"
              id={choiceId(id, index)}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              required={required}
              aria-describedby={option.hint ? `${choiceId(id, index)}-hint` : undefined}
            />
          </ChoiceRow>
        ))}
      </div>
    </GroupFrame>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  options: readonly Choice[];
  values?: readonly string[];
  inline?: boolean;
  tiles?: boolean;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, options, values = [], inline, tiles } = props;
  const id = fieldId(props);
  return (
    <GroupFrame {...props}>
      <div class={choicesClass(inline, tiles)}>
        {options.map((option, index) => (
          <ChoiceRow id={choiceId(id, index)} option={option}>
            <input
              type="checkbox"
              id={choiceId(id, index)}
              name={name}
              value={option.value}
              checked={values.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${choiceId(id, index)}-hint` : undefined}
            />
          </ChoiceRow>
        ))}
      </div>
    </GroupFrame>
  );
}

export interface CheckboxFieldProps extends FieldProps {
  /** What is sent when it is on; `yes` unless told. */
  value?: string;
  checked?: boolean;
}

/** One statement to agree with: a consent, "bewaar dit filter". */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, error, value = 'yes', checked, required } = props;
  const id = fieldId(props);
  return (
    <div class={error ? 'utrecht-form-field--invalid ww-field' : 'ww-field'}>
      {error && (
        <p class="utrecht-form-field-error-message ww-field__error" id={`${id}-error`}>
          <Icon name="circle-alert" size={16} /> {error}
        </p>
      )}
      <ChoiceRow id={id} option={{ value, label, hint }}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          required={required}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(id, props)}
        />
      </ChoiceRow>
    </div>
  );
}

function ChoiceRow({ id, option, children }: { id: string; option: Choice; children: ComponentChildren }) {
  return (
    <div class="ww-choice">
      {children}
      <label class="ww-choice__label" for={id}>
        {option.icon && <Icon name={option.icon} size={24} />}
        <span>
          {option.lang ? (
            <span lang={option.lang} dir={direction(option.lang)}>
              {option.label}
            </span>
          ) : (
            option.label
          )}
          {option.other && (
            <span class="ww-choice__other" lang={option.other.lang} dir={option.other.dir}>
              {option.other.text}
            </span>
          )}
        </span>
      </label>
      {option.hint && (
        <span class="ww-choice__hint" id={`${id}-hint`}>
          {option.hint}
        </span>
      )}
    </div>
  );
}

/** The first choice carries the field's own id, so that a link in the error summary lands on it. */
function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

function choicesClass(inline: boolean | undefined, tiles: boolean | undefined): string {
  return `ww-choices${inline ? ' ww-choices--inline' : ''}${tiles ? ' ww-choices--tiles' : ''}`;
}
