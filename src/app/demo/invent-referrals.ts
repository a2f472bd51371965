import type { Theme } from '../../engines/directory/index.ts';
import type { DeclineReason, GivenConsent, KnownMove, NewReferral, ReferralState, Shareable } from '../../engines/referrals/index.ts';
import type { Handling } from '../../engines/questions/index.ts';
import { newId } from '../../kernel/id.ts';
import { civilZone, dayOf, instantOf } from '../../kernel/clock/clock.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { isLater, workingDayFrom } from './calendar.ts';
import type { DemoQuestion, Recorded } from './invent-questions.ts';
import type { Random } from './random.ts';
import type { DemoService } from './words/services.ts';

export type KnownService = DemoService & { id: string; organisationId: string };

/** A referral with all that became of it until now. */
export interface DemoReferral {
  at: Temporal.Instant;
  /** Null was kept and not yet sent. */
  sentAt: Temporal.Instant | null;
  referral: NewReferral;
  consent: GivenConsent;
  moves: Step[];
}

export interface Step {
  at: Temporal.Instant;
  state: Exclude<ReferralState, 'prepared' | 'sent'>;
  reason?: DeclineReason;
  note?: string;
  appointment?: KnownMove['appointment'];
  heard?: KnownMove['heard'];
}

export interface Referring {
  recorded: readonly Recorded[];
  services: readonly KnownService[];
  now: Temporal.Instant;
  /** About so many. */
  count: number;
}

/** Some of the questions of people whose name is known go to a service; at first few, later more. Says so among what was done. */
export function inventReferrals(random: Random, { recorded, services, now, count }: Referring): DemoReferral[] {
  const named = recorded.flatMap(({ at, by, questions }) => questions.filter(({ personId }) => personId).map((question) => ({ at, by, question })));
  return named.flatMap((asked, index) => {
    const fitting = services.filter(({ themes, mail }) => mail && themes.includes(asked.question.theme));
    const chance = (count / named.length) * (0.3 + (1.4 * index) / named.length) * (isRecent(asked.at, now) ? 2.2 : 1);
    return fitting.length > 0 && random.is(Math.min(chance, 0.8)) ? [refer(random, asked, random.one(fitting), now)] : [];
  });
}

interface Asked {
  at: Temporal.Instant;
  by: string;
  question: DemoQuestion;
}

function refer(random: Random, { at, by, question }: Asked, service: KnownService, now: Temporal.Instant): DemoReferral {
  const referral: NewReferral = {
    id: newId(),
    questionId: question.id,
    personId: question.personId!,
    serviceId: service.id,
    organisationId: service.organisationId,
    serviceName: service.name,
    organisationName: service.organisation,
    theme: question.theme,
    request: requestFor(question.theme, question.note),
    shares: inventShares(random),
    // Nobody of the made-up town gets a message.
    tells: false,
    sentBy: by,
  };
  const consent: GivenConsent = { on: dayOf(at), way: random.weighed({ spoken: 60, 'spoken-with-interpreter': 28, written: 12 }), until: dayOf(at).add({ years: 3 }) };
  if (isRecent(at, now) && random.is(0.1)) return { at, sentAt: null, referral, consent, moves: [] };
  question.handling = [...new Set<Handling>([...(question.handling ?? []), 'referred'])];
  return { at, sentAt: at, referral, consent, moves: inventMoves(random, service, at).filter((step) => isLater(now, step.at)) };
}

/** In the last ten days, where much still waits. */
function isRecent(moment: Temporal.Instant, now: Temporal.Instant): boolean {
  return isLater(moment, now.subtract({ hours: 240 }));
}

function inventShares(random: Random): Shareable[] {
  return ['phone', 'languages', ...(random.is(0.4) ? ['email' as const] : []), ...(random.is(0.3) ? ['household' as const] : []), ...(random.is(0.2) ? ['address' as const] : [])];
}

