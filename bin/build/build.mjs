import path from 'node:path';
import * as esbuild from 'esbuild';
import { inRoot, PlainError, root } from '../launch/root.mjs';
import { removeOld, writeOutputs, writeWhole } from './output.mjs';
import { filesUnder, sourceHash, writeStamp } from './stamp.mjs';

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  charset: 'utf8',
};

const forServer = { ...shared, platform: 'node', target: 'node24', packages: 'external', sourcemap: 'linked', splitting: true };

const forBrowser = { ...shared, platform: 'browser', target: ['chrome109', 'firefox115', 'safari16'], minify: true };

/** The server, the operator's commands, and what browsers get. */
export async function buildServer() {
  const hash = sourceHash('server');
  const [programs, style, islands] = await Promise.all([buildPrograms(), buildStyle(), buildIslands()]);
  const written = await writeOutputs([...programs.outputFiles, ...style.outputFiles, ...islands.outputFiles]);
  const manifest = inRoot('dist', 'public', 'manifest.json');
  await writeWhole(manifest, `${JSON.stringify({ ...logicalNames(style), ...logicalNames(islands) }, null, 2)}\n`);
  await removeOld(inRoot('dist'), [...written, manifest], [inRoot('dist', 'bench')]);
  writeStamp('server', hash);
}

export async function buildBench() {
  const hash = sourceHash('bench');
  const built = await esbuild.build({ ...forServer, entryPoints: [inRoot('bench', 'run.ts')], outdir: inRoot('dist', 'bench') });
  const written = await writeOutputs(built.outputFiles);
  await removeOld(inRoot('dist', 'bench'), written);
  writeStamp('bench', hash);
}

/** dist/main.js and dist/command-line.js, with what they share beside them. */
function buildPrograms() {
  return esbuild.build({ ...forServer, entryPoints: [inRoot('src', 'app', 'main.ts'), inRoot('src', 'app', 'command-line.ts')], outdir: inRoot('dist') });
}

function buildStyle() {
  return esbuild.build({
    ...forBrowser,
    entryPoints: { theme: inRoot('src', 'kernel', 'html', 'theme', 'theme.css') },
    outdir: inRoot('dist', 'public'),
    entryNames: '[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
  });
}

/** Each stands alone: an island is small, and a page that needs one asks one file. */
function buildIslands() {
  const files = filesUnder(inRoot('src')).filter((file) => /\.island\.tsx?$/.test(file));
  const entryPoints = Object.fromEntries(files.map((file) => [islandName(file), file]));
  if (Object.keys(entryPoints).length < files.length) throw new PlainError(`Two islands have the same name: ${files.join(', ')}`);
  return esbuild.build({ ...forBrowser, entryPoints, outdir: inRoot('dist', 'public', 'islands'), entryNames: '[name]-[hash]' });
}

function islandName(file) {
  return path.basename(file).replace(/\.island\.tsx?$/, '');
}

/** From the name that pages use to the file that holds this version of it, both relative to dist/public. */
function logicalNames({ metafile }) {
  const names = Object.keys(metafile.outputs).map((file) => path.relative(inRoot('dist', 'public'), inRoot(file)).replaceAll(path.sep, '/'));
  return Object.fromEntries(names.sort().map((name) => [name.replace(/-[A-Z0-9]{8}(\.[a-z0-9]+)$/, '$1'), name]));
}
