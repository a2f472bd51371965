import { z } from 'zod';
import { withdrawLinks } from '../../../kernel/access/identify.store.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { advanceCase } from '../advance-case.ts';
import { answerMomentRequest, endAppointment, findTalkAhead } from '../appointment.store.ts';
import { findCasesOf, getBlueprint, updateCase } from '../case.store.ts';
import { caseSubjects } from '../case.ts';
import { lockOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { showCaseAgain } from '../open-case/open-case.ts';

const output = z.object({ id: z.uuid() });

/** The case ends in another way than by its talk: the family moved away, does not want one. The clock stops; what was planned is off. */
export const closeCaseAct = act({
  path: '/cases/:id/close',
  permission: 'cases:plan',
  event: 'case-withdrawn',
  input: z.strictObject({ id: field.id(), version: field.version(), outcome: field.text(60) }),
  act: async ({ tx, actor, input, today }) => {
    const file = await lockOwnCase(tx, actor, input.id);
    if (!file) return notFound;
    if (file.closedOn) return refuse('case-closed', { status: 409 });
    if (file.version !== input.version) return changedMeanwhile();
    const { closings } = (await getBlueprint(tx, file.blueprintId)).trajectory;
    if (!closings.some(({ id }) => id === input.outcome)) return refuse('unknown-ending', { field: 'outcome' });
    const ahead = await findTalkAhead(tx, file.id);
    if (ahead) {
      await endAppointment(tx, { id: ahead.id, state: 'called-off', reason: 'authority' });
      await advanceCase(tx, file, { kind: 'appointment', event: 'reactivate', on: today });
    }
    await answerMomentRequest(tx, file.id);
    await withdrawLinks(tx, file.id, 'invitation');
    await updateCase(tx, file.id, { closedOn: today, outcome: input.outcome });
    tx.record({ act: 'case-withdrawn', subjects: caseSubjects(file), detail: { outcome: input.outcome, on: today.toString() } });
    return { id: file.id };
  },
  done: ({ id }, { locale }) => seeOther(`/cases/${id}`, { kind: 'done', text: text(locale, 'close.done') }),
  again: showCaseAgain,
  api: { summary: 'End a case in another way than by its talk', output },
});

/** The family came back, or it was a mistake: the clock goes on from the day of arrival. */
export const reopenCaseAct = act({
  path: '/cases/:id/reopen',
  permission: 'cases:plan',
  event: 'case-reopened',
  input: z.strictObject({ id: field.id(), version: field.version() }),
  act: async ({ tx, actor, input }) => {
    const file = await lockOwnCase(tx, actor, input.id);
    if (!file) return notFound;
    if (!file.closedOn || file.reachedOn || file.outcome === 'merged') return refuse('not-withdrawn', { status: 409 });
    if (file.version !== input.version) return changedMeanwhile();
    const running = (await findCasesOf(tx, file.householdId)).some((other) => other.blueprint === file.blueprint && other.closedOn === null);
    if (running) return refuse('runs-already', { status: 409 });
    await updateCase(tx, file.id, { closedOn: null, outcome: null });
    tx.record({ act: 'case-reopened', subjects: caseSubjects(file) });
    return { id: file.id };
  },
  done: ({ id }, { locale }) => seeOther(`/cases/${id}`, { kind: 'done', text: text(locale, 'reopen.done') }),
  again: showCaseAgain,
  api: { summary: 'Take up a withdrawn case again', output },
});
