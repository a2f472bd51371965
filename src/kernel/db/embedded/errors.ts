import { statfsSync } from 'node:fs';

/** The embedded database could not be started or kept running. The message is complete: what is wrong and what to do. */
export class EmbeddedFailed extends Error {
  override readonly name: string = 'EmbeddedFailed';
}

/** Another running Wegwijs holds the data folder. */
export class EmbeddedLocked extends EmbeddedFailed {
  override readonly name = 'EmbeddedLocked';
  readonly folder: string;
  /** The process that holds it; null when it did not say. */
  readonly pid: number | null;

  constructor(folder: string, pid: number | null) {
    super(
      `Another Wegwijs (${pid === null ? 'its process number is not known' : `process ${pid}`}) already runs on the data folder ${folder}. ` +
        'Stop that one first, or set WEGWIJS_DATA to another folder.',
    );
    this.folder = folder;
    this.pid = pid;
  }
}

/** What went wrong with a folder of ours, in words that say what to do. */
export function folderFailure(folder: string, cause: unknown): EmbeddedFailed {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const advice = folderAdvice[code];
  const text = advice?.(folder) ?? `The data folder ${folder} cannot be used: ${(cause as Error).message}`;
  return new EmbeddedFailed(text, { cause });
}

const folderAdvice: Record<string, (folder: string) => string> = {
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: (folder) => `The data folder ${folder} is on a disk that cannot be written to. Set WEGWIJS_DATA to a folder on another disk.`,
  ENOTDIR: (folder) => `${folder} cannot be a folder, because a part of that path is a file. Set WEGWIJS_DATA to another folder.`,
  EEXIST: (folder) => `${folder} is a file, not a folder. Set WEGWIJS_DATA to another folder.`,
};

function diskFull(folder: string): string {
  return `The disk that holds ${folder} is full. Free some space there and start again; what was saved before is kept.`;
}

function notAllowed(folder: string): string {
  return `This user may not write in ${folder}. Start Wegwijs as the owner of that folder, give the folder to this user (chown -R), or set WEGWIJS_DATA to another folder.`;
}

const postgresAdvice: [pattern: RegExp, advice: (folder: string) => string][] = [
  [/No space left on device|Disk quota exceeded|disk full/i, diskFull],
  [/Permission denied|has wrong ownership|invalid permissions/i, notAllowed],
  [
    /database files are incompatible|not compatible with this version/i,
    (folder) =>
      `The data in ${folder} were written by another version of PostgreSQL. Start the Wegwijs that wrote them, make a backup, and restore it in a new folder.`,
  ],
  [
    /error while loading shared libraries|Library not loaded|image not found/i,
    () => 'A library of the embedded PostgreSQL is not found. Start through npm start, which puts the libraries in place, or set DATABASE_URL to a server.',
  ],
  [
    /administrative permissions/i,
    () => 'PostgreSQL does not run with administrator rights on Windows. Start Wegwijs from an ordinary window.',
  ],
  [
    /could not create shared memory|could not map anonymous shared memory|Cannot allocate memory/i,
    () => 'There is too little free memory to start the database: about 512 MB is needed. Stop other programs or use a larger machine.',
  ],
  [
    /invalid checkpoint record|could not locate a valid checkpoint|PANIC:/i,
    (folder) => `The database in ${folder} is damaged and cannot start. Keep a copy of that folder, and restore the last backup in a new folder.`,
  ],
];

/** Turns what PostgreSQL wrote while failing into a message that says what to do, with PostgreSQL's own words behind it. */
export function postgresFailure(doing: string, folder: string, output: string): EmbeddedFailed {
  const words = output.trim().split('\n').slice(-4).join('\n');
  const known = postgresAdvice.find(([pattern]) => pattern.test(output));
  const text = isDiskFull(folder) ? diskFull(folder) : (known?.[1](folder) ?? `The embedded database failed while ${doing}.`);
  return new EmbeddedFailed(words === '' ? text : `${text}\nPostgreSQL said: ${words}`);
}

/** A full disk makes PostgreSQL fail in many ways, and not all of them name it. */
function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 32 * 2 ** 20;
  } catch {
    return false;
  }
}
