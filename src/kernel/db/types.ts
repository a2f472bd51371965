import type { Kysely } from 'kysely';
import type { Temporal } from '../time/temporal.ts';
import type { NewEvent } from '../audit/event.ts';
import type { NewJob } from '../jobs/job.ts';

/** Whose rows a transaction can see, and who acts. Set once per transaction; without it a query finds nothing. */
export interface Scope {
  tenantId: string;
  /** The account, token or link that acts; null for the platform itself. */
  actorId: string | null;
  /** As what role the actor does this; goes into the event log. */
  actorRole: string;
}

/** A handle that can only read: the transaction behind it is READ ONLY. */
export interface Read {
  readonly scope: Scope;
  readonly now: Temporal.Instant;
  /** The query builder over the tables that the calling engine knows. */
  on<Tables>(): Kysely<Tables>;
}

/** A handle that can write. What it records and plans commits together with its rows, or not at all. */
export interface Transaction extends Read {
  /** Adds one entry to the tenant's hash chain: codes and ids only, never free text or a name. */
  record(event: NewEvent): void;
  /** Plans background work. */
  plan(job: NewJob): void;
  /** Runs once the rows are safe; for waking a worker, never for what must not be lost. */
  afterCommit(run: () => void): void;
}

