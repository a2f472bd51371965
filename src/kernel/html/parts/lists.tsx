import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { text } from '../messages.ts';
import { StatusChip, type Tone } from './status-chip.tsx';

export interface TaskListProps {
  /** Says what the list holds. */
  label: string;
  items: readonly {
    label: string;
    href?: string;
    hint?: ComponentChildren;
    status: { label: string; tone?: Tone };
  }[];
}

/** What is to be done, each with where it stands. */
export function TaskList({ label, items }: TaskListProps) {
  return (
    <ul class="ww-tasks" aria-label={label}>
      {items.map((item) => (
        <li class="ww-tasks__item">
          <div class="ww-tasks__words">
            {item.href ? (
              <a class="ww-tasks__link" href={item.href}>
                {item.label}
              </a>
            ) : (
              <span>{item.label}</span>
            )}
            {item.hint && <div class="ww-tasks__hint">{item.hint}</div>}
          </div>
          <StatusChip tone={item.status.tone}>{item.status.label}</StatusChip>
        </li>
      ))}
    </ul>
  );
}

export interface SummaryRow {
  label: string;
  /** Nothing shows "niet ingevuld". */
  value?: ComponentChildren;
  /** Where this answer is changed. */
  changeHref?: string;
}

export interface SummaryListProps {
  locale: Locale;
  rows: readonly SummaryRow[];
}

/** Facts of one thing: a name, its value, and where it is changed. */
export function SummaryList({ locale, rows }: SummaryListProps) {
  return (
    <dl class="ww-summary">
      {rows.map(({ label, value, changeHref }) => (
        <div class="ww-summary__row">
          <dt class="ww-summary__label">{label}</dt>
          <dd class="ww-summary__value">{value ?? <span class="ww-summary__empty">{text(locale, 'summary.empty')}</span>}</dd>
          {changeHref && (
            <dd class="ww-summary__act">
              <a class="utrecht-link utrecht-link--html-a" href={changeHref}>
                {text(locale, 'summary.change')}
                <span class="ww-out-of-sight"> {label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export interface CheckAnswersProps {
  locale: Locale;
  sections: readonly { title: string; rows: readonly SummaryRow[] }[];
  /** The form that sends it. */
  children?: ComponentChildren;
}

/** Read back before sending. */
export function CheckAnswers({ locale, sections, children }: CheckAnswersProps) {
  return (
    <div class="ww-check-answers">
      {sections.map(({ title, rows }) => (
        <section class="ww-check-answers__section">
          <h2 class="utrecht-heading-2">{title}</h2>
          <SummaryList locale={locale} rows={rows} />
        </section>
      ))}
      {children}
    </div>
  );
}
