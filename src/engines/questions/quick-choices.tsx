import type { ComponentChildren } from 'preact';
import { Icon, Kbd, fieldId, type IconName } from '../../kernel/html/index.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';

export interface Quick {
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
export function QuickChoices({ locale, name, label, error, choices, chosen, several, even, focus, children }: QuickChoicesProps) {
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

export function QuickChoice({ id, name, type, choice: { value, label, icon, hotkey }, checked, autofocus }: QuickChoiceProps) {
  return (
    <label class="ww-quick__choice" data-key={hotkey}>
      <input type={type} id={id} name={name} value={value} checked={checked} autofocus={autofocus} aria-keyshortcuts={hotkey} />
      {icon && <Icon name={icon} />}
      <span class="ww-quick__word">{label}</span>
      {hotkey && <KeyOf hotkey={hotkey} />}
    </label>
  );
}

/** The key that presses it, for the eye. */
export function KeyOf({ hotkey }: { hotkey: string }) {
  return (
    <span class="ww-needs-keys" aria-hidden="true">
      <Kbd>{hotkey}</Kbd>
    </span>
  );
}

/** A field and the key that puts the cursor in it: a second label, which only the eye sees. */
export function WithKey({ name, hotkey, isShort, children }: { name: string; hotkey: string; isShort?: boolean; children: ComponentChildren }) {
  return (
    <div class={isShort ? 'ww-quick-field ww-quick-field--short' : 'ww-quick-field'}>
      {children}
      <label class="ww-quick-field__key" for={fieldId({ name })} data-key={hotkey} aria-hidden="true">
        <KeyOf hotkey={hotkey} />
      </label>
    </div>
  );
}
