import { execFile } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedFailed } from './errors.ts';

const run = promisify(execFile);

/**
 * The account that PostgreSQL's programs run as. They refuse root, so when Wegwijs is started by root they run either
 * in a user namespace where root's files belong to an ordinary user (no chown, no new user), or as another user.
 */
export interface Account {
  /** Words to put before the program on its command line. */
  prefix: string[];
  /** Set when the program must be started as this user, who then also owns the files. */
  ids: { uid: number; gid: number } | null;
}

const asIs: Account = { prefix: [], ids: null };
const userNamespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/** @param cluster PostgreSQL's data folder, existing or still to be made. */
export async function chooseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return asIs;
  const existing = await stat(cluster).catch(() => null);
  // Data made by an ordinary user stay that user's, also when root starts once.
  if (existing !== null && existing.uid !== 0) return { prefix: [], ids: { uid: existing.uid, gid: existing.gid } };
  if (await canMakeUserNamespace()) return { prefix: userNamespace, ids: null };
  return { prefix: [], ids: await idsOfNobody() };
}

/** Throws with what to do when the account cannot run the program (its folder, or the data's, may be closed to it). */
export async function requireRunnable(account: Account, program: string, folder: string): Promise<void> {
  if (account.ids === null) return;
  try {
    await run(program, ['--version'], { ...account.ids, cwd: folder });
    await run('test', ['-x', folder], account.ids);
  } catch (cause) {
    throw new EmbeddedFailed(
      `PostgreSQL does not run as root, and user ${account.ids.uid} cannot reach ${program} or ${folder}. ` +
        'Start Wegwijs as an ordinary user, or put it and WEGWIJS_DATA in folders that every user may enter (not under /root).',
      { cause },
    );
  }
}

/** Gives a file or folder that we made to the account. */
export async function giveTo(account: Account, file: string): Promise<void> {
  if (account.ids !== null) await chown(file, account.ids.uid, account.ids.gid);
}

async function canMakeUserNamespace(): Promise<boolean> {
  const [program = '', ...words] = [...userNamespace, 'true'];
  return run(program, words).then(
    () => true,
    () => false,
  );
}

async function idsOfNobody(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}
