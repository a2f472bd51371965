import { StatusChip, type Column, type Tone } from '../../../../kernel/html/index.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { birthText } from '../../show.ts';
import { text } from '../messages.ts';
import type { ListRow, Outcome } from '../newcomer-list.ts';
import { problemSentence, shownLanguages, shownValue } from '../shown-values.ts';
import type { ReviewScreen } from './review-list.ts';

const tones: Record<Outcome, Tone> = { bad: 'harm', duplicate: 'waiting', changed: 'busy', new: 'done', unchanged: 'neutral' };

export function rowColumns({ list, persons }: ReviewScreen, locale: Locale): Column<ListRow>[] {
  const named = (row: ListRow) => row.person?.name.full || row.cells.filter((_, column) => /name/.test(list.mapping[column] ?? '')).join(' ').trim() || text(locale, 'row.unnamed');
  return [
    { key: 'name', head: text(locale, 'rows.name'), cell: (row) => <bdi>{named(row)}</bdi> },
    { key: 'line', head: text(locale, 'rows.line'), numeric: true, cell: ({ line }) => line },
    { key: 'birth', head: text(locale, 'rows.birth'), nowrap: true, cell: ({ person }) => birthText(locale, person?.birth ?? null) },
    { key: 'languages', head: text(locale, 'rows.languages'), wideOnly: true, cell: ({ person }) => shownLanguages(locale, (person?.languages ?? []).flatMap(({ code, contactRank }) => (contactRank ? code : []))) },
    { key: 'arrival', head: text(locale, 'rows.arrival'), nowrap: true, cell: ({ person }) => person?.arrivedOn && formatDay(locale, person.arrivedOn) },
    { key: 'outcome', head: text(locale, 'rows.outcome'), cell: ({ outcome }) => outcome && <StatusChip tone={tones[outcome]}>{text(locale, `outcome.${outcome}`)}</StatusChip> },
    { key: 'why', head: text(locale, 'rows.why'), grow: true, cell: (row) => whyOf(row, persons, locale) },
  ];
}

/** The first thing to know about a row: what is wrong, who it may be, what would change. */
function whyOf({ problems, warnings, candidates, differences, decision }: ListRow, persons: ReviewScreen['persons'], locale: Locale) {
  const [problem] = problems;
  if (problem) return problemSentence(locale, problem) + (problems.length > 1 ? ` ${text(locale, 'rows.more', { count: problems.length - 1 })}` : '');
  if (decision) return text(locale, `decided.${decision}`);
  const [candidate] = candidates;
  if (candidate) return 'personId' in candidate ? text(locale, 'rows.may-be', { name: persons.get(candidate.personId)?.name.full ?? '' }) : text(locale, 'rows.twin', { line: candidate.line });
  if (differences.length > 0) return differences.map(({ field, before, after }) => `${text(locale, `field.${field}`)}: ${shownValue(locale, field, before)} → ${shownValue(locale, field, after)}`).join('; ');
  const shown = warnings.find(({ code }) => code !== 'possibly-placeholder' && code !== 'two-digit-year') ?? warnings[0];
  return shown ? problemSentence(locale, shown) : '';
}
