import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { WordMark } from '../mark.tsx';
import { Document, NoticeArea } from './document.tsx';

export interface PlainPageProps {
  frame: Frame;
  title: string;
  lead?: ComponentChildren;
  /** Under the panel: help, another way in. */
  below?: ComponentChildren;
  /** Islands of this page, by logical name: `refresh.js`. */
  islands?: readonly string[];
  children: ComponentChildren;
}

/** Signing in, the first run, an error: one panel in the middle and nothing else. */
export function PlainPage({ frame, title, lead, below, islands, children }: PlainPageProps) {
  return (
    <Document frame={frame} title={title} kind="plain" islands={islands}>
      <div class="ww-plain">
        <header class="ww-plain__top">
          <a class="ww-plain__home" href="/">
            <WordMark size={40} />
          </a>
          {frame.tenantName && <p class="ww-plain__tenant">{frame.tenantName}</p>}
        </header>
        <main class="ww-plain__main" id="main" tabIndex={-1}>
          <NoticeArea frame={frame} />
          <h1 class="utrecht-heading-1">{title}</h1>
          {lead && <div class="ww-plain__lead">{lead}</div>}
          {children}
        </main>
        {below && <footer class="ww-plain__below">{below}</footer>}
      </div>
    </Document>
  );
}
