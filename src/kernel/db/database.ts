import type { Kysely } from 'kysely';
import pg from 'pg';
import { sendEvents } from '../audit/event.store.ts';
import type { NewEvent } from '../audit/event.ts';
import type { Clock } from '../clock/clock.ts';
import { isId } from '../id.ts';
import { plannedJobs } from '../jobs/job.store.ts';
import type { NewJob } from '../jobs/job.ts';
import type { Temporal } from '../time/temporal.ts';
import { kyselyOver } from './scoped-kysely.ts';
import type { Read, Scope, Transaction } from './types.ts';
import { valueTypes } from './value-types.ts';

export type { Read, Scope, Transaction } from './types.ts';

/** The application's door to PostgreSQL: every query runs in a transaction that has a tenant and an actor. */
export class Database {
  readonly pool: pg.Pool;
  readonly #clock: Clock;
  /** Called after a commit that planned jobs, so that a worker need not wait for its next look. */
  onJobsPlanned: (tenantId: string) => void = () => {};

  constructor(config: pg.PoolConfig, clock: Clock, log: (message: string) => void = () => {}) {
    // Pipelined: a statement need not wait for the answer to the one before it, as with a transaction's begin and its first query.
    this.pool = new pg.Pool({ max: 10, ...config, pipeline: true, types: valueTypes, application_name: 'wegwijs' } as pg.PoolConfig);
    // Without a listener, a database that stops would end the process from inside an idle connection.
    this.pool.on('error', (error) => log(`database connection lost: ${error.message}`));
    this.#clock = clock;
  }

  /** Runs `work` in a read-only transaction that sees the scope's tenant only. */
  async read<T>(scope: Scope, work: (read: Read) => Promise<T>): Promise<T> {
    return this.#inTransaction(scope, 'begin isolation level repeatable read read only', async (client) => ({ value: await work(this.#handle(client, scope)) }));
  }

  /**
   * Runs `work` in one transaction; its rows, its events and its jobs commit together. The events are chained last, in one
   * breath with the commit, so that the tenant's chain is locked as briefly as can be.
   */
  async write<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const afterwards: Array<() => void> = [];
    const jobs: NewJob[] = [];
    const result = await this.#inTransaction(scope, 'begin', async (client) => {
      const events: NewEvent[] = [];
      const tx: Transaction = {
        ...this.#handle(client, scope),
        record: (event) => void events.push(event),
        plan: (job) => void jobs.push(job),
        afterCommit: (run) => void afterwards.push(run),
      };
      const value = await work(tx);
      if (jobs.length > 0) await plannedJobs(tx, jobs);
      return { value, last: events.length > 0 ? () => sendEvents(client, scope, tx.now, events) : undefined };
    });
    for (const run of afterwards) run();
    if (jobs.length > 0) this.onJobsPlanned(scope.tenantId);
    return result;
  }

  /** Whether the database answers at all. */
  async isUp(): Promise<boolean> {
    return this.pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  /** The clock's moment, for work outside a transaction. */
  now(): Temporal.Instant {
    return this.#clock.now();
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  #handle(client: pg.PoolClient, scope: Scope): Read {
    const kysely = kyselyOver(client);
    return { scope, now: this.#clock.now(), on: <Tables>() => kysely as unknown as Kysely<Tables> };
  }

  async #inTransaction<T>(scope: Scope, begin: string, work: (client: pg.PoolClient) => Promise<Worked<T>>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      // Should begin fail, what follows it has no tenant: it finds nothing and may write nothing.
      const begun = client.query(`${begin}; ${scopeStatement(scope)}`);
      const [{ value, last }] = await Promise.all([work(client), begun]);
      // When the last statement fails, the commit behind it ends the transaction as a rollback.
      await Promise.all([last?.(), client.query('commit')]);
      return value;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

interface Worked<T> {
  value: T;
  /** Sends the statements that go with the commit. */
  last?: (() => Promise<void>) | undefined;
}

/** Begin and scope travel in one message, so the values are checked to be ids here: nothing else can get into the text. */
function scopeStatement({ tenantId, actorId }: Scope): string {
  if (!isId(tenantId)) throw new Error('A transaction needs a tenant.');
  if (actorId !== null && !isId(actorId)) throw new Error('An actor is an id.');
  return `select set_config('wegwijs.tenant','${tenantId}',true), set_config('wegwijs.actor','${actorId ?? ''}',true)`;
}
