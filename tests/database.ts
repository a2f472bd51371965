import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrationSources } from '../src/app/assemble.ts';
import { embeddedNames, startEmbedded, type Connection } from '../src/kernel/db/embedded/embedded.ts';
import { migrate } from '../src/kernel/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    superuser: Connection;
    template: string;
  }
}

/** One PostgreSQL for the whole run, with one migrated template that each file clones; thrown away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wegwijs-tests-'));
  const embedded = await startEmbedded({ folder, durable: false, log: () => {} });
  const template = 'template_wegwijs';
  await embedded.createDatabase(template);
  await migrate({ ...embedded.owner, database: template }, migrationSources(), embeddedNames.appRole);
  project.provide('superuser', embedded.superuser);
  project.provide('template', template);
  return async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
