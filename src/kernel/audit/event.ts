import type { Temporal } from '../time/temporal.ts';

export interface Subject {
  /** 'person', 'household', 'question', 'case' … */
  type: string;
  id: string;
}

export interface NewEvent {
  /** What was done, in the domain's words: 'question-recorded'. */
  act: string;
  subjects: Subject[];
  /** Codes, ids, numbers and days that explain the act; never free text, never a name. */
  detail?: Record<string, string | number | boolean | null | string[]>;
}

export interface Event extends NewEvent {
  sequence: number;
  at: Temporal.Instant;
  actorId: string | null;
  actorRole: string;
  detail: Record<string, string | number | boolean | null | string[]>;
}
