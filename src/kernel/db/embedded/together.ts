import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/*
 * A Node process that is killed outright cannot stop its database. On Linux the kernel can: it sends the server SIGINT, a
 * fast and clean shutdown, when the process that started it ends. Elsewhere a shell waits on a pipe that closes when
 * this process ends. Without either, the next start stops the server that was left behind (leftover.ts).
 */
export const endWithUs = {
  /** Words to put before a program that must not outlive this process: the server, and what makes its first files. */
  words(): string[] {
    return hasParentDeathSignal() ? ['setpriv', '--pdeathsig', 'INT', '--'] : [];
  },

  watch(pid: number): { end(): void } {
    if (process.platform === 'win32' || hasParentDeathSignal()) return { end() {} };
    const waiter = spawn('/bin/sh', ['-c', 'read -r _ || kill -INT "$1"', 'sh', String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    waiter.on('error', () => {});
    waiter.unref();
    (waiter.stdin as unknown as { unref(): void }).unref();
    return {
      end() {
        waiter.kill('SIGKILL');
      },
    };
  },
};

function hasParentDeathSignal(): boolean {
  if (process.platform !== 'linux') return false;
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => isProgram(path.join(folder, 'setpriv')));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
