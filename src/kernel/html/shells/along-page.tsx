import type { ComponentChildren } from 'preact';
import type { Frame, NavigationItem } from '../frame.ts';
import { Icon } from '../icons/icon.tsx';
import { Mark } from '../mark.tsx';
import { text } from '../messages.ts';
import { AccountMenu } from './account-menu.tsx';
import { Document, NoticeArea } from './document.tsx';
import { PlaceLinks, withKeys } from './navigation.tsx';

export interface AlongPageProps {
  frame: Frame;
  title: string;
  /** Where one stands: `step` 3 `of` 9. */
  step?: number;
  of?: number;
  back?: { href: string; label: string };
  /** At most four; the first four of the frame's navigation unless told. */
  places?: readonly NavigationItem[];
  /** Islands of this page, by logical name: `refresh.js`. */
  islands?: readonly string[];
  children: ComponentChildren;
}

/** On the road: one thing a page, for a thumb. */
export function AlongPage({ frame, title, step, of, back, places, islands, children }: AlongPageProps) {
  const { locale } = frame;
  const bar = withKeys(places ?? frame.navigation).slice(0, 4);
  return (
    <Document frame={frame} title={title} kind="along" islands={islands}>
      <header class="ww-along-top">
        {back ? (
          <a class="ww-along-top__back" href={back.href}>
            <Icon name="arrow-left" size={24} mirrors />
            <span>{back.label}</span>
          </a>
        ) : (
          <span class="ww-along-top__brand">
            <Mark size={28} />
            <span>{frame.tenantName ?? 'Wegwijs'}</span>
          </span>
        )}
        <AccountMenu frame={frame} />
      </header>
      <main class="ww-along-main" id="main" tabIndex={-1}>
        <NoticeArea frame={frame} />
        {step !== undefined && of !== undefined && <Steps frame={frame} step={step} of={of} />}
        <h1 class="utrecht-heading-1 ww-along-main__title">{title}</h1>
        {children}
      </main>
      {bar.length > 0 && (
        <nav class="ww-bar" aria-label={text(locale, 'navigation.title')}>
          <PlaceLinks frame={frame} places={bar} />
        </nav>
      )}
    </Document>
  );
}

/** A road of as many marks as there are steps, those behind us filled. */
function Steps({ frame, step, of }: { frame: Frame; step: number; of: number }) {
  return (
    <div class="ww-steps">
      <p class="ww-steps__words">{text(frame.locale, 'steps.words', { step, of })}</p>
      <span class="ww-steps__road" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span class={index + 1 < step ? 'ww-steps__mark ww-steps__mark--behind' : index + 1 === step ? 'ww-steps__mark ww-steps__mark--here' : 'ww-steps__mark'} />
        ))}
      </span>
    </div>
  );
}
