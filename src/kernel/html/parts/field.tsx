import type { ComponentChildren } from 'preact';
import { direction, type Locale } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';

/** What every field has: its words stand around it, the error beside it. */
export interface FieldProps {
  locale: Locale;
  name: string;
  label: string;
  hint?: string;
  /** Plain words: what is wrong and what to do. */
  error?: string;
  /** Says "niet verplicht" after the label: name what may be left out, not what must be filled in. */
  optional?: boolean;
  required?: boolean;
  /** Defaults to the name; needed when a name stands twice on a page. */
  id?: string;
  hideLabel?: boolean;
  /** The label in another language, under it: for forms filled in together with a newcomer. */
  other?: { text: string; lang: string; dir: 'ltr' | 'rtl' };
  /** Language of the label, when it is not the page's: Dutch on a page in Arabic. */
  labelLang?: string;
}

/** The id of a field: what an error summary links to. */
export function fieldId({ id, name }: { id?: string; name: string }): string {
  return id ?? name.replace(/[^A-Za-z0-9_-]+/g, '-');
}

/** The ids of the hint and the error, for `aria-describedby`; undefined when there is neither. */
export function describedBy(id: string, { hint, error }: { hint?: string; error?: string }): string | undefined {
  if (hint && error) return `${id}-error ${id}-hint`;
  if (error) return `${id}-error`;
  return hint ? `${id}-hint` : undefined;
}

interface FieldFrameProps extends FieldProps {
  children: ComponentChildren;
}

/** Label, hint, error and then the input that it is given. */
export function FieldFrame(props: FieldFrameProps) {
  const { locale, hint, error, optional, hideLabel, children } = props;
  const id = fieldId(props);
  return (
    <div class={error ? 'utrecht-form-field utrecht-form-field--invalid ww-field' : 'utrecht-form-field ww-field'}>
      <label class={hideLabel ? 'ww-out-of-sight' : 'utrecht-form-label ww-field__label'} for={id}>
        <LabelWords {...props} />
        {optional && <OptionalMark locale={locale} />}
      </label>
      <FieldWords locale={locale} id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

interface GroupFrameProps extends FieldProps {
  children: ComponentChildren;
  /** `radiogroup` so that a required choice can be said; a set of checkboxes has none. */
  role?: 'radiogroup';
}

/** Several inputs under one question: fieldset and legend. */
export function GroupFrame(props: GroupFrameProps) {
  const { locale, hint, error, optional, required, hideLabel, children, role } = props;
  const id = fieldId(props);
  return (
    <fieldset
      id={`${id}-group`}
      role={role}
      class={error ? 'utrecht-form-fieldset--html-fieldset utrecht-form-fieldset--invalid ww-field' : 'utrecht-form-fieldset--html-fieldset ww-field'}
      aria-describedby={describedBy(id, { hint, error })}
      aria-required={role && required ? 'true' : undefined}
      aria-invalid={role && error ? 'true' : undefined}
    >
      <legend class={hideLabel ? 'ww-out-of-sight' : 'utrecht-form-fieldset__legend ww-field__label'}>
        <LabelWords {...props} />
        {optional && <OptionalMark locale={locale} />}
      </legend>
      <FieldWords locale={locale} id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

function OptionalMark({ locale }: { locale: Locale }) {
  return <span class="ww-field__optional"> ({text(locale, 'field.optional')})</span>;
}

/** The label, and under it the same in a second language. */
function LabelWords({ label, labelLang, other }: FieldProps) {
  return (
    <>
      {labelLang ? (
        <span lang={labelLang} dir={direction(labelLang)}>
          {label}
        </span>
      ) : (
        label
      )}
      {other && (
        <span class="ww-choice__other" lang={other.lang} dir={other.dir}>
          {other.text}
        </span>
      )}
    </>
  );
}

function FieldWords({ locale, id, hint, error }: { locale: Locale; id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && (
        <p class="utrecht-form-field-description ww-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="utrecht-form-field-error-message ww-field__error" id={`${id}-error`}>
          <Icon name="circle-alert" size={16} />
          <span class="ww-out-of-sight">{text(locale, 'field.error')}</span> {error}
        </p>
      )}
    </>
  );
}
