import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical } from './chain.ts';

/** Where a tenant's chain stood at a moment, signed with a key that the database never sees. */
export interface Checkpoint {
  tenantId: string;
  sequence: number;
  /** Hex. */
  hash: string;
  at: string;
  /** Ed25519 over the rest, base64. */
  signature: string;
}

export class CheckpointsUnreadable extends Error {}

/** Keeps checkpoints in a folder beside the database: one key, and one file with a line each. */
export class Checkpoints {
  readonly #folder: string;
  readonly #key: KeyObject;
  readonly #last = new Map<string, { sequence: number; at: number }>();

  private constructor(folder: string, key: KeyObject) {
    this.#folder = folder;
    this.#key = key;
  }

  /** Opens the folder, making the key the first time. */
  static async open(folder: string): Promise<Checkpoints> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'key.pem');
    const present = await readFile(path, 'utf8').catch(() => undefined);
    if (present) return new Checkpoints(folder, createPrivateKey(present));
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    return new Checkpoints(folder, privateKey);
  }

  /** Signs where the chain stands, at most once in ten minutes per tenant and only when it has grown. */
  async mark(tenantId: string, head: { sequence: number; hash: Buffer }, at: number): Promise<void> {
    const last = this.#last.get(tenantId);
    if (last && (last.sequence >= head.sequence || at - last.at < 600_000)) return;
    const entry = { tenantId, sequence: head.sequence, hash: head.hash.toString('hex'), at: new Date(at).toISOString() };
    const signature = sign(null, Buffer.from(canonical(entry)), this.#key).toString('base64');
    await appendFile(join(this.#folder, 'checkpoints.jsonl'), `${JSON.stringify({ ...entry, signature })}\n`, { mode: 0o600 });
    this.#last.set(tenantId, { sequence: head.sequence, at });
  }

  /** All checkpoints of a tenant. Throws CheckpointsUnreadable when a line was changed: then the file itself was tampered with. */
  async of(tenantId: string): Promise<Checkpoint[]> {
    const lines = (await readFile(join(this.#folder, 'checkpoints.jsonl'), 'utf8').catch(() => '')).split('\n').filter(Boolean);
    const key = createPublicKey(this.#key);
    const all = lines.map((line, index) => {
      const { signature, ...entry } = parse(line, index, lines.length);
      if (signature === undefined) return undefined;
      if (!verify(null, Buffer.from(canonical(entry)), key, Buffer.from(signature, 'base64'))) throw new CheckpointsUnreadable(`Line ${index + 1} of checkpoints.jsonl was changed after it was signed.`);
      return { ...entry, signature } as Checkpoint;
    });
    return all.filter((mark): mark is Checkpoint => mark?.tenantId === tenantId);
  }
}

/** A power cut can leave the last line half written; that one says nothing. */
function parse(line: string, index: number, count: number): Partial<Checkpoint> {
  try {
    return JSON.parse(line) as Partial<Checkpoint>;
  } catch {
    if (index === count - 1) return {};
    throw new CheckpointsUnreadable(`Line ${index + 1} of checkpoints.jsonl cannot be read.`);
  }
}
