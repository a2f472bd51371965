import { join } from 'node:path';

/** What is kept beside the database and belongs in a backup: uploaded files, the log's key and checkpoints, other keys. */
export function keptFolders(dataFolder: string): Record<'files' | 'audit' | 'keys', string> {
  return { files: join(dataFolder, 'files'), audit: join(dataFolder, 'audit'), keys: join(dataFolder, 'keys') };
}
