import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps small secrets unreadable for whoever has the database but not the data folder. */
export interface Sealing {
  /** AES-256-GCM under a key of its own for each purpose. `bound` must be the same to open it: whose secret it is. */
  seal(purpose: SealPurpose, plain: Uint8Array, bound: string): Buffer;
  /** What was sealed; undefined when it was altered, belongs to another, or was sealed with another key. */
  unseal(purpose: SealPurpose, sealed: Uint8Array, bound: string): Buffer | undefined;
  /** HMAC-SHA-256 of a short secret: whoever has the database alone cannot try them all. `bound` makes it another for each authority. */
  keyedHash(purpose: SealPurpose, secret: string, bound: string): Buffer;
}

export type SealPurpose = 'authenticator' | 'passkey-challenge' | 'asker-code' | 'vulnerability';

const keyLength = 32;
const ivLength = 12;
const tagLength = 16;
const opened = new Map<string, Promise<Sealing>>();

/** The sealing of a data folder; makes its key, `keys/sealing.key`, when there is none yet. */
export function openSealing(dataFolder: string): Promise<Sealing> {
  let sealing = opened.get(dataFolder);
  if (!sealing) {
    sealing = readOrMakeKey(dataFolder).then(sealingWith);
    opened.set(dataFolder, sealing);
    sealing.catch(() => opened.delete(dataFolder));
  }
  return sealing;
}

function sealingWith(key: Buffer): Sealing {
  const keys = new Map<SealPurpose, Buffer>();
  const keyFor = (purpose: SealPurpose): Buffer => {
    const found = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', `wegwijs ${purpose}`, keyLength));
    keys.set(purpose, found);
    return found;
  };
  return {
    seal(purpose, plain, bound) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(bound));
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },
    keyedHash(purpose, secret, bound) {
      return createHmac('sha256', keyFor(purpose)).update(`${bound} ${secret}`).digest();
    },
    unseal(purpose, sealed, bound) {
      if (sealed.length < ivLength + tagLength) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, ivLength)).setAAD(Buffer.from(bound));
        decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
        return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

async function readOrMakeKey(dataFolder: string): Promise<Buffer> {
  const folder = join(dataFolder, 'keys');
  const file = join(folder, 'sealing.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    // Exclusive: of two processes that start at once, one makes the key and the other reads it.
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(keyLength).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  if (key.length !== keyLength) throw new Error(`${file} does not hold a key. Put back the one from your backup; without it nobody's authenticator works.`);
  return key;
}
