import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { ActContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { advanceCase } from '../advance-case.ts';
import { answerMomentRequest, endAppointment, findTalkAhead } from '../appointment.store.ts';
import { callOffReasons, caseSubjects } from '../case.ts';
import { lockOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { showCaseAgain } from '../open-case/open-case.ts';

const output = z.object({ id: z.uuid() });

export const callOffTalkAct = act({
  path: '/cases/:id/call-off',
  permission: 'cases:plan',
  event: 'talk-called-off',
  input: z.strictObject({ id: field.id(), version: field.version(), reason: field.choice(callOffReasons) }),
  act: (context) => endTalk(context, { state: 'called-off', reason: context.input.reason }),
  done: ({ id }, { locale }) => seeOther(`/cases/${id}`, { kind: 'done', text: text(locale, 'call-off.done') }),
  again: showCaseAgain,
  api: { summary: 'Call off the talk of a case', output },
});

/** The family did not come, or was not at home. Not before the talk should have begun. */
export const recordMissedAct = act({
  path: '/cases/:id/missed',
  permission: 'cases:plan',
  event: 'talk-missed',
  input: z.strictObject({ id: field.id(), version: field.version() }),
  act: (context) => endTalk(context, { state: 'missed' }),
  done: ({ id }, { locale }) => seeOther(`/cases/${id}`, { kind: 'done', text: text(locale, 'missed.done') }),
  again: showCaseAgain,
  api: { summary: 'Record that the family missed the talk', output },
});

async function endTalk({ tx, actor, input, today }: ActContext<{ id: string; version: number }>, end: { state: 'called-off' | 'missed'; reason?: string }) {
  const file = await lockOwnCase(tx, actor, input.id);
  if (!file) return notFound;
  const ahead = await findTalkAhead(tx, file.id);
  if (!ahead) return refuse('talk-not-ahead', { status: 409 });
  if (end.state === 'missed' && Temporal.Instant.compare(tx.now, ahead.startsAt) < 0) return refuse('talk-not-yet');
  if (!(await endAppointment(tx, { id: ahead.id, version: input.version, ...end }))) return changedMeanwhile();
  await answerMomentRequest(tx, file.id);
  const subjects = [...caseSubjects(file), { type: 'account', id: ahead.workerId }];
  tx.record({ act: end.state === 'missed' ? 'talk-missed' : 'talk-called-off', subjects, detail: { startsAt: ahead.startsAt.toString(), reason: end.reason ?? null } });
  await advanceCase(tx, file, { kind: 'appointment', event: 'reactivate', on: today });
  return { id: file.id };
}
