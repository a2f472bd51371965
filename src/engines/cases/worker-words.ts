import { languageName } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import type { Proposal } from './worker.ts';

/** Why this worker is proposed: which of the family's languages, whether the worker goes there, and what is ahead. */
export function workerHint(locale: Locale, { worker, shared, goesThere }: Proposal): string {
  const speaks = shared.length > 0 ? text(locale, 'worker.speaks', { languages: shared.map((code) => languageName(locale, code)).join(', ') }) : text(locale, 'worker.speaks-none');
  const where = goesThere ? undefined : text(locale, 'worker.not-there');
  return [speaks, where, text(locale, 'worker.ahead', { count: worker.talksAhead })].filter(Boolean).join(' · ');
}
