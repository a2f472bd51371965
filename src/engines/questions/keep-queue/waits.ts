import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import type { Visitor } from './visitor.store.ts';

/** 'wacht 8 minuten'. */
export function waits(locale: Locale, { waitingSince }: Pick<Visitor, 'waitingSince'>, now: Temporal.Instant): string {
  const minutes = Math.max(0, Math.floor((now.epochMilliseconds - waitingSince.epochMilliseconds) / 60_000));
  return minutes === 0 ? text(locale, 'queue.waits.new') : text(locale, 'queue.waits', { count: minutes });
}
