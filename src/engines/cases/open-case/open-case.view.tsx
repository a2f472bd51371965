import { Alert, Columns, LinkButton, StatusChip, WorkPage } from '../../../kernel/html/index.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { CaseClock } from '../case-clock.tsx';
import { clockOf, standingOf } from '../case.ts';
import { text } from '../messages.ts';
import { CaseHistory } from './case-history.tsx';
import { AppointmentPanel, CloseCase } from './case-talk-ahead.tsx';
import { FamilyPanel, PlanPanel } from './case-side.tsx';
import { TalkPanel } from './case-talk.tsx';
import type { OpenedCase } from './open-case.ts';

const refusals = ['changed-meanwhile', 'talk-not-ahead', 'talk-not-yet', 'case-closed', 'not-withdrawn', 'runs-already', 'unknown-ending'] as const;

/** One case: its clock, the talk ahead, what was said, what came of it, and what happened. */
export function openCaseView(opened: OpenedCase, context: ViewContext | AgainContext) {
  const { file, household, clocks } = opened;
  const { locale } = context;
  const refused = 'refusal' in context ? refusals.find((name) => name === context.refusal?.name) : undefined;
  const errors = 'errors' in context ? Object.values(context.errors) : [];
  return (
    <WorkPage
      frame={context.frame()}
      title={household.members[0]?.name.full ?? text(locale, 'case.nameless')}
      lead={
        <>
          <StandingOf opened={opened} context={context} /> <InTime opened={opened} context={context} /> <CaseClock file={file} facts={clocks} context={context} />
        </>
      }
      crumbs={[{ href: '/welcome', label: text(locale, 'list.title') }]}
      act={<MainAct opened={opened} context={context} />}
    >
      {refused && <Alert kind="error">{text(locale, `refusal.${refused}`)}</Alert>}
      {errors.length > 0 && <Alert kind="error">{errors.join(' ')}</Alert>}
      <Columns
        main={
          <>
            <AppointmentPanel opened={opened} context={context} />
            <TalkPanel opened={opened} context={context} />
            <CloseCase opened={opened} context={context} />
          </>
        }
        side={
          <>
            <FamilyPanel opened={opened} context={context} />
            <PlanPanel opened={opened} context={context} />
            <CaseHistory opened={opened} context={context} />
          </>
        }
      />
    </WorkPage>
  );
}

function StandingOf({ opened: { file, blueprint, appointments }, context: { locale } }: { opened: OpenedCase; context: ViewContext }) {
  const standing = standingOf(file, appointments.some(({ state }) => state === 'planned'));
  if (standing === 'reached') return <StatusChip tone="done">{text(locale, 'standing.welcomed')}</StatusChip>;
  if (standing === 'planned') return <StatusChip tone="busy">{text(locale, 'standing.planned')}</StatusChip>;
  if (standing === 'to-plan') return <StatusChip tone="waiting">{text(locale, 'standing.to-plan')}</StatusChip>;
  const ending = blueprint.trajectory.closings.find(({ id }) => id === file.outcome);
  return <StatusChip tone="closed">{ending ? (locale === 'nl' ? ending.name.nl : ending.name.en) : text(locale, 'standing.withdrawn')}</StatusChip>;
}

/** Of a clock that was stopped: whether that was within its term. */
function InTime({ opened: { file }, context: { locale, today } }: { opened: OpenedCase; context: ViewContext }) {
  const reading = file.reachedOn ? clockOf(file, today) : undefined;
  if (!reading) return null;
  return <StatusChip tone={reading.isOverdue ? 'harm' : 'done'}>{reading.isOverdue ? text(locale, 'case.late', { count: -reading.daysLeft }) : text(locale, 'case.in-time')}</StatusChip>;
}

/** The one thing to do now: plan while nothing is planned, hold the talk when it is. */
function MainAct({ opened: { file, appointments, talk }, context: { locale, may } }: { opened: OpenedCase; context: ViewContext }) {
  if (file.closedOn) return null;
  const isPlanned = appointments.some(({ state }) => state === 'planned');
  if (may('cases:talk') && (isPlanned || file.responseId)) {
    return (
      <LinkButton look="primary" icon="messages-square" hotkey="n" href={`/cases/${file.id}/talk`}>
        {text(locale, talk ? 'talk.go-on' : 'talk.start')}
      </LinkButton>
    );
  }
  if (may('cases:plan') && !isPlanned) {
    return (
      <LinkButton look="primary" icon="calendar-plus" hotkey="n" href={`/cases/${file.id}/plan`}>
        {text(locale, 'plan.act')}
      </LinkButton>
    );
  }
  return null;
}
