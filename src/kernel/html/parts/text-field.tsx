import { describedBy, fieldId, FieldFrame, type FieldProps } from './field.tsx';

type InputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search';

export interface TextFieldProps extends FieldProps {
  value?: string;
  type?: 'text' | 'email' | 'tel' | 'password' | 'url' | 'number' | 'time' | 'date' | 'datetime-local';
  autocomplete?: string;
  inputMode?: InputMode;
  maxLength?: number;
  /** Width in characters: tells how much is expected. */
  size?: 2 | 4 | 8 | 12 | 20 | 32;
  /** Language and direction of what is typed, when it is not the page's: a name in Arabic script. */
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** The field that the cursor stands in when the page opens: one a page at most. */
  autofocus?: boolean;
  /** Id of a list of suggestions. */
  list?: string;
  min?: string | number;
  max?: string | number;
  step?: string | number;
}

export function TextField(props: TextFieldProps) {
  const { name, value, type = 'text', autocomplete, inputMode, maxLength, size, lang, dir, autofocus, list, min, max, step, required, error } = props;
  const id = fieldId(props);
  return (
    <FieldFrame {...props}>
      <input
        id={id}
        name={name}
        type={type}
        value={value}
        class={`utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}${size ? ` ww-size-${size}` : ''}`}
        autocomplete={autocomplete ?? 'off'}
        inputmode={inputMode}
        maxLength={maxLength}
        lang={lang}
        dir={dir}
        autofocus={autofocus}
        list={list}
        min={min}
        max={max}
        step={step}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxLength?: number;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
}

export function TextArea(props: TextAreaProps) {
  const { name, value, rows = 4, maxLength, lang, dir, required, error } = props;
  const id = fieldId(props);
  return (
    <FieldFrame {...props}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        lang={lang}
        dir={dir}
        required={required}
        class={`utrecht-textarea utrecht-textarea--html-textarea${error ? ' utrecht-textarea--invalid' : ''}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {value}
      </textarea>
    </FieldFrame>
  );
}
