import type { Locale } from '../../i18n/locale.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';
import { Hidden } from './other-fields.tsx';

export interface ProgressProps {
  locale: Locale;
  /** What is going on: "Rijen worden ingelezen". */
  label: string;
  done: number;
  /** Unknown as long as it is being counted. */
  total?: number;
  /** One sentence about what is being done now. */
  detail?: string;
  /** Address of this page, for who has no script. */
  refreshHref: string;
  /** Stops it; nothing half-saved. */
  stop?: { action: string; once: string; label?: string };
  /** It has ended: the island stops asking. */
  finished?: boolean;
}

/** For anything over a second: what is done, what is left, stop. With `islands={['refresh.js']}` on the page the part renews itself. */
export function Progress({ locale, label, done, total, detail, refreshHref, stop, finished }: ProgressProps) {
  return (
    <section class="ww-progress" id="progress" data-live={finished ? undefined : refreshHref} aria-live="polite">
      <h2 class="ww-progress__label" id="progress-label">
        {label}
      </h2>
      <progress class="ww-progress__bar" aria-labelledby="progress-label" value={total === undefined ? undefined : done} max={total} />
      <p class="ww-progress__words">
        {total === undefined
          ? text(locale, 'progress.counting', { done: formatNumber(locale, done) })
          : text(locale, 'progress.done', { done: formatNumber(locale, done), total: formatNumber(locale, total), left: formatNumber(locale, Math.max(0, total - done)) })}
        {detail && <> {detail}</>}
      </p>
      {!finished && (
        <div class="ww-button-row">
          {stop && (
            <form action={stop.action} method="post" data-once="">
              <Hidden name="_key" value={stop.once} />
              <button class="ww-button utrecht-button utrecht-button--secondary-action" type="submit">
                {stop.label ?? text(locale, 'progress.stop')}
              </button>
            </form>
          )}
          <a class="ww-button utrecht-button utrecht-button--subtle" href={refreshHref}>
            <Icon name="refresh-cw" /> <span>{text(locale, 'progress.refresh')}</span>
          </a>
        </div>
      )}
    </section>
  );
}
