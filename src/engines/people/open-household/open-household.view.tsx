import { Columns, LinkButton, Panel, StatusChip, Table, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { caseOf, History } from '../history.tsx';
import { TurnsPanel } from '../household-turns/turns-panel.tsx';
import { HomeSummary } from '../household-facts.tsx';
import type { Household, Member } from '../household.ts';
import { text } from '../messages.ts';
import { Names } from '../names-shown.tsx';
import { ageText, birthText, languageNames } from '../show.ts';
import type { OpenedHousehold } from './open-household.ts';

export function openHouseholdView({ household, turns, timeline }: OpenedHousehold, context: ViewContext) {
  const { locale, may } = context;
  const caseId = caseOf(timeline, context);
  return (
    <WorkPage
      frame={context.frame()}
      title={householdTitle(household, context)}
      lead={
        <>
          {languageNames(locale, household.contactLanguages).join(', ')} {household.needsInterpreter && <StatusChip tone="waiting">{text(locale, 'interpreter.needed')}</StatusChip>}
        </>
      }
      crumbs={[{ href: '/people', label: text(locale, 'list.title') }]}
      act={
        may('people:change') && (
          <LinkButton look="primary" icon="user-plus" href={`/households/${household.id}/add-member`} hotkey="n">
            {text(locale, 'member.add')}
          </LinkButton>
        )
      }
    >
      <Columns
        main={
          <>
            <Panel title={text(locale, 'household.members', { count: household.members.length })} flush>
              <Table locale={locale} caption={text(locale, 'household.members', { count: household.members.length })} columns={columns(household, context)} rows={household.members} rowKey={({ personId }) => personId} rowHref={({ personId }) => `/people/${personId}`} empty={<p>{text(locale, 'household.empty')}</p>} />
            </Panel>
            <History timeline={timeline} self={household.id} context={context} />
          </>
        }
        side={
          <>
            <Panel
              title={text(locale, 'household.home')}
              act={
                caseId && <a href={`/cases/${caseId}`}>{text(locale, 'household.welcome')}</a>
              }
            >
              <HomeSummary household={household} context={context} />
            </Panel>
            <TurnsPanel household={household} turns={turns} context={context} />
          </>
        }
      />
    </WorkPage>
  );
}

/** "Gezin van Amira Haddad"; of one alone, their household. */
export function householdTitle({ members }: Household, { locale }: ViewContext): string {
  const [first] = members;
  return first ? text(locale, members.length > 1 ? 'household.of-family' : 'household.of-one', { name: first.name.full }) : text(locale, 'household.empty-title');
}

function columns(household: Household, { locale, today, may }: ViewContext): Column<Member>[] {
  return [
    { key: 'name', head: text(locale, 'field.name'), grow: true, cell: ({ name, otherNames }) => <Names name={name} otherNames={otherNames} /> },
    { key: 'role', head: text(locale, 'field.role'), cell: ({ role }) => text(locale, `role.${role}`) },
    { key: 'birth', head: text(locale, 'field.birth'), nowrap: true, cell: ({ birth }) => [birthText(locale, birth), ageText(locale, birth, today)].filter(Boolean).join(', ') },
    { key: 'languages', head: text(locale, 'field.contact-languages'), cell: ({ contactLanguages }) => languageNames(locale, contactLanguages).join(', ') },
    ...(may('people:change') && household.members.length > 1
      ? [{ key: 'leave', head: text(locale, 'member.leave.head'), nowrap: true, cell: ({ personId, name }: Member) => <a href={`/households/${household.id}/remove-member?person=${personId}`}>{text(locale, 'member.leave.act')}<span class="ww-out-of-sight"> {name.full}</span></a> }]
      : []),
  ];
}
