import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { open, unrecorded, type Route } from '../kernel/http/route.ts';
import { publicFolder } from './places.ts';
import { version } from './version.ts';

/** What belongs to no engine: health, files of the build. */
export function ownRoutes(): Route[] {
  return [health, asset];
}

const health = open({
  method: 'GET',
  path: '/health',
  open: 'a watcher has no account; it learns nothing of anyone',
  event: unrecorded('no one is read'),
  handle: async (_request, { database }) => {
    const isUp = await database.isUp();
    return Response.json({ status: isUp ? 'ok' : 'unavailable', version, database: isUp ? 'ok' : 'unavailable' }, { status: isUp ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  },
});

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

const asset = open({
  method: 'GET',
  path: '/assets/:file{.+}',
  open: 'style, script and fonts of the sign-in page itself',
  event: unrecorded('no one is read'),
  handle: async (_request, _services, { file = '' }) => {
    const path = normalize(join(publicFolder, file));
    const type = types[extname(path)];
    const bytes = type && path.startsWith(publicFolder + sep) ? await readFile(path).catch(() => undefined) : undefined;
    if (!bytes || !type) return new Response('Not found', { status: 404 });
    // The name carries the hash of what is in it.
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' } });
  },
});
