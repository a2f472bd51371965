import { Alert, CheckboxField } from '../../../kernel/html/index.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from './messages.ts';

/** What looks like a name, and the box by which the writer says that it is none. */
export function NamesWarning({ names, locale }: { names: readonly string[]; locale: Locale }) {
  return (
    <Alert kind="warning" title={text(locale, 'names.title')}>
      <p>
        {text(locale, 'names.found')} <strong dir="auto">{names.join(', ')}</strong>
      </p>
      <CheckboxField locale={locale} name="namesChecked" label={text(locale, 'names.checked')} />
    </Alert>
  );
}
