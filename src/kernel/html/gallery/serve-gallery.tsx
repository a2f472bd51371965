import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { VNode } from 'preact';
import { chromium, type Browser } from 'playwright-core';
import { securityHeaders } from '../../http/headers.ts';
import { EmptyState, PlainPage, renderPage } from '../index.ts';
import { GalleryPage, galleryFrame } from './gallery.tsx';
import { GalleryAlong, GalleryLetter, GalleryPlain, GalleryWelcome } from './gallery-shells.tsx';
import { arabic, dutch } from './words.ts';

const frame = galleryFrame(dutch);
const stranger = { ...frame, navigation: [], actorName: undefined, notice: undefined };
const newcomer = { ...stranger, locale: 'ar', direction: 'rtl' } as const;

/** The pages of the gallery by path. */
export const galleryPages: Record<string, () => VNode> = {
  '/nl': () => <GalleryPage words={dutch} frame={frame} />,
  '/ar': () => <GalleryPage words={arabic} frame={galleryFrame(arabic)} />,
  '/along': () => <GalleryAlong frame={frame} />,
  '/welcome': () => <GalleryWelcome frame={newcomer} />,
  '/plain': () => <GalleryPlain frame={stranger} />,
  '/letter': () => <GalleryLetter frame={frame} />,
};

export interface Gallery {
  url: string;
  /** Forms sent: path and what was filled in. */
  sent: { path: string; body: URLSearchParams }[];
  close: () => Promise<void>;
}

/** Serves the gallery as the platform serves its pages: the built theme and islands, under the same security policy. */
export async function serveGallery(pages: Record<string, () => VNode> = galleryPages): Promise<Gallery> {
  const assets = await buildAssets();
  const sent: Gallery['sent'] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://gallery').pathname;
    if (request.method === 'POST') sent.push({ path, body: new URLSearchParams(await bodyOf(request)) });
    const asset = assets.get(path);
    const headers = { ...securityHeaders('http://gallery'), 'content-type': asset ? typeOf(path) : 'text/html; charset=utf-8' };
    response.writeHead(200, headers).end(asset ?? renderPage((pages[path] ?? somewhere(path))()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent, close: () => closed(server) };
}

/** Any other address: a page that says where one is. */
function somewhere(path: string): () => VNode {
  return () => (
    <PlainPage frame={stranger} title={path}>
      <EmptyState title={path}>{path}</EmptyState>
    </PlainPage>
  );
}

/** A browser for tests; its program is CHROME_PATH or where Linux and macOS keep it. */
export function openBrowser(): Promise<Browser> {
  const places = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('No Chrome or Chromium is found. Install one, or set CHROME_PATH to the program.');
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: ['--headless', ...flags] });
}

async function buildAssets(): Promise<Map<string, Uint8Array>> {
  const here = fileURLToPath(new URL('..', import.meta.url));
  const built = await esbuild.build({
    entryPoints: { theme: join(here, 'theme/theme.css'), keys: join(here, 'islands/keys.island.ts'), refresh: join(here, 'islands/refresh.island.ts'), 'read-aloud': join(here, 'islands/read-aloud.island.ts') },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    outdir: here,
    loader: { '.woff2': 'file' },
  });
  return new Map(built.outputFiles.map(({ path, contents }) => [`/assets/${basename(path)}`, contents]));
}

function typeOf(path: string): string {
  return path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'font/woff2';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
