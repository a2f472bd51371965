import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';

export interface FigureProps {
  locale: Locale;
  id: string;
  /** What it shows, as a sentence with the outcome in it. */
  sentence: string;
  /** The drawing (SVG with presentation attributes). */
  children: ComponentChildren;
  /** The same figures as a `Table` (with `keepTable`). */
  table: ComponentChildren;
  source: { label: string; href?: string; licence?: string };
  /** On how many it rests. */
  n?: number;
  csvHref?: string;
  /** A caution: what the figure does not say, what is suppressed. */
  note?: string;
  level?: 2 | 3;
}

export function Figure({ locale, id, sentence, children, table, source, n, csvHref, note, level = 2 }: FigureProps) {
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <figure class="ww-figure" id={id} aria-labelledby={`${id}-sentence`}>
      <Heading class="ww-figure__sentence" id={`${id}-sentence`}>
        {sentence}
      </Heading>
      <div class="ww-figure__drawing">{children}</div>
      <figcaption class="ww-figure__foot">
        {note && <p class="ww-figure__note">{note}</p>}
        <p>
          {n !== undefined && <>{text(locale, 'figure.n', { n: formatNumber(locale, n) })} · </>}
          {text(locale, 'figure.source')} {source.href ? <a href={source.href}>{source.label}</a> : source.label}
          {source.licence && <> ({source.licence})</>}
        </p>
        <div class="ww-figure__acts">
          <details class="ww-details">
            <summary class="ww-details__summary">{text(locale, 'figure.table')}</summary>
            {table}
          </details>
          {csvHref && (
            <a class="ww-figure__csv" href={csvHref} download>
              <Icon name="download" size={16} /> {text(locale, 'figure.csv')}
              <span class="ww-out-of-sight">: {sentence}</span>
            </a>
          )}
        </div>
      </figcaption>
    </figure>
  );
}
