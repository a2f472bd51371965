import type { Locale } from '../i18n/locale.ts';
import type { IconName } from './icons/icons.ts';

/** One place in the rail (Work) or the bottom bar (Along). */
export interface NavigationItem {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** How many things wait there for this person; none shows nothing. */
  waits?: number;
  /** The letter after `g` that goes there; by default the first free letter of the label. */
  key?: string;
}

export interface Notice {
  kind: 'done' | 'warning' | 'error';
  text: string;
  /** Takes the act back: a form that posts to `action`. */
  undo?: { action: string; label: string };
}

/** What every page stands in: made once per request by the HTTP layer, plain data. */
export interface Frame {
  locale: Locale;
  direction: 'ltr' | 'rtl';
  /** Path of the page itself, with its query: where signing in or changing language comes back to. */
  path: string;
  tenantName?: string;
  /** Address of the authority's stylesheet of custom properties (see `tenantTheme`). */
  tenantTheme?: string;
  /** Absent when nobody is signed in. */
  actorName?: string;
  roleNames?: readonly string[];
  /** What stands in the menu under the name, above signing out. */
  accountLinks?: readonly { href: string; label: string }[];
  navigation: readonly NavigationItem[];
  /** From the logical name of an asset (`theme.css`, `keys.js`) to its address with its hash. */
  assets: (logicalName: string) => string;
  notice?: Notice;
  searchQuery?: string;
  /** The made-up authority: every page says so. */
  demo?: boolean;
}
