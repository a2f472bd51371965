import { EmptyState, FilterBar, Pagination, SelectField, Table } from '../../../kernel/html/index.ts';
import type { TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { roleName } from '../../../kernel/access/role-name.ts';
import { roles } from '../../../kernel/access/role.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import type { LogPage } from './read-log.ts';

export function logView({ entries, act, before, next, acts }: LogPage, context: ViewContext) {
  const { locale } = context;
  const at = (query: Record<string, string>) => `/settings/log?${new URLSearchParams({ ...(act ? { act } : {}), ...query })}`;
  const named = acts.map((each) => ({ value: each, label: context.words.act(locale, each) })).sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <SettingsPage context={context} title={text(locale, 'log.title')} lead={<p>{text(locale, 'log.about')}</p>} wide>
      <FilterBar locale={locale} action="/settings/log" result={text(locale, 'log.result', { count: entries.length })} clearHref={act ? '/settings/log' : undefined}>
        <SelectField locale={locale} name="act" label={text(locale, 'log.act')} value={act} placeholder={text(locale, 'log.every-act')} options={named} />
      </FilterBar>
      <Table
        locale={locale}
        caption={text(locale, 'log.title')}
        rows={entries}
        rowKey={({ sequence }) => String(sequence)}
        empty={
          <EmptyState icon="list-checks" title={text(locale, 'log.none.title')}>
            {text(locale, 'log.none.text')}
          </EmptyState>
        }
        columns={[
          { key: 'sequence', head: text(locale, 'log.number'), numeric: true, cell: ({ sequence }) => sequence },
          { key: 'at', head: text(locale, 'log.at'), cell: ({ at: moment }) => formatMoment(locale, moment) },
          { key: 'who', head: text(locale, 'log.who'), cell: (entry) => whoOf(locale, entry) },
          { key: 'as', head: text(locale, 'log.as'), cell: ({ actorRole }) => asName(locale, actorRole) },
          { key: 'act', head: text(locale, 'log.act'), cell: (entry) => <span title={entry.act}>{context.words.act(locale, entry.act)}</span> },
          { key: 'subjects', head: text(locale, 'log.subjects'), grow: true, cell: (entry) => <Subjects context={context} entry={entry} /> },
        ]}
      />
      <Pagination locale={locale} previousHref={before ? at({}) : undefined} nextHref={next ? at({ before: String(next) }) : undefined} />
    </SettingsPage>
  );
}

function whoOf(locale: Locale, { actorName, actorId, actorRole }: TimelineEntry): string {
  if (actorName) return actorName;
  if (actorRole === 'link') return text(locale, 'log.by-link');
  if (actorRole === 'token') return text(locale, 'log.by-token');
  return text(locale, actorId ? 'log.by-unknown' : 'log.by-platform');
}

const otherWays = ['account', 'link', 'token', 'platform', 'nobody'] as const;

function asName(locale: Locale, as: string): string {
  if (roles.some((role) => role === as)) return roleName(locale, as);
  const way = otherWays.find((each) => each === as);
  return way ? text(locale, `as.${way}`) : as;
}

/** What it was about, and the codes that explain it. An id's last part is enough to tell two apart; the whole stands behind it. */
function Subjects({ context: { locale, words }, entry: { subjects, detail } }: { context: ViewContext; entry: TimelineEntry }) {
  const codes = Object.entries(detail).filter(([, value]) => value !== null && value !== '');
  return (
    <div>
      {subjects.map(({ type, id }, index) => (
        <>
          {index > 0 && ', '}
          <span title={id}>
            {words.subject(locale, type)} <code>{id.slice(-6)}</code>
          </span>
        </>
      ))}
      {codes.length > 0 && <small> {subjects.length > 0 && '— '}{codes.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' ') : String(value)}`).join(' · ')}</small>}
    </div>
  );
}
