import type { Temporal } from '../../kernel/time/temporal.ts';
import type { ClockReading } from './clock.ts';
import { readClock } from './clock.ts';

/** What is known of a case without opening anyone's file. */
export interface CaseFile {
  id: string;
  /** The practice. */
  blueprint: string;
  /** The kept copy that it runs on. */
  blueprintId: string;
  householdId: string;
  /** The day on which its clock started. */
  openedOn: Temporal.PlainDate;
  termId: string | null;
  /** The last day within the term. */
  dueOn: Temporal.PlainDate | null;
  /** The day from which it asks for attention. */
  attentionOn: Temporal.PlainDate | null;
  reachedOn: Temporal.PlainDate | null;
  closedOn: Temporal.PlainDate | null;
  outcome: string | null;
  guideId: string | null;
  /** The name on the guide's account. */
  guideName: string | null;
  /** Contact languages of the household, best first (BCP 47). */
  languages: string[];
  /** NIS code. */
  municipality: string | null;
  responseId: string | null;
  talkLanguage: string | null;
  approach: string | null;
  version: number;
}

export const appointmentStates = ['planned', 'held', 'missed', 'called-off'] as const;
export type AppointmentState = (typeof appointmentStates)[number];
export const placeKinds = ['home', 'desk', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface Appointment {
  id: string;
  caseId: string;
  workerId: string;
  workerName: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  placeKind: PlaceKind;
  /** Where, in words; null at home, and at the desk when nothing was filled in. */
  place: string | null;
  state: AppointmentState;
  reason: string | null;
  confirmedAt: Temporal.Instant | null;
  sequence: number;
  changedAt: Temporal.Instant;
  version: number;
}

/** Why a talk was called off. */
export const callOffReasons = ['family', 'guide', 'authority'] as const;
export type CallOffReason = (typeof callOffReasons)[number];

/** Where a case stands, derived from its rows and the day. */
export type Standing = 'to-plan' | 'planned' | 'reached' | 'withdrawn';

export function standingOf(file: Pick<CaseFile, 'closedOn' | 'reachedOn'>, hasTalkAhead: boolean): Standing {
  if (file.reachedOn) return 'reached';
  if (file.closedOn) return 'withdrawn';
  return hasTalkAhead ? 'planned' : 'to-plan';
}

/** How the clock stands; undefined for a practice without one. */
export function clockOf(file: Pick<CaseFile, 'openedOn' | 'dueOn' | 'reachedOn' | 'closedOn'>, today: Temporal.PlainDate): ClockReading | undefined {
  if (!file.dueOn) return undefined;
  return readClock({ startedOn: file.openedOn, dueOn: file.dueOn, stoppedOn: file.reachedOn ?? file.closedOn }, today);
}

/** "Noor" of "Noor Peeters": what a family needs to know of the guide. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** Whose log an act on a case stands in. */
export function caseSubjects({ id, householdId }: Pick<CaseFile, 'id' | 'householdId'>): { type: string; id: string }[] {
  return [
    { type: 'case', id },
    { type: 'household', id: householdId },
  ];
}
