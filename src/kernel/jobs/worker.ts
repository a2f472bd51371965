import type { Clock } from '../clock/clock.ts';
import type { Database, Scope } from '../db/database.ts';
import { findTenants } from '../access/tenant.store.ts';
import { claimJobs, failJob, finishJob, releaseClaims, releaseJob, type ClaimedJob, type Lane } from './job.store.ts';
import type { JobContext, JobHandler, JobServices, Sweep } from './job.ts';

export interface WorkerParts {
  database: Database;
  clock: Clock;
  services: JobServices;
  handlers: Record<string, JobHandler>;
  /** Jobs that may take minutes: they run beside the others, so that a mail never waits for a list that is brought in. */
  longJobs: readonly string[];
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

/** The platform's background worker: one short and one long job at a time per process, so that the desk keeps its speed. */
export function createWorker({ database, clock, services, handlers, longJobs, sweeps, log }: WorkerParts): Worker {
  const short: Lane = { names: longJobs, isOnly: false };
  const long: Lane = { names: longJobs, isOnly: true };
  let stopping = false;
  const running = new Map<Lane, Promise<unknown>>();
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

  const runTenant = async (tenantId: string, lane: Lane): Promise<number> => {
    const context = contextOf(tenantId);
    const size = lane === long ? 1 : batch;
    let done = 0;
    for (;;) {
      const jobs = await context.write((tx) => claimJobs(tx, size, lane));
      for (const job of jobs) await runOne(context, job);
      done += jobs.length;
      if (jobs.length < size || stopping) return done;
    }
  };

  const runLane = async (lane: Lane): Promise<number> => {
    let done = 0;
    for (const tenant of await findTenants(database)) {
      let more: number;
      do {
        more = await runTenant(tenant.id, lane);
        done += more;
      } while (more > 0 && !stopping);
    }
    return done;
  };

  /** Until neither has planned more for the other. */
  const runDueJobs = async (): Promise<number> => {
    let done = 0;
    for (;;) {
      const more = (await runLane(short)) + (await runLane(long));
      done += more;
      if (more === 0 || stopping) return done;
    }
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
  const inTurn = (lane: Lane, work: () => Promise<unknown>): void => {
    const before = running.get(lane) ?? Promise.resolve();
    running.set(lane, before.then(() => (stopping ? undefined : work())).catch((error: Error) => log({ job: 'worker', error: error.name })));
  };

  return {
    runDueJobs,
    sweep,
    start() {
      const waiting = new Set<Lane>();
      const look = () => {
        for (const lane of [short, long]) {
          if (waiting.has(lane)) continue;
          waiting.add(lane);
          inTurn(lane, () => {
            waiting.delete(lane);
            return runLane(lane);
          });
        }
      };
      database.onJobsPlanned = look;
      timers = [setInterval(look, pause), setInterval(() => inTurn(short, sweep), sweepEvery)];
      // No lane begins before what a killed process held is free again.
      const first = takeOver().catch((error: Error) => log({ job: 'worker', error: error.name }));
      for (const lane of [short, long]) running.set(lane, first);
      inTurn(short, sweep);
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
