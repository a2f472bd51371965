import { Button, ButtonRow, Form, Panel, StatusChip } from '../../../../kernel/html/index.ts';
import { Hidden } from '../../../../kernel/html/parts/other-fields.tsx';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { isOpen, type RowCandidate } from '../newcomer-list.ts';
import type { RowScreen } from '../repair-row/repair-row.ts';
import { almostCertain } from '../../likeness.ts';
import { reasonsText } from '../../match-choice.tsx';
import { ComparedTable, factsOfNewcomer, factsOfPerson } from './compared-table.tsx';

interface Parts {
  screen: RowScreen;
  context: ViewContext;
}

/** Whom the row may be, side by side with it, and the question whether it is. Nothing is chosen beforehand. */
export function DuplicatePanels({ screen, context }: Parts) {
  const { list, row } = screen;
  const { locale, key } = context;
  if (row.outcome !== 'duplicate' || !row.person) return null;
  return (
    <>
      {row.decision && <p>{text(locale, `decided.${row.decision}`)}</p>}
      {row.candidates.map((candidate) => (
        <CandidatePanel candidate={candidate} screen={screen} context={context} />
      ))}
      {isOpen(list) && (
        <Panel title={text(locale, 'duplicate.other')}>
          <Form action={`/people/import/${list.id}/rows/${row.line}/decide`} once={key} version={row.version} label={text(locale, 'duplicate.other')}>
            <ButtonRow>
              <Button look="secondary" icon="user-plus" name="decision" value="different">
                {text(locale, 'duplicate.different')}
              </Button>
              <Button look="subtle" icon="hourglass" name="decision" value="later">
                {text(locale, 'duplicate.later')}
              </Button>
            </ButtonRow>
            <p>{text(locale, 'duplicate.later.what')}</p>
          </Form>
        </Panel>
      )}
    </>
  );
}

function CandidatePanel({ candidate, screen, context }: Parts & { candidate: RowCandidate }) {
  const { list, row, persons, households, twins } = screen;
  const { locale, key } = context;
  const isPerson = 'personId' in candidate;
  const person = isPerson ? persons.get(candidate.personId) : undefined;
  const twin = isPerson ? undefined : twins.get(candidate.line)?.person;
  const household = person?.householdId ? households.get(person.householdId) : undefined;
  const right = person ? factsOfPerson(locale, person, household) : twin ? factsOfNewcomer(locale, twin) : null;
  if (!right) return null;
  const reasons = reasonsText(locale, candidate.reasons);
  return (
    <Panel
      title={isPerson ? text(locale, 'duplicate.person') : text(locale, 'duplicate.twin', { line: candidate.line })}
      tone="waiting"
      act={<StatusChip tone={candidate.score >= almostCertain ? 'busy' : 'waiting'}>{text(locale, candidate.score >= almostCertain ? 'duplicate.almost-certain' : 'duplicate.probable')}</StatusChip>}
    >
      {reasons && <p>{reasons}</p>}
      <ComparedTable locale={locale} left={factsOfNewcomer(locale, row.person!)} right={right} heads={[text(locale, 'duplicate.list'), isPerson ? text(locale, 'duplicate.register') : text(locale, 'duplicate.twin', { line: candidate.line })]} />
      {isOpen(list) && (
        <Form action={`/people/import/${list.id}/rows/${row.line}/decide`} once={key} version={row.version} label={text(locale, 'duplicate.same')}>
          {isPerson ? <Hidden name="person" value={candidate.personId} /> : <Hidden name="twin" value={candidate.line} />}
          <ButtonRow>
            <Button look={isPerson ? 'secondary' : 'primary'} icon="user-check" name="decision" value="same">
              {text(locale, isPerson ? 'duplicate.same' : 'duplicate.same.twin')}
            </Button>
            {isPerson && (
              <Button look="secondary" name="decision" value="same-update">
                {text(locale, 'duplicate.same-update')}
              </Button>
            )}
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}
