import { DescriptionDetails, Panel, Timeline } from '../../kernel/html/index.ts';
import type { Permission } from '../../kernel/access/role.ts';
import type { TimelineEntry } from '../../kernel/audit/timeline.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDay, formatMoment } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { text } from './messages.ts';

const isRead = ({ act }: TimelineEntry) => act.endsWith('-read');
const mostReadsShown = 20;
/** What happened lately stands open; what lies further back is one click away. */
const mostShown = 12;

/** What happened, and apart from it who looked: the looking would hide the rest. */
export function History({ timeline, self, context }: { timeline: readonly TimelineEntry[]; self: string; context: ViewContext }) {
  const { locale } = context;
  const reads = timeline.filter(isRead);
  const done = timeline.filter((entry) => !isRead(entry));
  const shown = (entry: TimelineEntry) => ({
    moment: entry.at.toString(),
    when: formatMoment(locale, entry.at),
    title: actTitle(entry, self, timeline, context),
    detail: detailText(locale, entry),
    who: entry.actorName ?? undefined,
  });
  return (
    <Panel title={text(locale, 'history.title')}>
      <Timeline entries={done.slice(0, mostShown).map(shown)} label={text(locale, 'history.title')} />
      {done.length > mostShown && (
        <DescriptionDetails summary={text(locale, 'history.older', { count: done.length - mostShown })}>
          <Timeline entries={done.slice(mostShown).map(shown)} label={text(locale, 'history.older', { count: done.length - mostShown })} />
        </DescriptionDetails>
      )}
      {reads.length > 0 && (
        <DescriptionDetails summary={text(locale, 'history.reads')}>
          <ul>
            {reads.slice(0, mostReadsShown).map(({ at, actorName }) => (
              <li>
                {formatMoment(locale, at)} · {actorName ?? text(locale, 'history.platform')}
              </li>
            ))}
          </ul>
        </DescriptionDetails>
      )}
    </Panel>
  );
}

/** Pages of what an act was about; that page decides by itself who may see it. */
const pages: Record<string, { path: string; permission: Permission }> = {
  case: { path: '/cases/', permission: 'cases:list' },
  question: { path: '/questions/', permission: 'questions:read' },
  referral: { path: '/referrals/', permission: 'referrals:read' },
};

function actTitle(entry: TimelineEntry, self: string, timeline: readonly TimelineEntry[], context: ViewContext) {
  const { may } = context;
  const words = context.words.act(context.locale, entry.act);
  const about = entry.subjects.find(({ type, id }) => id !== self && pages[type] && may(pages[type].permission) && (type !== 'case' || mayOpenCase(id, timeline, context)));
  return about ? <a href={pages[about.type]!.path + about.id}>{words}</a> : words;
}

/** The newest case that a history speaks of, where the welcome of a household stands, when the reader may open it. */
export function caseOf(timeline: readonly TimelineEntry[], context: ViewContext): string | undefined {
  const id = timeline.flatMap(({ subjects }) => subjects).find(({ type }) => type === 'case')?.id;
  return id && mayOpenCase(id, timeline, context) ? id : undefined;
}

/** Whoever deals with all cases; and a guide those that the guide is named in. */
function mayOpenCase(caseId: string, timeline: readonly TimelineEntry[], { may, actor }: ViewContext): boolean {
  if (may('cases:every')) return true;
  return may('cases:list') && timeline.some(({ subjects }) => subjects.some(({ id }) => id === caseId) && subjects.some(({ id }) => id === actor.id));
}

/** What a change was about, as far as its codes say. */
function detailText(locale: Locale, { act, detail }: TimelineEntry): string | undefined {
  const day = (value: unknown) => (typeof value === 'string' ? formatDay(locale, Temporal.PlainDate.from(value)) : text(locale, 'day.unknown'));
  if (act === 'arrival-changed') return text(locale, 'act.arrival-changed.detail', { from: day(detail['from']), to: day(detail['to']) });
  if (act !== 'person-changed' || !Array.isArray(detail['fields'])) return undefined;
  return detail['fields'].flatMap((field) => (changeable.includes(field as (typeof changeable)[number]) ? [text(locale, `changed.${field as (typeof changeable)[number]}`)] : [])).join(', ') || undefined;
}

const changeable = ['name', 'otherNames', 'birth', 'gender', 'nationalities', 'languages', 'needsInterpreter', 'contactWays', 'arrivedOn', 'reference'] as const;
