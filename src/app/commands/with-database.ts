import { systemClock } from '../../kernel/clock/clock.ts';
import { Database } from '../../kernel/db/database.ts';
import { EmbeddedLocked } from '../../kernel/db/embedded/embedded.ts';
import { connectionsOfRunning } from '../../kernel/db/embedded/running.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { openDatabase, type OpenDatabase } from '../open-database.ts';

export interface Reached extends OpenDatabase {
  configuration: Configuration;
  /** The platform runs on it meanwhile. */
  isServing: boolean;
}

/** Reaches the installation's database for a command: beside a platform that runs, or by starting the database for a moment. */
export async function withDatabase<T>(words: string[], work: (reached: Reached) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(process.env, words, process.cwd());
  const reached = await reach(configuration);
  try {
    return await work(reached);
  } finally {
    await reached.close();
  }
}

async function reach(configuration: Configuration): Promise<Reached> {
  try {
    const open = await openDatabase(configuration, { clock: systemClock, log: () => {} });
    return { ...open, configuration, isServing: configuration.database.kind === 'server' };
  } catch (error) {
    if (!(error instanceof EmbeddedLocked) || configuration.database.kind !== 'embedded') throw error;
    const { owner, app } = await connectionsOfRunning(configuration.database.folder);
    const database = new Database(app, systemClock);
    return { database, owner, serving: app, configuration, isServing: true, close: () => database.close() };
  }
}
