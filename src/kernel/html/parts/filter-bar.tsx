import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';
import { Hidden } from './other-fields.tsx';

export interface FilterBarProps {
  locale: Locale;
  /** The list's own path: filters are a GET form, so that a filtered list can be linked to and kept. */
  action: string;
  /** The count as a sentence: "128 open vragen". */
  result: string;
  /** Filters that are on, each with the address of the list without it. */
  active?: readonly { label: string; removeHref: string }[];
  /** The list without filters. */
  clearHref?: string;
  /** Kept lists: "Mijn vragen", "Wacht op antwoord". */
  saved?: readonly { label: string; href: string; current?: boolean }[];
  /** What must survive a new filter: the sorting. */
  keep?: Record<string, string | undefined>;
  /** The fields. */
  children: ComponentChildren;
}

export function FilterBar({ locale, action, result, active = [], clearHref, saved, keep = {}, children }: FilterBarProps) {
  return (
    <section class="ww-filter" aria-label={text(locale, 'filter.title')}>
      {saved && <SavedLists locale={locale} saved={saved} />}
      <form class="ww-filter__form" action={action} method="get">
        {Object.entries(keep).map(([name, value]) => value !== undefined && <Hidden name={name} value={value} />)}
        <div class="ww-filter__fields">{children}</div>
        <button class="ww-button utrecht-button utrecht-button--secondary-action ww-filter__act" type="submit">
          <Icon name="funnel" />
          <span>{text(locale, 'filter.act')}</span>
        </button>
      </form>
      <div class="ww-filter__outcome">
        <p class="ww-filter__result" role="status">
          {result}
        </p>
        {active.length > 0 && (
          <ul class="ww-filter__active" aria-label={text(locale, 'filter.active')}>
            {active.map(({ label, removeHref }) => (
              <li>
                <a class="ww-filter__chip" href={removeHref} title={text(locale, 'filter.remove', { filter: label })}>
                  {label} <Icon name="x" size={16} />
                  <span class="ww-out-of-sight">{text(locale, 'filter.remove-short')}</span>
                </a>
              </li>
            ))}
            {clearHref && (
              <li>
                <a class="ww-filter__clear" href={clearHref}>
                  {text(locale, 'filter.clear')}
                </a>
              </li>
            )}
          </ul>
        )}
      </div>
    </section>
  );
}

function SavedLists({ locale, saved }: { locale: Locale; saved: NonNullable<FilterBarProps['saved']> }) {
  return (
    <ul class="ww-filter__saved" aria-label={text(locale, 'filter.saved')}>
      {saved.map(({ label, href, current }) => (
        <li>
          <a href={href} aria-current={current ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

export interface PaginationProps {
  locale: Locale;
  /** Keyset paging: there is a next or a previous page, or there is not; no page numbers. */
  previousHref?: string;
  nextHref?: string;
  /** "1 tot 50". */
  summary?: string;
}

export function Pagination({ locale, previousHref, nextHref, summary }: PaginationProps) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav class="ww-pagination" aria-label={text(locale, 'pagination.title')}>
      {previousHref && (
        <a class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action" href={previousHref} rel="prev">
          <Icon name="arrow-left" mirrors /> <span>{text(locale, 'pagination.previous')}</span>
        </a>
      )}
      {summary && <span class="ww-pagination__summary">{summary}</span>}
      {nextHref && (
        <a class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action" href={nextHref} rel="next">
          <span>{text(locale, 'pagination.next')}</span> <Icon name="arrow-right" mirrors />
        </a>
      )}
    </nav>
  );
}
