import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { text } from '../messages.ts';
import { fieldId } from './field.tsx';
import { Hidden } from './other-fields.tsx';

export interface FormProps {
  action: string;
  method?: 'post' | 'get';
  /** Idempotency key made with the page: sending the form twice has one effect. Sent as `_key`. */
  once?: string;
  /** Version of the row that the page shows: the second writer is told. Sent as `version`. */
  version?: number;
  /** The form carries a file. */
  hasFiles?: boolean;
  id?: string;
  /** What the form is for, when no heading says so. */
  label?: string;
  /** Leave checking to the server, which answers with words beside the field; the browser's own bubbles are in another language. */
  noValidate?: boolean;
  children: ComponentChildren;
}

export function Form({ action, method = 'post', once, version, hasFiles, id, label, noValidate = true, children }: FormProps) {
  return (
    <form class="ww-form" action={action} method={method} id={id} aria-label={label} enctype={hasFiles ? 'multipart/form-data' : undefined} novalidate={noValidate} data-once={method === 'post' ? '' : undefined}>
      {once !== undefined && <Hidden name="_key" value={once} />}
      {version !== undefined && <Hidden name="version" value={version} />}
      {children}
    </form>
  );
}

export interface ErrorSummaryProps {
  locale: Locale;
  /** One sentence per field's name (`FieldErrors`); under the empty name, what is wrong with the form as a whole. */
  errors: Readonly<Record<string, string>>;
  /** The label of each field, put before its sentence: "Telefoon: vul een nummer in". */
  labels?: Readonly<Record<string, string>>;
  title?: string;
}

/** What must be put right, above the form, with links to the fields. Renders nothing when all is well. */
export function ErrorSummary({ locale, errors, labels = {}, title }: ErrorSummaryProps) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="ww-error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} id="error-summary" data-focus="">
      <h2 class="ww-error-summary__title" id="error-summary-title">
        {title ?? text(locale, 'error-summary.title', { count: entries.length })}
      </h2>
      <ul class="ww-error-summary__list">
        {entries.map(([name, sentence]) => (
          <li>{name ? <a href={`#${fieldId({ name })}`}>{labels[name] ? `${labels[name]}: ${sentence}` : sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** Fields beside each other where there is room. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="ww-field-row">{children}</div>;
}
