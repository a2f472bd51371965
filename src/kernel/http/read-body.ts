import type { FormValues, UploadedFile } from './context.ts';

export class TooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super('Request body too large');
    this.limit = limit;
  }
}
export class Unreadable extends Error {}

export interface Body {
  values: FormValues;
  files: Record<string, UploadedFile>;
}

/** Room for a long form; a route that takes files says how much more. */
export const formLimit = 1024 * 1024;
/** Beyond this we stop listening: a browser has had its answer by then. */
const patience = 512 * 1024 * 1024;

export async function readForm(request: Request, limit = formLimit): Promise<Body> {
  const bytes = await readBytes(request, limit);
  const type = request.headers.get('content-type') ?? '';
  if (bytes.length === 0 && type === '') return { values: {}, files: {} };
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Unreadable('Not a form');
  });
  return collect(form);
}

async function collect(form: FormData): Promise<Body> {
  const values: FormValues = {};
  const files: Record<string, UploadedFile> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      files[name] = { field: name, filename: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
      continue;
    }
    const before = values[name];
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { values, files };
}

export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, formLimit);
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below, for both
  }
  throw new Unreadable('The body must be a JSON object');
}

/**
 * Reads the body up to the limit. What is over it is read on but thrown away, since a browser that is cut off while
 * sending shows its own error instead of our page.
 */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > patience) break;
  }
  if (size > limit) throw new TooLarge(limit);
  return Buffer.concat(chunks);
}
