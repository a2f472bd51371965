import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';
import { Button, type ButtonLook } from './button.tsx';

export interface ReadAloudProps {
  /** The language that is read: the button speaks it too. */
  locale: Locale;
  /** Id of the element that is read, in its own `lang`. */
  of: string;
}

/** Reads a part of the page aloud; shown only where the browser has a voice for its language (`islands={['read-aloud.js']}`). */
export function ReadAloud({ locale, of }: ReadAloudProps) {
  return (
    <button class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action ww-no-print" type="button" data-read={of} aria-pressed="false" hidden>
      <Icon name="volume-2" />
      <span lang={locale}>{text(locale, 'read-aloud.act')}</span>
    </button>
  );
}

/** Opens the browser's print window; shown only once script runs, since the browser's own menu does the same. */
export function PrintButton({ locale, look = 'secondary' }: { locale: Locale; look?: ButtonLook }) {
  return (
    <span class="ww-needs-script ww-no-print" data-print="">
      <Button type="button" look={look} icon="printer">
        {text(locale, 'print.act')}
      </Button>
    </span>
  );
}
