import { randomBytes } from 'node:crypto';
import type { Trouble } from './error-pages.tsx';
import { TooLarge, Unreadable } from './read-body.ts';
import type { LogEntry } from './serving.ts';

const full = new Set(['53100', 'ENOSPC', 'EDQUOT', '53200']);
const down = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03', '53300', '08006', '08003']);

/** What to tell whoever asked, for an error that nobody expected. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TooLarge) return { kind: 'too-large', megabytes: Math.floor(error.limit / 1024 / 1024) };
  if (error instanceof Unreadable) return { kind: 'not-a-form' };
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (full.has(code)) return { kind: 'full' };
  if (down.has(code) || message.startsWith('Connection terminated') || message.includes('timeout exceeded when trying to connect')) return { kind: 'down' };
  return { kind: 'fault', number: randomBytes(4).toString('hex') };
}

/** What the log may hold of an error: where it happened and what kind, never its words, which can quote a person. */
export function logEntryOf(error: unknown, incident: string, method: string, route: string): LogEntry {
  const { name = 'Error', code, constraint, stack = '' } = error as { name?: string; code?: string; constraint?: string; stack?: string };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  return { incident, method, route, error: name, ...(code ? { code } : {}), ...(constraint ? { constraint } : {}), frames };
}
