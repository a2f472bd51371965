import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { migrationSources } from '../src/app/assemble.ts';
import { rootFolder } from '../src/app/places.ts';
import { embeddedNames, startEmbedded } from '../src/kernel/db/embedded/embedded.ts';
import { migrate } from '../src/kernel/db/migrate.ts';
import { measureCrowd, reportCrowd } from './measure/crowd.ts';
import { measureDuplicates } from './measure/duplicates.ts';
import { measureAll } from './measure/measure.ts';
import { report, verdicts } from './measure/report.ts';
import { seed, type Seeded, type Sizes } from './seed/seed.ts';
import { serveApp } from './serve-app.ts';
import { serveFloor } from './serve-floor.ts';

/**
 * `npm run bench [-- --persons 100000 --questions 1000000 --rounds 200]`: seeds, measures beside a floor, prints a table and
 * writes JSON. `--folder DIR` keeps the seeded database there and uses it again.
 */
async function main(): Promise<void> {
  const [role, connection] = process.argv.slice(2);
  if (role === 'serve-app') return serveApp(JSON.parse(connection!));
  if (role === 'serve-floor') return serveFloor(JSON.parse(connection!));
  const sizes: Sizes = { persons: option('persons', 100_000), questions: option('questions', 1_000_000), services: option('services', 20_000) };
  const kept = words('folder');
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'wegwijs-bench-')));
  const embedded = await startEmbedded({ folder, durable: true, log: () => {} });
  const children: ChildProcess[] = [];
  try {
    await migrate(embedded.owner, migrationSources(), embeddedNames.appRole);
    const superuser = { ...embedded.superuser, database: embeddedNames.database };
    const seeded = await seedOnce(superuser, sizes, kept);
    console.log(`Seeded ${seeded.persons} persons and ${seeded.questions} help questions in ${seeded.seconds.toFixed(1)} s.`);
    const app = await startChild('serve-app', embedded.app, children);
    const floor = await startChild('serve-floor', { ...superuser, tenantId: seeded.tenantId }, children);
    await releaseFigures(app, seeded.cookie);
    const results = await measureAll({ app, floor, cookie: seeded.cookie, rounds: option('rounds', 200) });
    report(results);
    const duplicates = await measureDuplicates(app, seeded, embedded.app);
    const crowds = [];
    for (const pause of [1000, 0]) crowds.push(await measureCrowd(app, seeded.cookie, { recorders: 50, searchers: 20, pause, seconds: option('crowd', 15) }));
    crowds.forEach(reportCrowd);
    const asks = verdicts(results, seeded, crowds, duplicates);
    const resultFolder = join(rootFolder, 'bench', 'results');
    await mkdir(resultFolder, { recursive: true });
    await writeFile(join(resultFolder, 'latest.json'), `${JSON.stringify({ at: new Date().toISOString(), node: process.version, sizes, seedSeconds: seeded.seconds, results, duplicates, crowds, asks }, null, 2)}\n`);
    process.exitCode = asks.every(({ isMet }) => isMet) ? 0 : 1;
  } finally {
    for (const child of children) await stop(child);
    await embedded.stop();
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
}

async function seedOnce(superuser: pg.ClientConfig, sizes: Sizes, kept: string | undefined): Promise<Seeded> {
  const file = kept && join(kept, 'seeded.json');
  if (file && existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Seeded;
  const seeded = await seed(superuser, sizes);
  if (file) await writeFile(file, JSON.stringify(seeded));
  return seeded;
}

/** Figures are read as they were released: a coordinator releases all that was seeded, once. */
async function releaseFigures(app: string, cookie: string): Promise<void> {
  const begun = performance.now();
  const response = await fetch(`${app}/api/v1/figures/release`, { method: 'POST', headers: { cookie, origin: app, 'content-type': 'application/json' }, body: '{}' });
  if (!response.ok) throw new Error(`Releasing the figures answered ${response.status}`);
  console.log(`Released the figures in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}

function words(name: string): string | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}

function option(name: string, otherwise: number): number {
  return Number(words(name) ?? otherwise);
}

/** The platform and the floor each run in a process of their own, so that neither waits for the one who measures. */
async function startChild(role: string, connection: object, children: ChildProcess[]): Promise<string> {
  const child = fork(process.argv[1]!, [role, JSON.stringify(connection)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return message.url;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

await main();
