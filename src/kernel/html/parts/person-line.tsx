import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';

export interface PersonLineProps {
  locale: Locale;
  /** As the person writes it in Latin script. */
  name: string;
  /** The name in the other scripts that the person uses. */
  otherNames?: readonly { text: string; lang?: string; dir?: 'ltr' | 'rtl' }[];
  href?: string;
  /** Names of the contact languages, best first. */
  languages?: readonly string[];
  /** "gezin met 4", or the name of the household. */
  household?: string;
  /** Anything short that tells two people apart: a birth year, a street. */
  detail?: string;
  /** What waits for this person; a word or a chip. */
  waits?: ComponentChildren;
}

export function PersonLine({ locale, name, otherNames = [], href, languages = [], household, detail, waits }: PersonLineProps) {
  return (
    <div class="ww-person">
      <span class="ww-person__names">
        {href ? (
          <a class="ww-person__name" href={href}>
            {name}
          </a>
        ) : (
          <span class="ww-person__name">{name}</span>
        )}
        {otherNames.map((other) => (
          <bdi class="ww-person__other" lang={other.lang} dir={other.dir}>
            {other.text}
          </bdi>
        ))}
      </span>
      <span class="ww-person__facts">
        {languages.length > 0 && (
          <span class="ww-person__fact">
            <Icon name="languages" size={16} />
            <span class="ww-out-of-sight">{text(locale, 'person.languages')}</span> {languages.join(', ')}
          </span>
        )}
        {household && (
          <span class="ww-person__fact">
            <Icon name="users" size={16} />
            <span class="ww-out-of-sight">{text(locale, 'person.household')}</span> {household}
          </span>
        )}
        {detail && <span class="ww-person__fact">{detail}</span>}
      </span>
      {waits && <span class="ww-person__waits">{waits}</span>}
    </div>
  );
}
