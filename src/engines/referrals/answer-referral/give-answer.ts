import { z } from 'zod';
import { instantOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { makeMove, type MoveFacts } from '../make-move.ts';
import { moveOfAnswer, type Mover } from '../move.ts';
import { answers, declineReasons, type Referral } from '../referral.ts';

const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** What an answer's form holds; the facts of an appointment count only with the answer that makes one. */
export const answerShape = {
  version: field.version(),
  answer: field.choice(answers),
  reason: field.optionalChoice(declineReasons),
  note: field.optionalText(1000),
  appointmentDay: field.optionalDay(),
  appointmentTime: z.preprocess(blankIsAbsent, field.time().optional()),
  appointmentPlace: field.optionalText(200),
  appointmentWith: field.optionalText(100),
};
const schema = z.object(answerShape);
export type GivenAnswer = z.output<typeof schema>;

/** Takes a service's answer, from its link or as told by telephone. */
export async function giveAnswer(tx: Transaction, referral: Referral, answer: GivenAnswer, by: Mover): Promise<Refusal | undefined> {
  const facts = factsOf(tx, answer);
  return 'status' in facts ? facts : makeMove(tx, referral, moveOfAnswer[answer.answer], by, facts);
}

function factsOf(tx: Transaction, { version, answer, reason, note, appointmentDay, appointmentTime, appointmentPlace, appointmentWith }: GivenAnswer): MoveFacts | Refusal {
  if (answer === 'decline') return reason ? { version, reason, note } : refuse('reason-needed', { field: 'reason' });
  if (answer !== 'appoint') return { version, note };
  if (!appointmentDay) return refuse('appointment-needs-day', { field: 'appointmentDay' });
  if (!appointmentTime) return refuse('appointment-needs-time', { field: 'appointmentTime' });
  if (!appointmentPlace) return refuse('appointment-needs-place', { field: 'appointmentPlace' });
  const at = instantOf(appointmentDay.toPlainDateTime(appointmentTime));
  if (Temporal.Instant.compare(at, tx.now) <= 0) return refuse('appointment-in-past', { field: 'appointmentDay' });
  return { version, note, appointment: { at, place: appointmentPlace, with: appointmentWith ?? null, slotId: null } };
}
