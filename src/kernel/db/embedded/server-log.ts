import { appendFileSync, chownSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';

const largest = 5 * 2 ** 20;

export interface ServerLog {
  write(text: string): void;
  /** The last few lines written, for a message about a failure. */
  tail(): string;
}

/**
 * Keeps what PostgreSQL says in `postgres.log`, and one older file: 10 MB at most.
 * PostgreSQL's own collector is a process that outlives the server for a moment; this leaves none behind.
 */
export function openServerLog(folder: string, account: Account): ServerLog {
  const file = path.join(folder, 'postgres.log');
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let tail = '';
  return {
    write(text) {
      tail = (tail + text).slice(-4000);
      try {
        if (size > largest) {
          renameSync(file, `${file}.1`);
          size = 0;
        }
        appendFileSync(file, text, { mode: 0o600 });
        // Made by root on another user's data, it must be that user's too.
        if (size === 0 && account.ids !== null) chownSync(file, account.ids.uid, account.ids.gid);
        size += Buffer.byteLength(text);
      } catch {
        // A full disk must not stop a server that still serves.
      }
    },
    tail: () => tail,
  };
}
