import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules, type EngineEntry } from './import-rules.ts';
import { sqlBreaches } from './sql-breaches.ts';

export interface Breach {
  wall: string;
  where: string;
  why: string;
}

/** Every breach of the walls in the sources under `root` (which has src/), for this list of engines. */
export async function findBreaches(root: string, engines: readonly EngineEntry[]): Promise<Breach[]> {
  return [...orderBreaches(engines), ...folderBreaches(root, engines), ...(await importBreaches(root, engines)), ...sqlBreaches(root, engines), ...practiceBreaches(root)];
}

/** An engine uses only what stands before it in the list. */
function orderBreaches(engines: readonly EngineEntry[]): Breach[] {
  const breaches: Breach[] = [];
  engines.forEach((engine, index) => {
    const before = new Set(engines.slice(0, index).map(({ name }) => name));
    for (const used of [...engine.uses, ...engine.reads]) {
      if (!before.has(used)) breaches.push({ wall: 'always-downwards', where: 'engines.ts', why: `${engine.name} uses ${used}, which does not stand before it.` });
    }
  });
  return breaches;
}

/** The list and the folders agree. */
function folderBreaches(root: string, engines: readonly EngineEntry[]): Breach[] {
  const folder = join(root, 'src', 'engines');
  const found = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name) : [];
  const listed = engines.map(({ name }) => name);
  return [
    ...found.filter((name) => !listed.includes(name)).map((name) => ({ wall: 'list-and-folders-agree', where: `src/engines/${name}`, why: 'The folder is not in engines.ts.' })),
    ...listed.filter((name) => !found.includes(name)).map((name) => ({ wall: 'list-and-folders-agree', where: 'engines.ts', why: `${name} has no folder.` })),
    ...listed.filter((name) => found.includes(name) && !existsSync(join(folder, name, 'index.ts'))).map((name) => ({ wall: 'list-and-folders-agree', where: `src/engines/${name}`, why: 'The engine has no door (index.ts).' })),
  ];
}

async function importBreaches(root: string, engines: readonly EngineEntry[]): Promise<Breach[]> {
  const before = process.cwd();
  process.chdir(root);
  try {
    const result = await cruise(
      ['src'],
      { validate: true, ruleSet: { forbidden: importRules(engines) }, doNotFollow: { path: 'node_modules' }, parser: 'swc', tsPreCompilationDeps: true },
      { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'], conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
    );
    const { summary } = result.output as ICruiseResult;
    return summary.violations.map(({ rule, from, to, cycle }) => ({
      wall: rule.name,
      where: from,
      why: rule.name === 'no-cycle' && cycle ? `goes round by ${cycle.map(({ name }) => name).join(' → ')}` : `imports ${to}`,
    }));
  } finally {
    process.chdir(before);
  }
}

/** A blueprint holds no functions and no code strings. */
function practiceBreaches(root: string): Breach[] {
  const folder = join(root, 'src', 'practices');
  if (!existsSync(folder)) return [];
  return sourceFiles(folder)
    .filter((file) => file.endsWith('blueprint.ts'))
    .flatMap((file) => (/=>|\bfunction\b|\beval\b|new Function/.test(withoutComments(readFileSync(file, 'utf8'))) ? [{ wall: 'practices-are-data', where: relative(root, file), why: 'A blueprint holds a function.' }] : []));
}

export function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.(tsx?|sql)$/.test(file));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
