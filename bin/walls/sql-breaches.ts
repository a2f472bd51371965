import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourceFiles, type Breach } from './find-breaches.ts';
import type { EngineEntry } from './import-rules.ts';

const isTest = (file: string) => /\.test\.tsx?$|\/testing\.ts$|\/walkthroughs\.ts$/.test(file);
const isStore = (file: string) => file.endsWith('.store.ts') || file.endsWith('.sql');

/** SQL outside the stores, and SQL that reaches into a schema that its engine may not use. */
export function sqlBreaches(root: string, engines: readonly EngineEntry[]): Breach[] {
  const files = sourceFiles(join(root, 'src')).filter((file) => !isTest(file));
  return files.flatMap((file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    const source = readFileSync(file, 'utf8');
    return [...outsideStores(path, source), ...intoOthers(path, source, engines)];
  });
}

function outsideStores(path: string, source: string): Breach[] {
  if (isStore(path) || path.startsWith('src/kernel/db/')) return [];
  return /\bsql`|\bsql\.raw\(|\.query\(\s*[`'"]/.test(source) ? [{ wall: 'database-only-in-stores', where: path, why: 'It holds SQL.' }] : [];
}

function intoOthers(path: string, source: string, engines: readonly EngineEntry[]): Breach[] {
  if (!isStore(path)) return [];
  const own = /^src\/engines\/([^/]+)\//.exec(path)?.[1];
  const entry = engines.find(({ name }) => name === own);
  const others = engines.filter(({ name }) => name !== own).map(({ name }) => name);
  if (others.length === 0) return [];
  // Once, when something finds its right place, a migration takes rows from one engine to another whose door this one uses; it says so.
  const moves = path.endsWith('.sql') && /^-- .*Moves rows between engines, once/m.test(source);
  const mentions = new Set([...withoutForeignKeys(source, path, entry).matchAll(new RegExp(`(?<![\\w./-])(${others.join('|')})\\.([a-z_]+)`, 'g'))].map((match) => `${match[1]}.${match[2]}`));
  return [...mentions]
    .filter((mention) => {
      const [schema = '', table = ''] = mention.split('.');
      return !(entry?.reads.includes(schema) && table.startsWith('published_')) && !(moves && entry?.uses.includes(schema));
    })
    .filter((mention) => isInSql(source, mention, path))
    .map((mention) => ({ wall: 'no-query-into-others', where: path, why: `It reaches ${mention}.` }));
}

/** A foreign key may lead to a table of an engine whose door may be used: what it points at is there or is gone for both. */
function withoutForeignKeys(source: string, path: string, entry: EngineEntry | undefined): string {
  if (!path.endsWith('.sql')) return source;
  return source.replace(/\breferences\s+([a-z_]+)\.[a-z_]+/g, (whole, schema: string) => (entry?.uses.includes(schema) ? '' : whole));
}

/** In a store, only what stands in a template or a string is SQL; a variable that has an engine's name is not. */
function isInSql(source: string, mention: string, path: string): boolean {
  if (path.endsWith('.sql')) return true;
  const literals = source.match(/`[\s\S]*?`|'[^'\n]*'|"[^"\n]*"/g) ?? [];
  return literals.some((literal) => literal.replace(/\$\{[^}]*\}/g, '').includes(mention));
}
