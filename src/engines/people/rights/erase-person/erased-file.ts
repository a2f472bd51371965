import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isId } from '../../../../kernel/id.ts';

/** One line of the file: ids and a moment, nothing that says who it was. */
export interface ErasedLine {
  tenantId: string;
  personId: string;
  /** ISO 8601. */
  at: string;
}

/** Where it stands: beside the database and outside every backup, so that putting back an older backup does not put it back too. */
export function erasedFile(dataFolder: string): string {
  return join(dataFolder, 'erased', 'erased.jsonl');
}

/** Adds lines and waits until they are on the disk. */
export function appendErased(dataFolder: string, lines: readonly ErasedLine[]): void {
  if (lines.length === 0) return;
  mkdirSync(join(dataFolder, 'erased'), { recursive: true, mode: 0o700 });
  const file = openSync(erasedFile(dataFolder), 'a', 0o600);
  try {
    // It begins on a line of its own even after a power cut in the middle of the last one.
    writeSync(file, `\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** All lines; one that a power cut left half written says nothing. */
export function readErased(dataFolder: string): ErasedLine[] {
  let content: string;
  try {
    content = readFileSync(erasedFile(dataFolder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return content.split('\n').flatMap((line) => {
    try {
      const read = JSON.parse(line) as Partial<ErasedLine>;
      return isId(read.tenantId ?? '') && isId(read.personId ?? '') ? [read as ErasedLine] : [];
    } catch {
      return [];
    }
  });
}
