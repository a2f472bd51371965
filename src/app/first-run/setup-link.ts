import { timingSafeEqual } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSecret, readSecret, type Secret } from '../../kernel/access/secret.ts';
import { newId } from '../../kernel/id.ts';

/**
 * The one-time link that makes an authority. It names the tenant that it will make, so that two who use it at the same
 * moment ask for the same row and one of them gets it. Only the hash of its secret is kept, in the data folder.
 */
interface Kept {
  tenantId: string;
  hash: string;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'setup-link.json');

/** Makes a link's secret; the one before it stops working. */
export async function makeSetupLink(dataFolder: string): Promise<string> {
  const secret = makeSecret(newId());
  const kept: Kept = { tenantId: secret.tenantId, hash: secret.hash.toString('hex') };
  const fresh = `${fileOf(dataFolder)}.new`;
  await writeFile(fresh, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  await rename(fresh, fileOf(dataFolder));
  return secret.text;
}

export async function removeSetupLink(dataFolder: string): Promise<void> {
  await rm(fileOf(dataFolder), { force: true });
}

/** The secret in a path, when it is that of the link that is kept now. */
export async function findSetupSecret(dataFolder: string, text: string | undefined): Promise<Secret | undefined> {
  const secret = readSecret(text);
  const kept = secret && (await readKept(dataFolder));
  if (!secret || !kept || kept.tenantId !== secret.tenantId) return undefined;
  const hash = Buffer.from(kept.hash, 'hex');
  return hash.length === secret.hash.length && timingSafeEqual(hash, secret.hash) ? secret : undefined;
}

/** The tenant that the link kept now will make; undefined when there is none. */
export async function findSetupTenant(dataFolder: string): Promise<string | undefined> {
  return (await readKept(dataFolder))?.tenantId;
}

async function readKept(dataFolder: string): Promise<Kept | undefined> {
  try {
    const kept = JSON.parse(await readFile(fileOf(dataFolder), 'utf8')) as Kept;
    return typeof kept.tenantId === 'string' && typeof kept.hash === 'string' ? kept : undefined;
  } catch {
    // Not there, or half written by a machine that lost its power: the next start makes a new one.
    return undefined;
  }
}
