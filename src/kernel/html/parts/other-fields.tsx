import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';
import { describedBy, fieldId, FieldFrame, type FieldProps } from './field.tsx';

export interface SearchFieldProps {
  locale: Locale;
  name: string;
  label: string;
  value?: string;
  id?: string;
  placeholder?: string;
  autofocus?: boolean;
}

/** A search box with its button; stands in a GET form. */
export function SearchField({ locale, name, label, value, id = name, placeholder, autofocus }: SearchFieldProps) {
  return (
    <div class="ww-search" role="search" aria-label={label}>
      <label class="ww-out-of-sight" for={id}>
        {label}
      </label>
      <input
        class="utrecht-textbox utrecht-textbox--html-input ww-search__input"
        type="search"
        id={id}
        name={name}
        value={value}
        placeholder={placeholder}
        autofocus={autofocus}
        autocomplete="off"
        spellcheck={false}
      />
      <button class="ww-search__button" type="submit">
        <Icon name="search" />
        <span class="ww-out-of-sight">{text(locale, 'search.act')}</span>
      </button>
    </div>
  );
}

export interface FileFieldProps extends FieldProps {
  /** What may be chosen: `.csv,.xlsx`. */
  accept?: string;
  multiple?: boolean;
}

/** A file; its form needs `enctype="multipart/form-data"` (`hasFiles`). */
export function FileField(props: FileFieldProps) {
  const { name, accept, multiple, required, error } = props;
  const id = fieldId(props);
  return (
    <FieldFrame {...props}>
      <input
        class="ww-file"
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      />
    </FieldFrame>
  );
}

export function Hidden({ name, value }: { name: string; value: string | number | undefined }) {
  return <input type="hidden" name={name} value={value} />;
}
