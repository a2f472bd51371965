import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { Icon } from '../icons/icon.tsx';
import { WordMark } from '../mark.tsx';
import { text } from '../messages.ts';
import { AccountMenu } from './account-menu.tsx';
import { Document, NoticeArea } from './document.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PlaceLinks, withKeys, type PlaceWithKey } from './navigation.tsx';

export interface Crumb {
  href: string;
  label: string;
}

export interface WorkPageProps {
  frame: Frame;
  title: string;
  /** One sentence under the title, or the chips of the thing shown. */
  lead?: ComponentChildren;
  /** The page's one main act: a `LinkButton` or `Button` with `hotkey="n"`. */
  act?: ComponentChildren;
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[];
  /** The whole width: for lists of many columns. */
  wide?: boolean;
  /** Islands of this page, by logical name: `refresh.js`. */
  islands?: readonly string[];
  children: ComponentChildren;
}

/** The desk: rail, search, title with its one act, content. */
export function WorkPage({ frame, title, lead, act, crumbs = [], wide, islands, children }: WorkPageProps) {
  const places = withKeys(frame.navigation);
  return (
    <Document frame={frame} title={title} kind="work" islands={islands}>
      <div class="ww-desk">
        <Top frame={frame} places={places} />
        <nav class="ww-rail" aria-label={text(frame.locale, 'navigation.title')}>
          <PlaceLinks frame={frame} places={places} withHotkeys />
        </nav>
        <main class={wide ? 'ww-main ww-main--wide' : 'ww-main'} id="main" tabIndex={-1}>
          {crumbs.length > 0 && <Crumbs frame={frame} crumbs={crumbs} title={title} />}
          <NoticeArea frame={frame} />
          <div class="ww-page-head">
            <div class="ww-page-head__words">
              <h1 class="utrecht-heading-1 ww-page-head__title">{title}</h1>
              {lead && <div class="ww-page-head__lead">{lead}</div>}
            </div>
            {act && <div class="ww-page-head__act">{act}</div>}
          </div>
          {children}
        </main>
      </div>
      <KeysDialog locale={frame.locale} places={places} />
    </Document>
  );
}

function Top({ frame, places }: { frame: Frame; places: readonly PlaceWithKey[] }) {
  const { locale, tenantName, searchQuery } = frame;
  return (
    <header class="ww-top">
      <a class="ww-top__home" href="/">
        <WordMark size={28} />
        {tenantName && <span class="ww-top__tenant">{tenantName}</span>}
      </a>
      <details class="ww-menu">
        <summary class="ww-menu__open">
          <Icon name="menu" />
          <span>{text(locale, 'navigation.menu')}</span>
        </summary>
        <nav class="ww-menu__places" aria-label={text(locale, 'navigation.title')}>
          <PlaceLinks frame={frame} places={places} />
        </nav>
      </details>
      <form class="ww-top__search" action="/search" method="get" role="search" aria-label={text(locale, 'search.everything')}>
        <label class="ww-out-of-sight" for="global-search">
          {text(locale, 'search.everything')}
        </label>
        <Icon name="search" />
        <input id="global-search" class="ww-top__input" type="search" name="q" value={searchQuery} placeholder={text(locale, 'search.placeholder')} autocomplete="off" spellcheck={false} aria-keyshortcuts="/" data-key-search="" />
        <kbd class="ww-kbd ww-needs-keys" aria-hidden="true">
          /
        </kbd>
        <button class="ww-out-of-sight" type="submit" tabIndex={-1}>
          {text(locale, 'search.act')}
        </button>
      </form>
      <AccountMenu frame={frame} />
    </header>
  );
}

function Crumbs({ frame, crumbs, title }: { frame: Frame; crumbs: readonly Crumb[]; title: string }) {
  return (
    <nav class="ww-crumbs" aria-label={text(frame.locale, 'page.crumbs')}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
            <Icon name="chevron-right" size={16} mirrors />
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
