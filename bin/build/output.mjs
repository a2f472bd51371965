import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const keptFor = 24 * 3_600_000;

/** Writes what esbuild made; files that are as they were stay untouched. @returns {Promise<string[]>} their paths */
export async function writeOutputs(files) {
  await Promise.all(files.map((file) => writeWhole(file.path, file.contents)));
  return files.map((file) => file.path);
}

/** A server may be reading while we write: a file changes at once or not. */
export async function writeWhole(file, contents) {
  const bytes = Buffer.from(contents);
  const present = await readFile(file).catch(() => null);
  if (present?.equals(bytes)) return;
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(4).toString('hex')}.new`;
  await writeFile(beside, bytes);
  await rename(beside, file);
}

/**
 * Removes what earlier builds left, except what is a day old at most: a server that still runs, or a page that is still
 * open, may ask for it.
 */
export async function removeOld(folder, kept, leftAlone = []) {
  const isKept = new Set(kept);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const isOurs = entry.isFile() && !isKept.has(file) && !file.endsWith('.stamp') && !leftAlone.some((other) => file.startsWith(other));
    if (isOurs && Date.now() - (await stat(file)).mtimeMs > keptFor) await rm(file, { force: true });
  }
}
