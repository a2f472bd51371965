import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icons.ts';

export interface TimelineEntry {
  /** ISO 8601, for machines. */
  moment: string;
  /** As people say it: "dinsdag 3 maart, 14:30". */
  when: string;
  /** What happened, as a sentence without its subject's name where that stands in `who`. */
  title: ComponentChildren;
  who?: string;
  detail?: ComponentChildren;
  icon?: IconName;
  tone?: 'waiting' | 'done' | 'harm';
}

export interface TimelineProps {
  /** Newest first or oldest first as given. */
  entries: readonly TimelineEntry[];
  label: string;
  /** Link to what came before. */
  more?: { href: string; label: string };
}

export function Timeline({ entries, label, more }: TimelineProps) {
  return (
    <div class="ww-timeline">
      <ol class="ww-timeline__list" aria-label={label}>
        {entries.map((entry) => (
          <li class={entry.tone ? `ww-timeline__entry ww-timeline__entry--${entry.tone}` : 'ww-timeline__entry'}>
            <span class="ww-timeline__mark">
              <Icon name={entry.icon ?? 'circle-dot'} size={16} />
            </span>
            <div class="ww-timeline__body">
              <p class="ww-timeline__title">{entry.title}</p>
              {entry.detail && <div class="ww-timeline__detail">{entry.detail}</div>}
              <p class="ww-timeline__when">
                <time dateTime={entry.moment}>{entry.when}</time>
                {entry.who && <> · {entry.who}</>}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {more && (
        <a class="ww-timeline__more" href={more.href}>
          {more.label}
        </a>
      )}
    </div>
  );
}
