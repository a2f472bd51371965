import { isIP } from 'node:net';
import path from 'node:path';

/** All settings, read once at the start. */
export interface Configuration {
  host: string;
  port: number;
  /** Scheme, host and port under which people reach the platform; no slash at the end. */
  publicUrl: string;
  /** Absolute path of the folder for all that is kept, outside a database server of one's own. */
  dataFolder: string;
  /** With made-up people, and accounts that anyone may choose. */
  isDemo: boolean;
  /** For those who change the software: `npm run dev`. */
  isDevelopment: boolean;
  database: EmbeddedDatabase | ServerDatabase;
  /** Where mail is sent through; null keeps it in the outbox. */
  smtpUrl: string | null;
}

export interface EmbeddedDatabase {
  kind: 'embedded';
  folder: string;
}

export interface ServerDatabase {
  kind: 'server';
  /** For requests: ends up as `servingRole`. */
  servingUrl: string;
  /** For migrations. */
  ownerUrl: string;
  /** Gets the rights that the migrations hand out. */
  servingRole: string;
}

/** A setting that cannot be used. The message names the setting, what was given, and what is accepted. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(setting: string, given: string | undefined, accepted: string) {
    super(`${setting}${given === undefined ? ' is not set' : ` is ${JSON.stringify(given)}`}. ${accepted}`);
  }
}

/** The role that serves when DATABASE_URL is the owner's address; `bin/wegwijs database prepare` makes it. */
const defaultServingRole = 'wegwijs_app';

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings from the environment and the words on the command line. An empty setting counts as not set.
 * @param folder what relative paths are relative to
 * @throws ConfigurationError
 */
export function readConfiguration(environment: Environment, words: readonly string[], folder: string): Configuration {
  const options = readOptions(words);
  const host = readHost(environment['HOST']);
  const port = options.port === undefined ? readPort('PORT', environment['PORT']) : readPort('--port', options.port);
  const dataFolder = path.resolve(folder, environment['WEGWIJS_DATA'] || (options.isDemo ? 'data-demo' : 'data'));
  const database = readDatabase(environment, dataFolder);
  if (options.isDemo && database.kind === 'server') {
    throw new ConfigurationError('DATABASE_URL', shown(environment['DATABASE_URL']), 'The demo keeps its made-up people in a database of its own: leave DATABASE_URL out with --demo.');
  }
  return {
    host,
    port,
    publicUrl: readPublicUrl(environment['WEGWIJS_URL']) ?? defaultUrl(host, port),
    dataFolder,
    isDemo: options.isDemo,
    isDevelopment: options.isDevelopment,
    database,
    smtpUrl: readSmtpUrl(environment['SMTP_URL']),
  };
}

interface Options {
  isDemo: boolean;
  isDevelopment: boolean;
  port: string | undefined;
}

function readOptions(words: readonly string[]): Options {
  const options: Options = { isDemo: false, isDevelopment: false, port: undefined };
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--demo') options.isDemo = true;
    else if (word === '--dev') options.isDevelopment = true;
    else if (word === '--port') options.port = left.shift() ?? '';
    else if (word.startsWith('--port=')) options.port = word.slice('--port='.length);
    else throw new ConfigurationError('A word on the command line', word, 'Known are --demo and --port <number>; the other settings are environment variables.');
  }
  return options;
}

function readPort(setting: string, given: string | undefined): number {
  if (!given && setting === 'PORT') return 3000;
  const port = Number(given);
  if (!/^\d+$/.test(given ?? '') || port < 1 || port > 65_535) throw new ConfigurationError(setting, given, 'It must be a whole number from 1 to 65535, such as 3000.');
  return port;
}

function readHost(given: string | undefined): string {
  if (!given) return '127.0.0.1';
  if (isIP(given) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(given)) {
    throw new ConfigurationError('HOST', given, 'It must be an address of this machine to listen on, without http:// and port, such as 127.0.0.1 or 0.0.0.0 (all).');
  }
  return given;
}

function defaultUrl(host: string, port: number): string {
  // By name: browsers make passkeys for a name, never for a number.
  const isHere = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1';
  const name = isHere ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}

function readPublicUrl(given: string | undefined): string | null {
  if (!given) return null;
  const url = URL.parse(given);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) {
    throw new ConfigurationError('WEGWIJS_URL', shown(given), 'It must be the address that people type, without a path: such as https://wegwijs.example.be.');
  }
  return url.origin;
}

function readSmtpUrl(given: string | undefined): string | null {
  if (!given) return null;
  const url = URL.parse(given);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new ConfigurationError('SMTP_URL', shown(given), 'It must be the address of a mail server: such as smtp://name:password@mail.example.be:587 or smtps://mail.example.be.');
  }
  return given;
}

/**
 * With DATABASE_OWNER_URL the two roles have an address each: the sound way. With DATABASE_URL alone that role owns, and
 * each connection for requests steps down to the serving role as it opens (the owner must be a member of that role).
 */
function readDatabase(environment: Environment, dataFolder: string): EmbeddedDatabase | ServerDatabase {
  const { DATABASE_URL: serving, DATABASE_OWNER_URL: owner } = environment;
  if (!serving && owner) throw new ConfigurationError('DATABASE_URL', undefined, 'DATABASE_OWNER_URL is only for migrations; DATABASE_URL must say where the serving role connects.');
  if (!serving) return { kind: 'embedded', folder: path.join(dataFolder, 'postgres') };
  const servingUrl = readDatabaseUrl('DATABASE_URL', serving);
  if (!owner) return { kind: 'server', servingUrl: steppingDown(servingUrl), ownerUrl: serving, servingRole: defaultServingRole };
  const ownerUrl = readDatabaseUrl('DATABASE_OWNER_URL', owner);
  const servingRole = decodeURIComponent(servingUrl.username);
  if (servingRole === '') throw new ConfigurationError('DATABASE_URL', shown(serving), 'It must name the role that serves: postgresql://wegwijs_app:password@host:5432/wegwijs.');
  if (ownerUrl.username === servingUrl.username) {
    throw new ConfigurationError('DATABASE_OWNER_URL', shown(owner), 'It must name another role than DATABASE_URL: the one that serves may own nothing.');
  }
  return { kind: 'server', servingUrl: serving, ownerUrl: owner, servingRole };
}

function readDatabaseUrl(setting: string, given: string): URL {
  const url = URL.parse(given);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new ConfigurationError(setting, shown(given), 'It must be the address of a PostgreSQL database (15 or later): such as postgresql://wegwijs_app:password@localhost:5432/wegwijs.');
  }
  return url;
}

function steppingDown(url: URL): string {
  const own = url.searchParams.get('options');
  const stepping = new URL(url);
  stepping.searchParams.set('options', `${own === null ? '' : `${own} `}-c role=${defaultServingRole}`);
  // As `%20`: database clients do not read the plus sign as a space.
  stepping.search = stepping.search.replaceAll('+', '%20');
  return stepping.href;
}

/** The value as a message may show it: without its password. */
function shown(given: string | undefined): string | undefined {
  return given?.replace(/(:\/\/[^:/@]*):.*@/, '$1:…@');
}
