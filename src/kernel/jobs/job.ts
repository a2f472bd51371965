import type { Database, Read, Scope, Transaction } from '../db/database.ts';
import type { Holding } from '../holdings/holding.ts';
import type { Mailer } from '../messages/mailer.ts';
import type { Temporal } from '../time/temporal.ts';

export interface NewJob {
  /** The handler's name, as an engine lists it. */
  job: string;
  payload: Record<string, unknown>;
  /** One waiting job per key: planning it again does nothing. */
  key?: string;
  notBefore?: Temporal.Instant;
}

export interface JobContext {
  scope: Scope;
  now(): Temporal.Instant;
  read<T>(work: (read: Read) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** True once the platform is stopping: long work leaves at the next safe point and goes on at the next start. */
  isStopping(): boolean;
  services: JobServices;
}

/** Outside parties that jobs reach; the kernel makes them at boot. */
export interface JobServices {
  database: Database;
  publicUrl: string;
  filesFolder: string;
  /** What must stand outside the database. */
  dataFolder: string;
  mailer: Mailer;
  holdings: readonly Holding[];
}

/**
 * Does the work; may run twice after a crash, so its effect must be the same when it does. 'go-on-later' leaves the job
 * as it is, for the next start: long work answers so when the platform is stopping.
 */
export type JobHandler = (context: JobContext, payload: Record<string, any>) => Promise<void | 'go-on-later'>;
/** Runs once a minute for each tenant; finds by the rows and the clock what is due. */
export type Sweep = (context: JobContext) => Promise<void>;
