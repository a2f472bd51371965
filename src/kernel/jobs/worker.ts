import type { Clock } from '../clock/clock.ts';
import type { Database, Scope } from '../db/database.ts';
import { findTenants } from '../access/tenant.store.ts';
import { claimJobs, failJob, finishJob, releaseClaims, releaseJob, type ClaimedJob } from './job.store.ts';
import type { JobContext, JobHandler, JobServices, Sweep } from './job.ts';

export interface WorkerParts {
  database: Database;
  clock: Clock;
  services: JobServices;
  handlers: Record<string, JobHandler>;
  sweeps: Record<string, Sweep>;
  log: (entry: { job: string; error: string }) => void;
}

export interface Worker {
  /** Does all jobs that are due now, for every tenant, and returns how many. */
  runDueJobs(): Promise<number>;
  /** Runs every sweep once, for every tenant. */
  sweep(): Promise<void>;
  /** Looks for work each second and sweeps each minute, until stopped. */
  start(): void;
  stop(): Promise<void>;
}

const pause = 1000;
const sweepEvery = 60_000;
const batch = 20;

/** The platform's background worker: one at a time per process, so that the desk keeps its speed. */
export function createWorker({ database, clock, services, handlers, sweeps, log }: WorkerParts): Worker {
  let stopping = false;
  let running: Promise<unknown> = Promise.resolve();
  let timers: NodeJS.Timeout[] = [];

  const contextOf = (tenantId: string): JobContext => {
    const scope: Scope = { tenantId, actorId: null, actorRole: 'platform' };
    return {
      scope,
      now: () => clock.now(),
      read: (work) => database.read(scope, work),
      write: (work) => database.write(scope, work),
      isStopping: () => stopping,
      services,
    };
  };

  const runOne = async (context: JobContext, job: ClaimedJob): Promise<void> => {
    if (stopping) return context.write((tx) => releaseJob(tx, job.id));
    try {
      const handler = handlers[job.job];
      if (!handler) throw new Error(`No handler for the job ${job.job}`);
      const outcome = await handler(context, job.payload);
      if (outcome === 'go-on-later') return await context.write((tx) => releaseJob(tx, job.id));
      await context.write((tx) => finishJob(tx, job.id));
    } catch (error) {
      log({ job: job.job, error: (error as Error).name });
      await context.write((tx) => failJob(tx, job, (error as Error).message));
    }
  };

  const runTenant = async (tenantId: string): Promise<number> => {
    const context = contextOf(tenantId);
    let done = 0;
    for (;;) {
      const jobs = await context.write((tx) => claimJobs(tx, batch));
      for (const job of jobs) await runOne(context, job);
      done += jobs.length;
      if (jobs.length < batch || stopping) return done;
    }
  };

  const runDueJobs = async (): Promise<number> => {
    let done = 0;
    for (const tenant of await findTenants(database)) {
      let more: number;
      do {
        more = await runTenant(tenant.id);
        done += more;
      } while (more > 0 && !stopping);
    }
    return done;
  };

  const sweep = async (): Promise<void> => {
    for (const tenant of await findTenants(database)) {
      for (const [name, run] of Object.entries(sweeps)) {
        if (stopping) return;
        await run(contextOf(tenant.id)).catch((error: Error) => log({ job: name, error: error.name }));
      }
    }
  };

  /** What a killed process was at goes on at once, and not when its claim lapses. */
  const takeOver = async (): Promise<void> => {
    for (const tenant of await findTenants(database)) await contextOf(tenant.id).write(releaseClaims);
  };

  /** One thing after another, and a failure of the database is only a reason to look again later. */
  const inTurn = (work: () => Promise<unknown>): Promise<unknown> =>
    (running = running.then(() => (stopping ? undefined : work())).catch((error: Error) => log({ job: 'worker', error: error.name })));

  return {
    runDueJobs,
    sweep,
    start() {
      let isWaiting = false;
      const look = () => {
        if (isWaiting) return;
        isWaiting = true;
        void inTurn(() => {
          isWaiting = false;
          return runDueJobs();
        });
      };
      database.onJobsPlanned = look;
      timers = [setInterval(look, pause), setInterval(() => void inTurn(sweep), sweepEvery)];
      void inTurn(takeOver);
      void inTurn(sweep);
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
