import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, constants } from 'node:zlib';
import { extract, pack, type Pack } from 'tar-stream';

/** What is at the end of a backup: without it the file was cut off. */
export interface Manifest {
  /** Rows and SHA-256 of each table, tenant after tenant, in the order of its key. */
  tables: Record<string, { rows: number; hash: string }>;
  files: Record<string, string>;
}

/** What is at its beginning: enough to know whether it can be read here. */
export interface Head {
  format: 1;
  madeAt: string;
  version: string;
  migrations: { owner: string; name: string; hash: string }[];
  tables: { name: string; columns: string[]; key: string[] }[];
}

export class BackupUnreadable extends Error {}

const chunk = 4 * 1024 * 1024;

/** A gzipped tar that is written from the front to the back, so that a backup needs no room beside itself. */
export class ArchiveWriter {
  readonly #pack: Pack = pack();
  readonly #written: Promise<void>;

  constructor(path: string) {
    this.#written = pipeline(this.#pack, createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    // Said by close(); unheard until then it would end the process.
    this.#written.catch(() => {});
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    const entry = this.#pack.entry({ name, size: bytes.length });
    entry.end(bytes);
    await Promise.race([finished(entry), this.#written]);
  }

  /** Adds a stream of unknown length in pieces; returns its lines and adds its bytes to the hash. */
  async addStream(name: string, source: AsyncIterable<Uint8Array>, hash: Hash): Promise<number> {
    let waiting: Uint8Array[] = [];
    let size = 0;
    let lines = 0;
    let part = 0;
    const flush = async () => {
      if (size > 0) await this.add(`${name}/${String(part++).padStart(6, '0')}`, Buffer.concat(waiting));
      waiting = [];
      size = 0;
    };
    for await (const bytes of source) {
      hash.update(bytes);
      lines += countLines(bytes);
      waiting.push(bytes);
      size += bytes.length;
      if (size >= chunk) await flush();
    }
    await flush();
    return lines;
  }

  async close(): Promise<void> {
    this.#pack.finalize();
    await this.#written;
  }
}

/** A row of COPY's text is one line: line ends inside a value are escaped. */
export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === 10) lines += 1;
  return lines;
}

/** Reads the entries of an archive one after another. Throws BackupUnreadable for anything that is no whole archive. */
export async function* readArchive(path: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  if (!existsSync(path)) throw new BackupUnreadable(`There is no file ${path}.`);
  const reader = extract();
  const feeding = pipeline(createReadStream(path), createGunzip(), reader).catch((error: Error) => void reader.destroy(error));
  try {
    for await (const entry of reader) {
      const parts: Uint8Array[] = [];
      for await (const part of entry) parts.push(part as Uint8Array);
      yield { name: entry.header.name, bytes: Buffer.concat(parts) };
    }
  } catch {
    throw new BackupUnreadable('This file is no backup of Wegwijs, or it was cut off or changed on the way.');
  }
  await feeding;
}

export function newHash(): Hash {
  return createHash('sha256');
}
