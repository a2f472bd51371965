import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Checkpoints } from '../kernel/audit/checkpoints.ts';
import { systemClock } from '../kernel/clock/clock.ts';
import { createMailer } from '../kernel/messages/mailer.ts';
import { replayErasures } from '../engines/people/index.ts';
import { allHoldings, assemble, type Application } from './assemble.ts';
import { readAssets } from './assets.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { prepareDemo } from './demo/prepare-demo.ts';
import { prepareFirstRun } from './first-run/prepare-first-run.ts';
import { keptFolders } from './kept-folders.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { publicFolder } from './places.ts';

/** Starts the platform and stops it cleanly when asked. What cannot start says why in plain words, never with a stack. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env, process.argv.slice(2), process.cwd());
  await mkdir(configuration.dataFolder, { recursive: true });
  const stopping = stopOnSignal();
  const open = await openDatabase(configuration, { clock: systemClock, log: say, onExit: (reason) => void stopping.now(reason) });
  stopping.add(() => open.close());
  if (configuration.isDemo) await prepareDemo(open, { clock: systemClock, publicUrl: configuration.publicUrl, dataFolder: configuration.dataFolder, log: say });
  await eraseAgain(configuration, open);
  const application = await start(configuration, open);
  stopping.add(() => application.worker.stop());
  const server = await listen(configuration, application);
  stopping.add(() => close(server));
  say(`Wegwijs is ready at ${configuration.publicUrl}`);
  await prepareFirstRun({ database: open.database, dataFolder: configuration.dataFolder, publicUrl: configuration.publicUrl, log: say });
}

async function start(configuration: Configuration, { database }: OpenDatabase): Promise<Application> {
  const filesFolder = join(configuration.dataFolder, 'files');
  await mkdir(filesFolder, { recursive: true });
  const { dataFolder, publicUrl, smtpUrl, isDemo: demo, isDevelopment } = configuration;
  // What the demonstration writes is for nobody: it stays in the outbox.
  const mailer = createMailer(demo ? null : smtpUrl, { publicUrl, ...(isDevelopment ? { print: say } : {}) });
  const services = { database, filesFolder, dataFolder, publicUrl, demo, assets: await readAssets(publicFolder), mailer };
  const application = assemble({ services, clock: systemClock, log: (entry) => say(JSON.stringify(entry)), checkpoints: await Checkpoints.open(keptFolders(dataFolder).audit) });
  application.worker.start();
  return application;
}

/** Before anybody is served: who was erased since the backup that was put back, is erased again. */
async function eraseAgain({ dataFolder }: Configuration, { database }: OpenDatabase): Promise<void> {
  const erased = await replayErasures({ database, dataFolder, holdings: allHoldings() });
  if (erased > 0) say(`${erased} erased again, as they were after this backup was made`);
}

function listen({ port, host }: Configuration, application: Application): Promise<Server> {
  const server = createServer(getRequestListener(application.fetch));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use already. Stop what uses it, or choose another: PORT=3001 npm start`) : error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** Lets the requests under way finish, for five seconds at most. */
function close(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), 5000);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

interface Stopping {
  /** What must be stopped; the last one added is stopped first. */
  add(stop: () => Promise<void>): void;
  now(reason: string): Promise<void>;
}

function stopOnSignal(): Stopping {
  const stops: (() => Promise<void>)[] = [];
  let isStopping = false;
  const now = async (code: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    for (const stop of stops.reverse()) await stop().catch((error: Error) => say(`While stopping: ${error.message}`));
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void now(0));
  return {
    add: (stop) => void stops.push(stop),
    now: async (reason) => {
      say(reason);
      await now(1);
    },
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main().catch((error: Error) => {
  say(error.message);
  process.exit(1);
});
