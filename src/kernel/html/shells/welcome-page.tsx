import type { ComponentChildren } from 'preact';
import { direction, type Locale } from '../../i18n/locale.ts';
import type { Frame } from '../frame.ts';
import { Mark } from '../mark.tsx';
import { text } from '../messages.ts';
import { Document, NoticeArea } from './document.tsx';

export interface WelcomeLanguage {
  locale: Locale;
  /** The language's name in that language. */
  label: string;
  href: string;
  current?: boolean;
}

export interface WelcomePageProps {
  /** Its locale is the contact language, which sets the direction of the page. */
  frame: Frame;
  /** In Dutch. */
  title: string;
  /** The title in the contact language. */
  otherTitle?: string;
  /** Who speaks here, when that is not the authority. */
  sender?: string;
  languages: readonly WelcomeLanguage[];
  /** Islands of this page, by logical name: `refresh.js`. */
  islands?: readonly string[];
  children: ComponentChildren;
}

/** For newcomers, landlords and partners by link: large, one message, Dutch with the contact language beside it. */
export function WelcomePage({ frame, title, otherTitle, sender, languages, islands, children }: WelcomePageProps) {
  const { locale } = frame;
  return (
    <Document frame={frame} title={title} kind="welcome" islands={islands}>
      <header class="ww-welcome-top">
        <span class="ww-welcome-top__sender">
          <Mark size={40} />
          <span>{sender ?? frame.tenantName ?? 'Wegwijs'}</span>
        </span>
        {languages.length > 1 && <Languages locale={locale} languages={languages} />}
      </header>
      <main class="ww-welcome-main" id="main" tabIndex={-1}>
        <NoticeArea frame={frame} />
        <h1 class="ww-welcome-main__title ww-beside">
          <span lang="nl" dir="ltr">
            {title}
          </span>
          {otherTitle && locale !== 'nl' && (
            <span class="ww-welcome-main__other" lang={locale} dir={direction(locale)}>
              {otherTitle}
            </span>
          )}
        </h1>
        {children}
      </main>
    </Document>
  );
}

function Languages({ locale, languages }: { locale: Locale; languages: readonly WelcomeLanguage[] }) {
  return (
    <nav class="ww-languages" aria-label={text(locale, 'welcome.languages')}>
      <ul>
        {languages.map((language) => (
          <li>
            <a href={language.href} lang={language.locale} dir={direction(language.locale)} hreflang={language.locale} aria-current={language.current ? 'true' : undefined}>
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
