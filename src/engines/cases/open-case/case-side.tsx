import { Panel, SummaryList, TaskList, type Tone } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong, languageName } from '../../../kernel/i18n/format.ts';
import { addressLines } from '../../people/index.ts';
import { said } from '../../questionnaires/index.ts';
import { text } from '../messages.ts';
import type { ItemState } from '../plan.ts';
import type { OpenedCase } from './open-case.ts';

interface Props {
  opened: OpenedCase;
  context: ViewContext;
}

export function FamilyPanel({ opened: { file, household }, context: { locale, may } }: Props) {
  const [reference] = household.members;
  const ways = household.members.flatMap(({ contactWays }) => contactWays);
  const preferred = ways.find(({ isPreferred }) => isPreferred) ?? ways[0];
  const rows = [
    { label: text(locale, 'list.household'), value: reference && may('people:read') ? <a href={`/people/${reference.personId}`}>{reference.name.full}</a> : reference?.name.full },
    { label: text(locale, 'list.size'), value: text(locale, 'family.size', { count: household.members.length }) },
    { label: text(locale, 'list.languages'), value: file.languages.map((code) => languageName(locale, code)).join(', ') || undefined },
    { label: text(locale, 'family.arrived'), value: formatDayLong(locale, file.openedOn) },
    { label: text(locale, 'family.address'), value: household.address ? addressLines(household.address).join(', ') : (household.municipality.name ?? undefined) },
    { label: text(locale, 'family.contact'), value: preferred?.value },
    { label: text(locale, 'list.guide'), value: file.guideName ?? undefined },
  ];
  return (
    <Panel title={text(locale, 'family.panel')}>
      <SummaryList locale={locale} rows={rows} />
      {household.needsInterpreter && <p>{text(locale, 'family.interpreter')}</p>}
    </Panel>
  );
}

const tones: Record<ItemState, Tone> = { available: 'neutral', active: 'waiting', completed: 'done', terminated: 'closed' };

/** The tasks of the plan, and where each stands. */
export function PlanPanel({ opened: { blueprint, plan }, context: { locale } }: Props) {
  const items = blueprint.trajectory.stages.flatMap(({ tasks }) => tasks).map(({ id, name }) => {
    const state = plan[id] ?? 'available';
    return { label: said(name, locale), status: { label: text(locale, `item.${state}`), tone: tones[state] } };
  });
  return (
    <Panel title={text(locale, 'case.plan')}>
      <TaskList label={text(locale, 'case.plan')} items={items} />
    </Panel>
  );
}
