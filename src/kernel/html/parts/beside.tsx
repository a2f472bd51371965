import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { direction } from '../../i18n/locale.ts';

export interface BesideProps {
  nl: ComponentChildren;
  /** The same in the contact language; left out, the Dutch stands alone. */
  other?: ComponentChildren;
  /** Language of `other`. */
  locale: Locale;
  /** Gives the two texts the ids `<id>-nl` and `<id>-other`, for `ReadAloud`. */
  id?: string;
  /** Larger: the message of the page. */
  large?: boolean;
}

/** Dutch and the contact language beside each other; under each other on a telephone. The Dutch comes first, by law and to learn it. */
export function Beside({ nl, other, locale, id, large }: BesideProps) {
  const isAlone = other === undefined || locale === 'nl';
  return (
    <div class={`ww-beside${isAlone ? ' ww-beside--alone' : ''}${large ? ' ww-beside--large' : ''}`}>
      <div class="ww-beside__nl" lang="nl" dir="ltr" id={id && `${id}-nl`}>
        {nl}
      </div>
      {!isAlone && (
        <div class="ww-beside__other" lang={locale} dir={direction(locale)} id={id && `${id}-other`}>
          {other}
        </div>
      )}
    </div>
  );
}
