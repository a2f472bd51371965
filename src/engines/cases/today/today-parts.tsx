import type { TodayPart } from '../../../kernel/engine.ts';
import type { LoadContext, ViewContext } from '../../../kernel/http/context.ts';
import { LinkButton, Panel, Stat, TaskList, Tiles } from '../../../kernel/html/index.ts';
import { formatDay, formatMoment, formatNumber } from '../../../kernel/i18n/format.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { findHouseholdSummaries } from '../../people/index.ts';
import { findTerms } from '../adoption.store.ts';
import { findMomentRequests } from '../appointment.store.ts';
import { findCasesByIds } from '../case.store.ts';
import { countStandings, type StandingCounts } from '../list-to-welcome/to-welcome.store.ts';
import { listAddress } from '../list-to-welcome/to-welcome-filter.ts';
import { text } from '../messages.ts';
import { loadOwnTalks, type OwnTalk } from '../my-talks/my-talks.ts';
import { TalkCard } from '../my-talks/my-talks.view.tsx';
import { isWithinReach, reachOf } from '../reach.store.ts';
import { findWorkers } from '../worker.store.ts';

type Context = LoadContext<unknown>;

/** A guide's talks of today and the coming week. */
const ownTalks: TodayPart = {
  permission: 'cases:talk',
  order: 10,
  load: async ({ read, actor }: Context) => {
    if (actor.kind !== 'account') return undefined;
    const talks = await loadOwnTalks(read, actor.id, { days: 8 });
    return talks.length > 0 || actor.roles.includes('guide') ? talks : undefined;
  },
  view: (talks: OwnTalk[], context: ViewContext) => {
    const { locale, today } = context;
    const now = talks.filter(({ appointment }) => dayOf(appointment.startsAt).equals(today));
    const coming = talks.filter(({ appointment }) => !dayOf(appointment.startsAt).equals(today));
    return (
      <Panel title={text(locale, 'today.talks')} act={<a href="/talks">{text(locale, 'today.all-talks')}</a>}>
        {now.length === 0 ? <p>{text(locale, 'today.no-talks')}</p> : now.map((talk) => <TalkCard talk={talk} context={context} />)}
        {coming.length > 0 && (
          <>
            <h3 class="utrecht-heading-4">{text(locale, 'today.coming')}</h3>
            <ul>
              {coming.map(({ appointment, file, household }) => (
                <li>
                  <a href={`/cases/${file.id}`}>
                    {formatMoment(locale, appointment.startsAt)} · {household?.members[0]?.name.full}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
    );
  },
};

interface Asking {
  caseId: string;
  name: string;
  suits: string[];
  words: string | null;
  askedOn: string;
}

/** Families that asked for another moment, for who may plan one for them. */
const otherMoments: TodayPart = {
  permission: 'cases:plan',
  order: 11,
  load: async ({ read, actor, locale }: Context): Promise<Asking[] | undefined> => {
    const requests = await findMomentRequests(read);
    const reach = reachOf(actor);
    const cases = (await findCasesByIds(read, requests.map(({ caseId }) => caseId))).filter((file) => isWithinReach(reach, file));
    if (cases.length === 0) return undefined;
    const households = await findHouseholdSummaries(read, cases.map(({ householdId }) => householdId));
    return requests.flatMap(({ caseId, suits, words, askedAt }) => {
      const file = cases.find(({ id }) => id === caseId);
      return file ? [{ caseId, name: households.get(file.householdId)?.name ?? '', suits, words, askedOn: formatDay(locale, dayOf(askedAt)) }] : [];
    });
  },
  view: (asking: Asking[], { locale }: ViewContext) => (
    <Panel title={text(locale, 'today.other-moments', { count: asking.length })} tone="waiting">
      <TaskList
        label={text(locale, 'today.other-moments', { count: asking.length })}
        items={asking.map(({ caseId, name, suits, words, askedOn }) => ({
          label: name,
          href: `/cases/${caseId}/plan`,
          hint: [...suits.map((code) => text(locale, `suits.${code as 'morning'}`)), words].filter(Boolean).join(' · ') || undefined,
          status: { label: text(locale, 'today.since', { day: askedOn }), tone: 'waiting' as const },
        }))}
      />
    </Panel>
  ),
};

/** What a coordinator steers by: too late, and due soon without anyone to hold the talk. */
const dueCases: TodayPart = {
  permission: 'cases:plan',
  order: 20,
  load: async ({ read, actor, today }: Context) => {
    const reach = reachOf(actor);
    if (reach.kind !== 'all') return undefined;
    const counts = await countStandings(read, { reach, today });
    return counts.overdue + counts.soon + counts.toPlan + counts.planned > 0 ? counts : undefined;
  },
  view: (counts: StandingCounts, { locale }: ViewContext) => (
    <Panel title={text(locale, 'list.title')} act={<LinkButton small href="/welcome">{text(locale, 'today.to-list')}</LinkButton>}>
      <Tiles size="small">
        <Stat value={formatNumber(locale, counts.overdue)} sentence={text(locale, 'standing.overdue.count', { count: counts.overdue })} href={listAddress({ state: 'overdue' })} tone={counts.overdue > 0 ? 'harm' : undefined} />
        <Stat value={formatNumber(locale, counts.soonWithoutGuide)} sentence={text(locale, 'today.soon-without-guide', { count: counts.soonWithoutGuide })} href={listAddress({ state: 'soon', guide: 'none' })} tone={counts.soonWithoutGuide > 0 ? 'waiting' : undefined} />
        <Stat value={formatNumber(locale, counts.toPlan)} sentence={text(locale, 'standing.to-plan.count', { count: counts.toPlan })} href={listAddress({ state: 'to-plan' })} />
      </Tiles>
    </Panel>
  ),
};

/** What has to be set up before the first talk; gone once it is. */
const firstSteps: TodayPart = {
  permission: 'cases:settings',
  order: 2,
  load: async ({ read, actor, today }: Context) => {
    if (actor.kind !== 'account' || !actor.roles.includes('administrator')) return undefined;
    const hasGuide = (await findWorkers(read)).some(({ isActive, languages }) => isActive && languages.length > 0);
    const { overdue, soon, toPlan, planned, welcomedSince } = await countStandings(read, { reach: { kind: 'all' }, today });
    const hasCases = overdue + soon + toPlan + planned + welcomedSince > 0;
    return hasGuide && hasCases ? undefined : { hasGuide, hasOwnTerm: (await findTerms(read)).some(({ setByName }) => setByName !== null) };
  },
  view: ({ hasGuide, hasOwnTerm }: { hasGuide: boolean; hasOwnTerm: boolean }, { locale }: ViewContext) => {
    const status = (isDone: boolean) => ({ label: text(locale, isDone ? 'steps.done' : 'steps.to-do'), tone: isDone ? ('done' as const) : ('waiting' as const) });
    return (
      <Panel title={text(locale, 'steps.title')}>
        <TaskList
          label={text(locale, 'steps.title')}
          items={[
            { label: text(locale, 'steps.term'), href: '/settings/cases', hint: text(locale, 'steps.term-hint'), status: hasOwnTerm ? status(true) : { label: text(locale, 'steps.optional'), tone: 'neutral' as const } },
            { label: text(locale, 'steps.guides'), href: '/guides', hint: text(locale, 'steps.guides-hint'), status: status(hasGuide) },
          ]}
        />
      </Panel>
    );
  },
};

export const todayParts: TodayPart[] = [ownTalks, otherMoments, dueCases, firstSteps];
