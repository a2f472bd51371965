import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Assets = (logicalName: string) => string;

/** Reads the build's list of assets: from 'theme.css' to '/assets/theme-1a2b3c.css'. */
export async function readAssets(publicFolder: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(publicFolder, 'manifest.json'), 'utf8')) as Record<string, string>;
  return (logicalName) => {
    const file = manifest[logicalName] ?? manifest[`islands/${logicalName}`];
    if (!file) throw new Error(`No asset ${logicalName}: add it to the build.`);
    return `/assets/${file}`;
  };
}
