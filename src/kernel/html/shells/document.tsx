import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { Icon } from '../icons/icon.tsx';
import { tabIcon } from '../mark.tsx';
import { text } from '../messages.ts';

export interface DocumentProps {
  frame: Frame;
  title: string;
  /** Which kind of page: sets the rhythm and the size of type. */
  kind: 'work' | 'along' | 'welcome' | 'plain';
  /** Islands that this page has besides the keys, by logical name: `refresh.js`. */
  islands?: readonly string[];
  children: ComponentChildren;
}

/** The parts that every page has: head, skip link, the word that this is a demonstration. */
export function Document({ frame, title, kind, islands = [], children }: DocumentProps) {
  const { locale, direction, assets, tenantName, tenantTheme, demo } = frame;
  return (
    <html lang={locale} dir={direction} class={`utrecht-document utrecht-document--surface ww ww--${kind}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} · ${tenantName ?? 'Wegwijs'}`}</title>
        <link rel="icon" href={tabIcon} />
        <link rel="stylesheet" href={assets('theme.css')} />
        {tenantTheme && <link rel="stylesheet" href={tenantTheme} />}
        {['keys.js', ...islands].map((island) => (
          <script type="module" src={assets(island)} />
        ))}
      </head>
      <body>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus ww-skip" href="#main">
          {text(locale, 'page.skip')}
        </a>
        {demo && (
          <aside class="ww-demo" aria-label={text(locale, 'page.demo-label')}>
            {text(locale, 'page.demo')}
          </aside>
        )}
        {children}
      </body>
    </html>
  );
}

const noticeIcons = { done: 'circle-check', warning: 'triangle-alert', error: 'octagon-alert' } as const;

/** What the previous act came to, once, above the page. */
export function NoticeArea({ frame: { notice } }: { frame: Frame }) {
  if (!notice) return null;
  return (
    <div class={`ww-notice ww-notice--${notice.kind}`} role={notice.kind === 'error' ? 'alert' : 'status'}>
      <Icon name={noticeIcons[notice.kind]} size={24} />
      <p>{notice.text}</p>
      {notice.undo && (
        <form method="post" action={notice.undo.action} data-once="">
          <button class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action" type="submit">
            <Icon name="undo-2" mirrors /> <span>{notice.undo.label}</span>
          </button>
        </form>
      )}
    </div>
  );
}
