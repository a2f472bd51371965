import { join } from 'node:path';
import { joinWords } from '../kernel/audit/act-words.ts';
import { roleName } from '../kernel/access/role-name.ts';
import { everyRole, type Grants } from '../kernel/access/role.ts';
import type { Checkpoints } from '../kernel/audit/checkpoints.ts';
import { selectHead } from '../kernel/audit/verify.store.ts';
import type { Clock } from '../kernel/clock/clock.ts';
import type { MigrationSource } from '../kernel/db/migrate.ts';
import type { Engine } from '../kernel/engine.ts';
import { renderPage } from '../kernel/html/index.ts';
import type { Services } from '../kernel/http/context.ts';
import { forgetAnswers } from '../kernel/http/request-key.store.ts';
import type { Holding } from '../kernel/holdings/holding.ts';
import type { Route } from '../kernel/http/route.ts';
import { createServer } from '../kernel/http/server.ts';
import type { LogEntry, Serving } from '../kernel/http/serving.ts';
import type { Sweep } from '../kernel/jobs/job.ts';
import { createWorker, type Worker } from '../kernel/jobs/worker.ts';
import { engineParts } from './engines.ts';
import { ownRoutes } from './own-routes.ts';
import { parts } from './parts.ts';
import { sourcesFolder } from './places.ts';
import { searchRoutes } from './search/search.ts';
import { todayPlace, todayRoutes } from './today/today.ts';

/** The kernel's migrations, then each engine's. SQL files are read as they stand in the sources. */
export function migrationSources(): MigrationSource[] {
  const engines = engineParts.filter((engine) => engine.hasTables);
  return [{ owner: 'kernel', folder: join(sourcesFolder, 'kernel', 'migrations') }, ...engines.map(({ name }) => ({ owner: name, folder: join(sourcesFolder, 'engines', name, 'migrations') }))];
}

/** All routes there are: the tests derive their matrices from this list. */
export function allRoutes(): Route[] {
  return [...ownRoutes(), ...todayRoutes(parts), ...searchRoutes(parts), ...parts.flatMap((engine) => engine.routes)];
}

export function allGrants(): Grants {
  const grants: Record<string, readonly never[]> = {};
  for (const engine of parts as Engine[]) {
    for (const [permission, roles] of Object.entries(engine.grants)) {
      if (permission in grants) throw new Error(`Two engines declare the permission ${permission}.`);
      grants[permission] = roles as never;
    }
  }
  return { ...grants, 'today:read': everyRole, 'search:use': everyRole } as Grants;
}

/** What every engine keeps about persons and households. */
export function allHoldings(): Holding[] {
  return parts.flatMap(({ holdings }: Engine) => holdings ?? []);
}

export interface Application {
  services: Services;
  fetch: (request: Request) => Response | Promise<Response>;
  worker: Worker;
}

export interface Parts {
  /** Without the holdings, which are the engines' own. */
  services: Omit<Services, 'holdings'>;
  clock: Clock;
  log: (entry: LogEntry | { job: string; error: string }) => void;
  /** Where the log's chain is marked outside the database. */
  checkpoints: Checkpoints;
}

export function assemble({ services: given, clock, log, checkpoints }: Parts): Application {
  const services: Services = { ...given, holdings: allHoldings() };
  const navigation = [todayPlace, ...parts.flatMap((engine) => engine.navigation ?? [])].sort((a, b) => a.order - b.order);
  const serving: Serving = { services, clock, grants: allGrants(), navigation, assets: services.assets, render: renderPage, log, roleName, words: joinWords(parts.flatMap(({ words }) => words ?? [])) };
  const app = createServer(serving, allRoutes());
  const worker = createWorker({
    database: services.database,
    clock,
    services,
    handlers: Object.assign({}, ...parts.map((engine) => engine.jobs ?? {})),
    longJobs: parts.flatMap((part) => part.longJobs ?? []),
    sweeps: { ...kernelSweeps(checkpoints), ...Object.assign({}, ...parts.map((engine) => engine.sweeps ?? {})) },
    log,
  });
  return { services, fetch: app.fetch, worker };
}

function kernelSweeps(checkpoints: Checkpoints): Record<string, Sweep> {
  return {
    'forget-answers': (context) => context.write(forgetAnswers),
    'mark-checkpoint': async (context) => {
      const head = await context.read(selectHead);
      if (head) await checkpoints.mark(context.scope.tenantId, head, context.now().epochMilliseconds);
    },
  };
}
