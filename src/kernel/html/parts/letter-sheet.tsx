import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { direction } from '../../i18n/locale.ts';

export interface LetterSheetProps {
  /** The authority, as its letterhead says it. */
  sender: { name: string; lines: readonly string[] };
  /** Stands in the window of a C5/6 or C5 envelope, at the right as is the custom in Belgium. */
  recipient: readonly string[];
  /** "Kortrijk, 3 maart 2026". */
  placeAndDay: string;
  reference?: string;
  subject: string;
  children: ComponentChildren;
  /** The same in the contact language, below the Dutch. */
  other?: { locale: Locale; subject: string; body: ComponentChildren };
  /** Who signs: role and service, in lines. */
  signature?: readonly string[];
  /** A `Qr`. */
  qr?: ComponentChildren;
}

/** A letter on A4: what is on the screen is what comes out of the printer. */
export function LetterSheet({ sender, recipient, placeAndDay, reference, subject, children, other, signature, qr }: LetterSheetProps) {
  return (
    <article class="ww-letter" lang="nl" dir="ltr">
      <header class="ww-letter__head">
        <p class="ww-letter__sender">{sender.name}</p>
        <p class="ww-letter__sender-lines">{lines(sender.lines)}</p>
      </header>
      <address class="ww-letter__recipient">{lines(recipient)}</address>
      <p class="ww-letter__place">
        {placeAndDay}
        {reference && <span class="ww-letter__reference">{reference}</span>}
      </p>
      <div class="ww-letter__text">
        <h2 class="ww-letter__subject">{subject}</h2>
        {children}
      </div>
      {(signature || qr) && (
        <div class="ww-letter__close">
          {signature && <p>{lines(signature)}</p>}
          {qr}
        </div>
      )}
      {other && (
        <div class="ww-letter__text ww-letter__other" lang={other.locale} dir={direction(other.locale)}>
          <h2 class="ww-letter__subject">{other.subject}</h2>
          {other.body}
        </div>
      )}
    </article>
  );
}

function lines(all: readonly string[]) {
  return all.map((line) => <span class="ww-letter__line">{line}</span>);
}

export interface QrProps {
  /** SVG text made by the server itself (`qrcode`), never anything typed by a person. */
  svg: string;
  /** What it opens, for who cannot see it. */
  label: string;
  /** Under it: where it leads, in words or as a short address. */
  caption?: ComponentChildren;
}

export function Qr({ svg, label, caption }: QrProps) {
  return (
    <figure class="ww-qr">
      <div class="ww-qr__code" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
      {caption && <figcaption class="ww-qr__caption">{caption}</figcaption>}
    </figure>
  );
}
