import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icons.ts';

export interface AlertProps {
  kind?: 'info' | 'done' | 'warning' | 'error';
  title?: string;
  /** Read out at once; for what comes after an act. Errors always are. */
  announced?: boolean;
  children: ComponentChildren;
}

const alertShapes: Record<NonNullable<AlertProps['kind']>, { icon: IconName; class: string }> = {
  info: { icon: 'info', class: 'ww-alert ww-alert--info' },
  done: { icon: 'circle-check', class: 'ww-alert ww-alert--done' },
  warning: { icon: 'triangle-alert', class: 'ww-alert ww-alert--warning' },
  error: { icon: 'octagon-alert', class: 'ww-alert ww-alert--error' },
};

export function Alert({ kind = 'info', title, announced, children }: AlertProps) {
  const shape = alertShapes[kind];
  return (
    <div class={shape.class} role={kind === 'error' ? 'alert' : announced ? 'status' : undefined}>
      <Icon name={shape.icon} size={24} />
      <div class="ww-alert__words">
        {title && <p class="ww-alert__title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}

export interface PanelProps {
  title?: string;
  /** Level of the title; 2 unless told. */
  level?: 2 | 3;
  /** A link or small button beside the title. */
  act?: ComponentChildren;
  /** No padding: a table reaches the edges. */
  flush?: boolean;
  /** Something waits here. */
  tone?: 'waiting' | 'harm';
  id?: string;
  children: ComponentChildren;
}

/** A part of a page with its own title. */
export function Panel({ title, level = 2, act, flush, tone, id, children }: PanelProps) {
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <section class={`ww-panel${flush ? ' ww-panel--flush' : ''}${tone ? ` ww-panel--${tone}` : ''}`} id={id}>
      {(title || act) && (
        <div class="ww-panel__head">
          {title && <Heading class="ww-panel__title">{title}</Heading>}
          {act}
        </div>
      )}
      <div class="ww-panel__body">{children}</div>
    </section>
  );
}

export interface CardProps {
  title: string;
  /** The whole card goes there. */
  href?: string;
  icon?: IconName;
  /** Of its title: 2 where the cards stand right under the page's own title. */
  level?: 2 | 3;
  children?: ComponentChildren;
}

/** One thing among its like: a practice, a service, a place to go to. */
export function Card({ title, href, icon, level = 3, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class={href ? 'ww-card ww-card--link' : 'ww-card'}>
      {icon && (
        <span class="ww-card__icon">
          <Icon name={icon} size={24} />
        </span>
      )}
      <div class="ww-card__words">
        <Heading class="ww-card__title">{href ? <a href={href}>{title}</a> : title}</Heading>
        {children}
      </div>
    </div>
  );
}

export interface StatProps {
  /** Already in the reader's digits and format. */
  value: string;
  /** What the figure says: "gezinnen wachten op een gesprek". */
  sentence: string;
  href?: string;
  tone?: 'waiting' | 'harm' | 'done';
  hint?: string;
}

/** A figure that reads as a sentence. */
export function Stat({ value, sentence, href, tone, hint }: StatProps) {
  const words = (
    <>
      <span class="ww-stat__value">{value}</span> <span class="ww-stat__sentence">{sentence}</span>
    </>
  );
  return (
    <div class={tone ? `ww-stat ww-stat--${tone}` : 'ww-stat'}>
      {href ? (
        <a class="ww-stat__link" href={href}>
          {words}
        </a>
      ) : (
        <p class="ww-stat__link">{words}</p>
      )}
      {hint && <p class="ww-stat__hint">{hint}</p>}
    </div>
  );
}

/** Cards, stats or panels beside each other where there is room. */
export function Tiles({ children, size = 'medium' }: { children: ComponentChildren; size?: 'small' | 'medium' | 'large' }) {
  return <div class={`ww-tiles ww-tiles--${size}`}>{children}</div>;
}

/** A main column and a narrower one beside it, which comes after it on narrow screens. */
export function Columns({ main, side }: { main: ComponentChildren; side: ComponentChildren }) {
  return (
    <div class="ww-columns">
      <div class="ww-columns__main">{main}</div>
      <div class="ww-columns__side">{side}</div>
    </div>
  );
}

export interface EmptyStateProps {
  title: string;
  icon?: IconName;
  /** What this page is for. */
  children: ComponentChildren;
  /** The first act. */
  act?: ComponentChildren;
}

export function EmptyState({ title, icon = 'signpost', children, act }: EmptyStateProps) {
  return (
    <div class="ww-empty">
      <span class="ww-empty__icon">
        <Icon name={icon} size={48} />
      </span>
      <h2 class="ww-empty__title">{title}</h2>
      <div class="ww-empty__words">{typeof children === 'string' ? <p>{children}</p> : children}</div>
      {act && <div class="ww-empty__act">{act}</div>}
    </div>
  );
}

export interface TabsProps {
  /** What the parts are parts of. */
  label: string;
  items: readonly { href: string; label: string; current?: boolean; count?: number }[];
}

/** Parts of one thing, each a page of its own. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav class="ww-tabs" aria-label={label}>
      <ul>
        {items.map(({ href, label: name, current, count }) => (
          <li>
            <a class="ww-tabs__link" href={href} aria-current={current ? 'page' : undefined}>
              {name}
              {count !== undefined && <span class="ww-count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** More for who wants it, closed at first. */
export function DescriptionDetails({ summary, open, children }: { summary: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="ww-details" open={open}>
      <summary class="ww-details__summary">{summary}</summary>
      <div class="ww-details__body">{children}</div>
    </details>
  );
}

/** A key of the keyboard. */
export function Kbd({ children }: { children: ComponentChildren }) {
  return <kbd class="ww-kbd">{children}</kbd>;
}
