import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './places.ts';

/** The version of this installation, as package.json has it. */
export const version: string = (JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8')) as { version: string }).version;
