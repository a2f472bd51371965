import { ClockChip, StatusChip } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDay, formatDayLong } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import { dueDay, isStale, stateTones, type ExpertAnswer, type ExpertQuestion, type Pause, type Source } from './expert.ts';

export function typed(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function themeName(locale: Locale, theme: ExpertQuestion['theme']): string {
  return text(locale, `theme.${theme}`);
}

export function ExpertChip({ question, locale }: { question: Pick<ExpertQuestion, 'state'>; locale: Locale }) {
  return <StatusChip tone={stateTones[question.state]}>{text(locale, `state.${question.state}`)}</StatusChip>;
}

interface ClockProps {
  question: ExpertQuestion;
  /** With them the chip says why it stood still. */
  pauses?: readonly Pause[];
  context: Pick<ViewContext, 'locale' | 'today'>;
}

/** The working days that an expert has, which stand still while a reply is waited for. */
export function ExpertClock({ question: { state, askedAt, dueOn, termDays, answeredAt }, pauses, context: { locale, today } }: ClockProps) {
  if (!askedAt || !dueOn || state === 'withdrawn') return null;
  const askedOn = dayOf(askedAt);
  const due = pauses && state === 'paused' ? dueDay(askedOn, termDays, pauses, today) : dueOn;
  const lasts = answeredAt ? dayOf(answeredAt) : today;
  return (
    <ClockChip
      locale={locale}
      daysLeft={lasts.until(due, { largestUnit: 'day' }).days}
      state={state === 'answered' ? (lasts.until(due).sign >= 0 ? 'met' : 'running') : state === 'paused' ? 'paused' : 'running'}
      soonFrom={2}
      termDays={askedOn.until(due, { largestUnit: 'day' }).days}
      {...(pauses
        ? {
            due: formatDayLong(locale, due),
            rule: text(locale, 'clock.rule', { count: termDays }),
            event: text(locale, 'clock.event', { day: formatDayLong(locale, askedOn) }),
            pauses: pauses.map(({ from, until }) => (until ? text(locale, 'clock.pause', { from: formatDay(locale, from), until: formatDay(locale, until) }) : text(locale, 'clock.pause.open', { from: formatDay(locale, from) }))),
            source: { label: text(locale, 'clock.source') },
          }
        : {})}
    />
  );
}

export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <ul>
      {sources.map(({ label, href }) => (
        <li>{href ? <a href={href}>{label}</a> : label}</li>
      ))}
    </ul>
  );
}

/** Whether an answer still holds, in a word. */
export function ValidityChip({ answer, context: { locale, today } }: { answer: ExpertAnswer; context: ViewContext }) {
  if (answer.withdrawnAt) return <StatusChip tone="closed">{text(locale, 'answer.withdrawn')}</StatusChip>;
  return isStale(answer, today) ? <StatusChip tone="waiting">{text(locale, 'answer.stale')}</StatusChip> : <StatusChip tone="done">{text(locale, 'answer.valid', { day: formatDay(locale, answer.reviewBy) })}</StatusChip>;
}
