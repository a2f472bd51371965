import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { Kbd } from '../parts/panels.tsx';
import { text } from '../messages.ts';
import type { PlaceWithKey } from './navigation.tsx';

/** The list of keys, opened by `?`; without script it stays closed and nothing is lost. */
export function KeysDialog({ locale, places }: { locale: Locale; places: readonly PlaceWithKey[] }) {
  return (
    <dialog class="ww-keys" id="keys" aria-labelledby="keys-title">
      <h2 class="utrecht-heading-2" id="keys-title">
        {text(locale, 'keys.title')}
      </h2>
      <dl class="ww-keys__list">
        {row(<Kbd>/</Kbd>, text(locale, 'keys.search'))}
        {row(<Kbd>n</Kbd>, text(locale, 'keys.act'))}
        {row(
          <>
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </>,
          text(locale, 'keys.submit'),
        )}
        {places.map(({ key, label }) =>
          row(
            <>
              <Kbd>g</Kbd> <Kbd>{key}</Kbd>
            </>,
            text(locale, 'keys.go', { place: label }),
          ),
        )}
        {row(<Kbd>?</Kbd>, text(locale, 'keys.list'))}
      </dl>
      <form method="dialog">
        <button class="ww-button utrecht-button utrecht-button--secondary-action" type="submit">
          {text(locale, 'keys.close')}
        </button>
      </form>
    </dialog>
  );
}

function row(keys: ComponentChildren, words: string) {
  return (
    <div>
      <dt>{keys}</dt>
      <dd>{words}</dd>
    </div>
  );
}
