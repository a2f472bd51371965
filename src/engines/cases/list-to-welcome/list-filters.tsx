import { FilterBar, SelectField, TextField } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, languageName } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import type { ToWelcomeList } from './list-to-welcome.ts';
import { listAddress, standings } from './to-welcome-filter.ts';

export function ToWelcomeFilters({ list, context }: { list: ToWelcomeList; context: ViewContext }) {
  const { locale, actor } = context;
  const { filter, count, workers, options } = list;
  const all = text(locale, 'filter.all');
  const isGuide = actor.kind === 'account' && workers.some(({ id, isGuide: holds }) => id === actor.id && holds);
  const saved = [
    { label: text(locale, 'filter.everyone'), href: listAddress({}), current: Object.values(filter).every((value) => value === undefined) },
    ...standingChips(list, context),
    { label: text(locale, 'filter.no-guide'), href: listAddress({ guide: 'none' }), current: filter.guide === 'none' && !filter.state },
    ...(isGuide ? [{ label: text(locale, 'filter.mine'), href: listAddress({ guide: actor.id }), current: filter.guide === actor.id }] : []),
  ];
  return (
    <FilterBar locale={locale} action="/welcome" result={text(locale, 'list.count', { count })} active={activeFilters(list, context)} clearHref="/welcome" saved={saved}>
      <SelectField locale={locale} name="state" label={text(locale, 'list.state')} value={filter.state ?? 'running'} options={standings.map((value) => ({ value, label: text(locale, `standing.${value}`) }))} />
      <SelectField
        locale={locale}
        name="language"
        label={text(locale, 'list.language')}
        placeholder={all}
        value={filter.language}
        options={options.languages.map((value) => ({ value, label: languageName(locale, value) })).sort((one, other) => one.label.localeCompare(other.label, locale))}
      />
      <SelectField locale={locale} name="guide" label={text(locale, 'list.guide')} placeholder={all} value={filter.guide} options={[{ value: 'none', label: text(locale, 'filter.no-guide') }, ...workers.map(({ id, name }) => ({ value: id, label: name }))]} />
      {options.municipalities.length > 1 && (
        <SelectField locale={locale} name="municipality" label={text(locale, 'list.municipality')} placeholder={all} value={filter.municipality} options={options.municipalities.map((nis) => ({ value: nis, label: municipalityName(list, nis) }))} />
      )}
      <TextField locale={locale} name="before" type="date" label={text(locale, 'filter.before')} value={filter.before?.toString()} />
    </FilterBar>
  );
}

/** What a coordinator steers by, each with how many there are. */
function standingChips({ counts, filter }: ToWelcomeList, { locale }: ViewContext) {
  const chip = (state: 'overdue' | 'soon' | 'other-moment' | 'to-plan' | 'planned', count: number) => ({
    label: text(locale, 'list.chip', { name: text(locale, `standing.${state}`), count }),
    href: listAddress({ state }),
    current: filter.state === state,
  });
  return [chip('overdue', counts.overdue), chip('soon', counts.soon), chip('other-moment', counts.otherMoment), chip('to-plan', counts.toPlan), chip('planned', counts.planned)];
}

function activeFilters(list: ToWelcomeList, { locale }: ViewContext): { label: string; removeHref: string }[] {
  const { filter, workers } = list;
  const guide = filter.guide === 'none' ? text(locale, 'filter.no-guide') : workers.find(({ id }) => id === filter.guide)?.name;
  return [
    filter.state && filter.state !== 'running' ? { label: text(locale, `standing.${filter.state}`), removeHref: listAddress(filter, { state: null }) } : undefined,
    filter.language ? { label: languageName(locale, filter.language), removeHref: listAddress(filter, { language: null }) } : undefined,
    guide ? { label: guide, removeHref: listAddress(filter, { guide: null }) } : undefined,
    filter.municipality ? { label: municipalityName(list, filter.municipality), removeHref: listAddress(filter, { municipality: null }) } : undefined,
    filter.before ? { label: text(locale, 'filter.before-day', { day: formatDay(locale, filter.before) }), removeHref: listAddress(filter, { before: null }) } : undefined,
  ].filter((one) => one !== undefined);
}

/** As the directory calls it, or else as the households that live there do. */
function municipalityName({ area, households }: ToWelcomeList, nis: string): string {
  return area.find((one) => one.nis === nis)?.name ?? [...households.values()].find(({ municipality }) => municipality.nis === nis)?.municipality.name ?? nis;
}
