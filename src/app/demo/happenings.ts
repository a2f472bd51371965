import { holdTalks, missTalks, openCases, planTalks, withdrawCases, type Blueprint } from '../../engines/cases/index.ts';
import { registerHouseholds } from '../../engines/people/index.ts';
import { recordQuestions } from '../../engines/questions/index.ts';
import { prepareReferral, recordMove, sendReferral, type KnownMove } from '../../engines/referrals/index.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { at, isLater } from './calendar.ts';
import { platform, receiver, type Actor, type Happening } from './happening.ts';
import { inventAnswers } from './invent-answers.ts';
import type { DemoHousehold } from './invent-people.ts';
import type { Recorded } from './invent-questions.ts';
import type { DemoReferral } from './invent-referrals.ts';
import type { TalkStep } from './invent-talks.ts';
import type { Random } from './random.ts';
import { authority } from './set-up.ts';
import type { Staff } from './staff.ts';

/** New inhabitants come in by list, and each household gets its case at once. */
export function registrations(households: readonly DemoHousehold[], { practice, by }: { practice: Blueprint; by: Actor }): Happening[] {
  const lists = [...Map.groupBy(households, ({ registeredOn }) => registeredOn.toString()).values()];
  return lists.flatMap((list): Happening[] => {
    const moment = at(list[0]!.registeredOn, '08:40');
    return [
      { at: moment, by, act: (tx) => registerHouseholds(tx, list.map(({ toRegister, id }) => ({ ...toRegister, id }))) },
      { at: moment.add({ minutes: 1 }), by: platform, act: (tx) => openCases(tx, { blueprint: practice.id, householdIds: list.map(({ id }) => id) }) },
    ];
  });
}

export function questionsAsked(recorded: readonly Recorded[], staff: Staff): Happening[] {
  return recorded.map(({ at: moment, by, questions }) => ({ at: moment, by: staff.actor(by), act: (tx) => recordQuestions(tx, questions) }));
}

/** What was sent lately was really sent: its mail lies in the outbox, with the link for the receiver. */
export function referralsMade(referrals: readonly DemoReferral[], { staff, publicUrl, now }: { staff: Staff; publicUrl: string; now: Temporal.Instant }): Happening[] {
  const from = { tenant: authority, publicUrl };
  return referrals.flatMap(({ at: preparedAt, sentAt, referral, consent, moves }): Happening[] => {
    const by = staff.actor(referral.sentBy!);
    const isLive = isLater(preparedAt, now.subtract({ hours: 24 * 30 }));
    const move = (version: number, rest: Pick<KnownMove, 'state' | 'reason' | 'note' | 'appointment' | 'heard'>) => (tx: Transaction) => recordMove(tx, { ...referral, ...rest, version });
    return [
      { at: preparedAt, by, act: (tx) => prepareReferral(tx, referral, consent) },
      ...(sentAt ? [{ at: sentAt, by, act: isLive ? (tx: Transaction) => sendReferral(tx, referral.id, from) : move(1, { state: 'sent' }) }] : []),
      ...moves.map(({ at: moment, ...rest }, index) => ({ at: moment, by: rest.state === 'withdrawn' ? by : rest.state === 'stalled' ? platform : receiver, act: move(index + 2, rest) })),
    ];
  });
}

/** The steps of one kind that one person takes at one moment are one act. */
export function talksHeld(random: Random, steps: readonly TalkStep[], { practice, staff }: { practice: Blueprint; staff: Staff }): Happening[] {
  const planner = staff.offeredFor('coordinator');
  const actorOf = (step: TalkStep) => ('by' in step && step.by ? staff.actor(step.by) : planner);
  const groups = [...Map.groupBy(steps, (step) => `${step.kind} ${step.at.epochMilliseconds} ${actorOf(step).id}`).values()];
  return groups.map((group) => ({ at: group[0]!.at, by: actorOf(group[0]!), act: actOf(random, practice, group) }));
}

function actOf(random: Random, practice: Blueprint, group: readonly TalkStep[]): Happening['act'] {
  const questionnaire = practice.questionnaires[0]!;
  const [plans, misses, endings] = [group.filter((step) => step.kind === 'plan'), group.filter((step) => step.kind === 'miss'), group.filter((step) => step.kind === 'withdraw')];
  if (plans.length > 0) return (tx) => planTalks(tx, practice, plans.map(({ talk }) => talk));
  if (misses.length > 0) return (tx) => missTalks(tx, practice, misses);
  if (endings.length > 0) return (tx) => withdrawCases(tx, practice, endings);
  const talks = group.filter((step) => step.kind === 'hold').map(({ talk }) => ({ ...talk, answers: inventAnswers(random, questionnaire) }));
  return (tx) => holdTalks(tx, practice, talks);
}
