import pg from 'pg';
import { expect, test } from 'vitest';
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts';

function read(environment: Record<string, string> = {}, words: string[] = []): Configuration {
  return readConfiguration(environment, words, '/srv/wegwijs');
}

function refusal(environment: Record<string, string>, words: string[] = []): string {
  try {
    read(environment, words);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
  throw new Error('These settings were accepted.');
}

test('without a setting it runs for this machine only, on a database of its own beside the program', () => {
  expect(read()).toEqual({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    dataFolder: '/srv/wegwijs/data',
    isDemo: false,
    isDevelopment: false,
    database: { kind: 'embedded', folder: '/srv/wegwijs/data/postgres' },
    smtpUrl: null,
  });
});

test('an empty setting counts as not set', () => {
  expect(read({ PORT: '', HOST: '', WEGWIJS_DATA: '', DATABASE_URL: '', WEGWIJS_URL: '', SMTP_URL: '' })).toEqual(read());
});

test('the demo has a data folder of its own, unless one is named', () => {
  expect(read({}, ['--demo'])).toMatchObject({ isDemo: true, dataFolder: '/srv/wegwijs/data-demo' });
  expect(read({ WEGWIJS_DATA: '/var/lib/wegwijs' }, ['--demo']).dataFolder).toBe('/var/lib/wegwijs');
  expect(read({ WEGWIJS_DATA: 'elsewhere' }).dataFolder).toBe('/srv/wegwijs/elsewhere');
});

test('the port on the command line goes before the one in the environment', () => {
  expect(read({ PORT: '4000' }).port).toBe(4000);
  expect(read({ PORT: '4000' }, ['--port', '5000']).port).toBe(5000);
  expect(read({ PORT: '4000' }, ['--port=5000']).publicUrl).toBe('http://localhost:5000');
});

test.each(['0', '65536', '-1', '80a', '3e3', ' 80', '1.5'])('a port %j is refused', (port) => {
  expect(refusal({ PORT: port })).toBe(`PORT is ${JSON.stringify(port)}. It must be a whole number from 1 to 65535, such as 3000.`);
  expect(refusal({}, ['--port', port])).toContain('--port is');
});

test('a forgotten port and an unknown word are refused by name', () => {
  expect(refusal({}, ['--port'])).toContain('--port is ""');
  expect(refusal({}, ['--deno'])).toContain('"--deno"');
});

test('the public address follows the host and the port, and can be set', () => {
  expect(read({ HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000');
  expect(read({ HOST: '2001:db8::1' }).publicUrl).toBe('http://[2001:db8::1]:3000');
  expect(read({ WEGWIJS_URL: 'https://wegwijs.example.be/' }).publicUrl).toBe('https://wegwijs.example.be');
});

test.each(['wegwijs.example.be', 'ftp://example.be', 'https://example.be/wegwijs', 'https://example.be/?a=1', 'https://a:b@example.be'])('a public address %s is refused', (url) => {
  expect(refusal({ WEGWIJS_URL: url })).toMatch(/^WEGWIJS_URL is .* https:\/\/wegwijs\.example\.be/);
});

test.each(['http://localhost', 'localhost:3000', 'a b'])('a host %s is refused', (host) => {
  expect(refusal({ HOST: host })).toContain('HOST is');
});

test('a server with an address for each role is used as given', () => {
  const environment = { DATABASE_URL: 'postgresql://serving:a@db.example.be/wegwijs', DATABASE_OWNER_URL: 'postgresql://owner:b@db.example.be/wegwijs' };
  expect(read(environment).database).toEqual({ kind: 'server', servingUrl: environment.DATABASE_URL, ownerUrl: environment.DATABASE_OWNER_URL, servingRole: 'serving' });
});

test('a server with one address steps down to the serving role for requests', () => {
  const { database } = read({ DATABASE_URL: 'postgres://owner:b%40c@db.example.be:5433/wegwijs?sslmode=verify-full&options=-c%20jit%3Doff' });
  if (database.kind !== 'server') throw new Error('Not a server.');
  const client = new pg.Client(database.servingUrl) as pg.Client & { connectionParameters: { options: string } };
  expect(client.connectionParameters.options).toBe('-c jit=off -c role=wegwijs_app');
  expect(client).toMatchObject({ host: 'db.example.be', port: 5433, user: 'owner', password: 'b@c' });
  expect(database).toMatchObject({ servingRole: 'wegwijs_app', ownerUrl: 'postgres://owner:b%40c@db.example.be:5433/wegwijs?sslmode=verify-full&options=-c%20jit%3Doff' });
});

test.each(['mysql://localhost/x', 'localhost:5432', 'postgres://localhost'])('a database at %s is refused', (url) => {
  expect(refusal({ DATABASE_URL: url })).toContain('DATABASE_URL is');
});

test('a refusal never shows a password', () => {
  expect(refusal({ DATABASE_URL: 'mysql://someone:geheim:@x@localhost/x' })).not.toMatch(/geheim|@x@/);
  expect(refusal({ SMTP_URL: 'http://someone:geheim@mail.example.be' })).not.toContain('geheim');
});

test('the owner of the database cannot be the role that serves, nor stand alone', () => {
  expect(refusal({ DATABASE_URL: 'postgres://a@db/wegwijs', DATABASE_OWNER_URL: 'postgres://a@db/wegwijs' })).toContain('another role');
  expect(refusal({ DATABASE_OWNER_URL: 'postgres://a@db/wegwijs' })).toContain('DATABASE_URL is not set');
});

test('the demo does not put made-up people in a database of one’s own', () => {
  expect(refusal({ DATABASE_URL: 'postgres://a:geheim@db/wegwijs' }, ['--demo'])).toMatch(/--demo/);
});

test('mail goes through the server that is set', () => {
  expect(read({ SMTP_URL: 'smtps://mail.example.be' }).smtpUrl).toBe('smtps://mail.example.be');
  expect(refusal({ SMTP_URL: 'mail.example.be' })).toContain('smtp://');
});
