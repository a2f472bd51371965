import type { ComponentChildren } from 'preact';
import { Alert, Button, Hidden } from '../html/index.ts';
import type { Locale } from '../i18n/locale.ts';
import { text } from './messages.ts';
import type { Ceremony } from './passkey.ts';

export interface PasskeyFormProps {
  locale: Locale;
  action: string;
  use: 'make' | 'use';
  ceremony: Ceremony;
  label: string;
  look?: 'primary' | 'secondary';
  /** What goes along: hidden fields, or a name for the passkey. */
  children?: ComponentChildren;
  /** Around the form, hidden with it: a heading, a word. */
  before?: ComponentChildren;
}

/** A button that makes or uses a passkey. Hidden until `passkey.js` knows that the browser can. */
export function PasskeyForm({ locale, action, use, ceremony, label, look = 'primary', children, before }: PasskeyFormProps) {
  return (
    <div hidden data-passkey-part="">
      {before}
      <form class="ww-form" method="post" action={action} data-passkey={use} data-options={ceremony.options} aria-label={label}>
        <Hidden name="sealed" value={ceremony.sealed} />
        <Hidden name="passkey" value="" />
        {children}
        <div hidden data-passkey-failure="">
          <Alert kind="warning" announced>
            {text(locale, use === 'make' ? 'passkey.not-made' : 'passkey.not-used')}
          </Alert>
        </div>
        <Button look={look} icon="key-round">
          {label}
        </Button>
      </form>
    </div>
  );
}
