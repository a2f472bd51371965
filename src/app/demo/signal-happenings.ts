import { answerExpert, answerSignal, askExpert, countSignalWeek, decideSignal, findSignals, noteBarriers, planSignal, raiseSignal, releaseSignal } from '../../engines/questions/index.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { at, isAfter, isLater, workingDayFrom } from './calendar.ts';
import { platform, type Happening } from './happening.ts';
import type { Met } from './invent-barriers.ts';
import { authority } from './set-up.ts';
import type { Staff } from './staff.ts';
import { expertQuestions } from './words/legal.ts';

interface Town {
  staff: Staff;
  publicUrl: string;
  /** The authority is there from the day after. */
  firstDay: Temporal.PlainDate;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
}

/** Barriers are noted, counted every Monday, and what adds up is read, planned, decided and answered by policy. */
export function signalsSeen(met: readonly Met[], { staff, publicUrl, firstDay, now, today }: Town): Happening[] {
  const policy = staff.offeredFor('policy');
  const guide = staff.offeredFor('guide');
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const mondays = Array.from({ length: 36 }, (_, index) => monday.subtract({ days: 7 * index })).filter((day) => isAfter(day, firstDay));
  const decidedOn = workingDayFrom(today.subtract({ days: 70 }));
  return [
    ...met.map(({ at: moment, by, questionId, barriers }) => ({ at: moment.add({ minutes: 1 }), by: staff.actor(by), act: (tx: Transaction) => noteBarriers(tx, questionId, barriers) })),
    ...mondays.map((day) => ({ at: at(day, '00:05'), by: platform, act: (tx: Transaction) => countSignalWeek(tx, day) })),
    { at: at(decidedOn, '10:00'), by: policy, act: (tx: Transaction) => answerOldest(tx, decidedOn, publicUrl) },
    { at: at(workingDayFrom(today.subtract({ days: 9 })), '10:00'), by: policy, act: (tx: Transaction) => planOldest(tx, workingDayFrom(today.add({ days: 12 }))) },
    { at: at(workingDayFrom(today.subtract({ days: 20 })), '15:00'), by: guide, act: (tx: Transaction) => raiseSignal(tx, { reason: 'childcare', theme: 'dutch', serviceId: null, municipality: authority.nisCode, words: 'Ouders met jonge kinderen haken af bij de avondles: er is nergens opvang na zes uur.' }) },
    { at: at(workingDayFrom(today.subtract({ days: 15 })), '09:30'), by: staff.offeredFor('coordinator'), act: releaseFirst },
    { at: at(workingDayFrom(today.subtract({ days: 4 })), '11:00'), by: guide, act: (tx: Transaction) => raiseSignal(tx, { reason: 'distance', theme: 'work', serviceId: null, municipality: null, words: 'Wie in ploegen werkt op het bedrijventerrein, raakt er voor zes uur niet zonder auto.' }) },
  ].filter(({ at: moment }) => isLater(now, moment));
}

async function answerOldest(tx: Transaction, on: Temporal.PlainDate, publicUrl: string): Promise<void> {
  const [signal] = await findSignals(tx, { inside: 'none', states: ['before-policy'] }, 'most', 1);
  if (!signal) return;
  await decideSignal(tx, signal, { decision: 'De dienst krijgt er een halftijdse medewerker bij tot het einde van het jaar.', action: 'Elke maand kijken we hoe lang de wachtlijst nog is', dueOn: on.add({ months: 4 }), on });
  await answerSignal(tx, { id: signal.id, version: signal.version + 1 }, { answer: 'Bedankt voor het noteren. De dienst krijgt er een halftijdse medewerker bij. Blijf noteren waar het vastloopt: zo zien we of het helpt.', publicUrl });
}

async function planOldest(tx: Transaction, meetingOn: Temporal.PlainDate): Promise<void> {
  const [signal] = await findSignals(tx, { inside: 'none', states: ['before-policy'] }, 'most', 1);
  if (signal) await planSignal(tx, signal, { meetingOn, preparedBy: 'Dienst Welzijn' });
}

async function releaseFirst(tx: Transaction): Promise<void> {
  const [signal] = await findSignals(tx, { inside: 'all', states: ['gathering'] }, 'newest', 1);
  if (signal?.words) await releaseSignal(tx, { id: signal.id, version: signal.version, words: signal.words });
}

/** Colleagues ask the legal helpdesk; most was answered within the term. */
export function expertsAsked({ staff, publicUrl, firstDay, now, today }: Town): Happening[] {
  const from = { tenant: authority, publicUrl };
  return expertQuestions.flatMap(({ theme, daysAgo, question, answer }): Happening[] => {
    const askedOn = workingDayFrom(today.subtract({ days: daysAgo }));
    if (!isAfter(askedOn, firstDay)) return [];
    let asked: string | undefined;
    return [
      { at: at(askedOn, '09:20'), by: staff.offeredFor('guide'), act: async (tx: Transaction) => (asked = (await askExpert(tx, { theme, urgency: 'normal', question, accountId: staff.offeredFor('guide').id!, helpQuestionId: null })).id) },
      ...(answer
        ? [
            {
              at: at(workingDayFrom(askedOn.add({ days: 3 })), '14:00'),
              by: staff.offeredFor('social-worker'),
              act: (tx: Transaction) => answerExpert(tx, asked!, { general: answer.general, answer: answer.words, sources: answer.sources, reviewBy: askedOn.add({ months: answer.months }) }, from),
            },
          ]
        : []),
    ].filter(({ at: moment }) => isLater(now, moment));
  });
}
