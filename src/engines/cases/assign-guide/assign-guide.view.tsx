import { Button, ErrorSummary, Form, Hidden, LinkButton, RadioGroup, WorkPage, ButtonRow } from '../../../kernel/html/index.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import type { HouseholdSummary } from '../../people/index.ts';
import type { CaseFile } from '../case.ts';
import { backToList } from '../list-to-welcome/back-to-list.ts';
import { text } from '../messages.ts';
import { workerHint } from '../worker-words.ts';
import type { Proposal } from '../worker.ts';

/** For who ticked families and chose no guide, or one who takes no talks any more. */
export function assignGuideView({ cases, households, proposals }: { cases: CaseFile[]; households: Map<string, HouseholdSummary>; proposals: Proposal[] }, context: AgainContext) {
  const { locale, values, errors, refusal } = context;
  const back = backToList(values['back']);
  const wrong = refusal ? { [refusal.name === 'guide-not-active' ? 'guide' : '']: sentenceOf(context) } : cases.length === 0 ? { '': text(locale, 'refusal.nothing-chosen') } : errors;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'assign.title')} crumbs={[{ href: back, label: text(locale, 'list.title') }]}>
      <ErrorSummary locale={locale} errors={wrong} />
      {cases.length === 0 ? (
        <LinkButton href={back}>{text(locale, 'assign.back')}</LinkButton>
      ) : (
        <Form action="/cases/assign" once={context.key}>
          <Hidden name="back" value={back} />
          <p>{text(locale, 'assign.for', { count: cases.length })}</p>
          <ul>
            {cases.map(({ id, householdId }) => (
              <li>
                {households.get(householdId)?.name}
                <Hidden name="case" value={id} />
              </li>
            ))}
          </ul>
          <RadioGroup locale={locale} name="guide" label={text(locale, 'assign.guide')} error={wrong['guide']} options={proposals.map((proposal) => ({ value: proposal.worker.id, label: proposal.worker.name, hint: workerHint(locale, proposal) }))} />
          <ButtonRow>
            <Button icon="user-check">{text(locale, 'assign.act')}</Button>
            <LinkButton href={back}>{text(locale, 'assign.back')}</LinkButton>
          </ButtonRow>
        </Form>
      )}
    </WorkPage>
  );
}

function sentenceOf({ locale, refusal }: AgainContext): string {
  if (refusal?.name === 'guide-not-active') return text(locale, 'refusal.guide-not-active');
  if (refusal?.name === 'too-many-chosen') return text(locale, 'refusal.too-many-chosen', { most: refusal.detail['most'] ?? 0 });
  return text(locale, 'refusal.nothing-chosen');
}
