/**
 * Copies the drawings of the named Lucide icons into icons.ts, so that a page carries only what it shows.
 * Use: `node src/kernel/html/icons/take-icons.ts kite` adds one; without names it draws the present ones again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Shape = [element: string, attributes: Record<string, string | number>];

const target = new URL('./icons.ts', import.meta.url);
const drawings = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('lucide-static/icon-nodes.json'), 'utf8')) as Record<string, Shape[]>;

/** The inside of the `<svg>` of an icon of Lucide's. Throws when Lucide has none by that name. */
export function drawingOf(name: string): string {
  const shapes = drawings[name];
  if (!shapes) throw new Error(`Lucide has no icon "${name}"; see https://lucide.dev/icons`);
  return shapes
    .map(([element, attributes]) => `<${element} ${Object.entries(attributes).map(([key, value]) => `${key}="${value}"`).join(' ')}/>`)
    .join('');
}

function iconsFile(names: string[]): string {
  const lines = names.map((name) => `  '${name}': '${drawingOf(name)}',`);
  return [
    '// Drawings from Lucide (https://lucide.dev), ISC License, copyright Lucide Icons and Contributors;',
    '// some derive from Feather (MIT). Written by take-icons.ts; do not edit by hand.',
    'export const icons = {',
    ...lines,
    '} as const;',
    '',
    'export type IconName = keyof typeof icons;',
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('take-icons.ts')) {
  const present = [...readFileSync(target, 'utf8').matchAll(/^ {2}'([a-z0-9-]+)':/gm)].map((match) => match[1]!);
  writeFileSync(target, iconsFile([...new Set([...present, ...process.argv.slice(2)])].sort()));
}
