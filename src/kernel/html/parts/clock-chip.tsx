import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { text } from '../messages.ts';

export interface ClockChipProps {
  locale: Locale;
  /** Calendar days until the term ends; negative when it has passed. */
  daysLeft: number;
  /** `met`: done in time or not, the clock no longer runs. */
  state?: 'running' | 'paused' | 'met';
  /** From how many days left it asks for attention; 14 unless told. */
  soonFrom?: number;
  /** The length of the whole term in days: fills the dial. */
  termDays?: number;
  /** The explanation that the chip opens. Without `rule` it is a plain chip. */
  rule?: string;
  /** The event that set it going, with its day: "Aankomst op 3 maart 2026". */
  event?: string;
  /** The last day, as people say it. */
  due?: string;
  /** Each pause with its reason: "4 tot 18 april: ziekenhuis". */
  pauses?: readonly string[];
  source?: { label: string; href?: string };
}

type Tone = 'calm' | 'soon' | 'today' | 'late' | 'paused' | 'met';

/** Days left in colour, shape and word; opens to say which rule counts, from which event, with which pauses and by which source. */
export function ClockChip(props: ClockChipProps) {
  const { locale, rule } = props;
  const tone = toneOf(props);
  const label = (
    <>
      <Dial tone={tone} share={shareLeft(props)} />
      <span>{words(locale, tone, props.daysLeft)}</span>
    </>
  );
  if (!rule) return <span class={`ww-clock ww-clock--${tone}`}>{label}</span>;
  return (
    <details class="ww-clock-box" name="clock">
      <summary class={`ww-clock ww-clock--${tone}`}>
        {label}
        <span class="ww-out-of-sight">: {text(locale, 'clock.explain')}</span>
      </summary>
      <Explanation {...props} />
    </details>
  );
}

function Explanation({ locale, rule, event, due, pauses = [], source }: ClockChipProps) {
  return (
    <dl class="ww-clock__why">
      {due && fact(text(locale, 'clock.due'), due)}
      {fact(text(locale, 'clock.rule'), rule)}
      {event && fact(text(locale, 'clock.event'), event)}
      {fact(text(locale, 'clock.pauses'), pauses.length > 0 ? <ul>{pauses.map((pause) => <li>{pause}</li>)}</ul> : text(locale, 'clock.no-pauses'))}
      {source && fact(text(locale, 'clock.source'), source.href ? <a href={source.href}>{source.label}</a> : source.label)}
    </dl>
  );
}

function fact(term: string, description: ComponentChildren) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{description}</dd>
    </div>
  );
}

function toneOf({ daysLeft, state = 'running', soonFrom = 14 }: ClockChipProps): Tone {
  if (state !== 'running') return state;
  if (daysLeft < 0) return 'late';
  if (daysLeft === 0) return 'today';
  return daysLeft <= soonFrom ? 'soon' : 'calm';
}

function words(locale: Locale, tone: Tone, daysLeft: number): string {
  if (tone === 'met') return text(locale, 'clock.met');
  if (tone === 'today') return text(locale, 'clock.today');
  if (tone === 'late') return text(locale, 'clock.late', { count: -daysLeft });
  if (tone === 'paused') return text(locale, 'clock.paused', { count: daysLeft });
  return text(locale, 'clock.left', { count: daysLeft });
}

function shareLeft({ daysLeft, termDays = 90 }: ClockChipProps): number {
  return Math.min(1, Math.max(0.04, daysLeft / termDays));
}

const circumference = 2 * Math.PI * 5;

/** A shape of its own for each tone, so that it is told apart without colour: dial, full disc, triangle, bars, tick. */
function Dial({ tone, share }: { tone: Tone; share: number }) {
  return (
    <svg class="ww-clock__dial" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true" focusable="false">
      {tone === 'late' && <path d="M8 1.5 15 14H1z M8 6v3.5 M8 11.5v.5" stroke-linejoin="round" />}
      {tone === 'today' && <circle cx="8" cy="8" r="6" fill="currentColor" />}
      {tone === 'paused' && <path d="M5 3v10 M11 3v10" stroke-width="3" />}
      {tone === 'met' && <path d="M2.5 8.5 6.5 12.5 13.5 4" stroke-linecap="round" stroke-linejoin="round" />}
      {(tone === 'calm' || tone === 'soon') && (
        <>
          <circle cx="8" cy="8" r="5" opacity="0.3" stroke-width="3" />
          <circle cx="8" cy="8" r="5" stroke-width="3" stroke-dasharray={`${(share * circumference).toFixed(1)} ${circumference.toFixed(1)}`} transform="rotate(-90 8 8)" />
        </>
      )}
    </svg>
  );
}