function requestFor(theme: Theme, note: string | null): string {
  const usual: Partial<Record<Theme, string>> = { housing: 'Graag hulp bij het zoeken van een woning.', dutch: 'Graag een intake voor een cursus Nederlands.', work: 'Graag een eerste gesprek over werk.' };
  return note ?? usual[theme] ?? 'Graag een afspraak om te bekijken wat mogelijk is.';
}

/** What a referral would come to, were it given all the time it needs. */
function inventMoves(random: Random, service: KnownService, sentAt: Temporal.Instant): Step[] {
  const after = (moment: Temporal.Instant, days: number): Temporal.Instant => atWork(moment.add({ minutes: Math.round(days * 24 * 60) }));
  const steps: Step[] = [];
  const seenAt = after(sentAt, 0.05 + random.next() * 2.5);
  if (random.is(0.85)) steps.push({ at: seenAt, state: 'seen' });
  if (random.is(0.05)) return [...steps, ...givenBack(random, after(steps.at(-1)?.at ?? sentAt, 30.1), { state: 'stalled', heard: { outcome: 'none', days: 30 } })];
  const answeredAt = after(seenAt, service.answersIn * 1.4 * (0.3 + random.next() ** 2 * 1.9));
  const days = dayOf(sentAt).until(dayOf(answeredAt)).days;
  if (random.is(service.notAccepting ? 0.38 : 0.12)) {
    const reason = service.notAccepting === 'full' || service.notAccepting === 'waiting-list' ? service.notAccepting : random.weighed({ full: 20, 'waiting-list': 30, 'outside-target': 20, 'not-reached': 18, 'not-wanted': 8, language: 4 });
    return [...steps, ...givenBack(random, answeredAt, { state: 'declined', reason, heard: { outcome: 'declined', days } })];
  }
  steps.push({ at: answeredAt, state: 'accepted', heard: { outcome: 'accepted', days }, ...(random.is(0.3) ? { note: random.one(acceptedNotes) } : {}) });
  if (random.is(0.06)) return [...steps, ...givenBack(random, after(answeredAt, 30.1), { state: 'stalled' })];
  const agreedAt = random.is(0.45) ? after(answeredAt, 0.1 + random.next() * 2) : undefined;
  const startedAt = after(agreedAt ?? answeredAt, 1 + random.next() * 16);
  if (agreedAt) steps.push({ at: agreedAt, state: 'appointment', appointment: { at: startedAt, place: 'Sluisplein 3', with: random.is(0.5) ? 'het onthaal' : null, slotId: null } });
  steps.push({ at: startedAt, state: 'started' });
  steps.push({ at: after(startedAt, 6 + random.next() ** 2 * 130), state: 'done' });
  return steps;
}

const acceptedNotes = ['We bellen deze week voor een afspraak.', 'Welkom op het eerste onthaal, dinsdag om 10 uur.', 'Er is plaats vanaf volgende maand; we nemen contact op.'];

/** Comes back to the sender, who lets go of it after some days and looks for another way. */
function givenBack(random: Random, moment: Temporal.Instant, step: Omit<Step, 'at'>): Step[] {
  return [{ at: moment, ...step }, { at: atWork(moment.add({ hours: 24 * random.between(4, 24) })), state: 'withdrawn' }];
}

/** The same moment when people are at work then; otherwise on the next working day, between half past eight and half past five. */
function atWork(moment: Temporal.Instant): Temporal.Instant {
  const local = moment.toZonedDateTimeISO(civilZone);
  const minute = local.hour * 60 + local.minute;
  const day = workingDayFrom(minute < 1050 ? local.toPlainDate() : local.toPlainDate().add({ days: 1 }));
  const time = minute >= 510 && minute < 1050 && day.equals(local.toPlainDate()) ? minute : 510 + (minute % 540);
  return instantOf(day.toPlainDateTime({ hour: Math.floor(time / 60), minute: time % 60 }));
}
