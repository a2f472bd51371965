import { formatNumber, formatShare } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { shareOf, sumOf } from '../derive.ts';
import { text } from '../messages.ts';
import type { Breakdown, FigureRow } from './figure-rows.ts';

/** The sentence over a figure, with its outcome in it; without one where the outcome may not be shown. */
export function sentenceOf(locale: Locale, { by, rows, sum }: Breakdown): string {
  switch (by) {
    case 'timeliness': {
      const share = shareOf(rows.find(({ code }) => code === 'in-time')?.total ?? null, sum.total);
      return share === null ? text(locale, 'sentence.timeliness.hidden') : text(locale, 'sentence.timeliness', { share: formatShare(locale, share) });
    }
    case 'language': {
      const most = largest(rows);
      return most ? text(locale, 'sentence.language', { language: most.label, share: shareWords(locale, most, sum) }) : text(locale, 'sentence.language.hidden');
    }
    case 'theme': {
      const most = largest(rows);
      if (!most) return text(locale, 'sentence.theme.hidden');
      if (rows.length === 1) return text(locale, 'sentence.theme.one', { theme: most.label, count: most.total! });
      return text(locale, 'sentence.theme', { theme: most.label, share: shareWords(locale, most, sum) });
    }
    case 'outcome': {
      const share = shareOf(rows.find(({ code }) => code === 'taken-on')?.total ?? null, sum.total);
      return share === null ? text(locale, 'sentence.outcome.hidden') : text(locale, 'sentence.outcome', { share: formatShare(locale, share) });
    }
    case 'days': {
      const quick = sumOf(['0-2', '3-7'].map((code) => rows.find((row) => row.code === code)?.total ?? null));
      const share = shareOf(quick, sum.total);
      return share === null ? text(locale, 'sentence.days.hidden') : text(locale, 'sentence.days', { share: formatShare(locale, share) });
    }
  }
}

function largest(rows: readonly FigureRow[]): FigureRow | undefined {
  return rows.filter(({ total }) => total !== null).toSorted((a, b) => b.total! - a.total!)[0];
}

/** "312 van 1.204 (25,9 %)", or the number alone when the whole is hidden. */
function shareWords(locale: Locale, part: FigureRow, whole: FigureRow): string {
  const share = shareOf(part.total, whole.total);
  const n = formatNumber(locale, part.total!);
  return share === null ? n : text(locale, 'sentence.share', { n, whole: formatNumber(locale, whole.total!), share: formatShare(locale, share) });
}
