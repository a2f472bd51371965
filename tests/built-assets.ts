import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readAssets, type Assets } from '../src/app/assets.ts';
import { publicFolder, rootFolder } from '../src/app/places.ts';

/** The assets that `npm test` built; when a test file runs alone, what changed since is built first. */
export async function builtAssets(): Promise<Assets> {
  const stamp = pathToFileURL(join(rootFolder, 'bin', 'build', 'stamp.mjs')).href;
  const { isUpToDate } = (await import(stamp)) as { isUpToDate(what: 'server'): boolean };
  if (!isUpToDate('server')) await promisify(execFile)(process.execPath, [join(rootFolder, 'bin', 'build.mjs'), 'server']);
  return readAssets(publicFolder);
}
