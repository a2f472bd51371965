import { z } from 'zod';
import { message } from './api-messages.ts';
import { troubleStatus, type Trouble } from './error-pages.tsx';
import type { ViewContext } from './context.ts';
import { fieldErrors } from './fields.ts';
import { readJson } from './read-body.ts';
import type { ActRoute, PageRoute } from './route.ts';
import { runAct } from './serve-act.ts';
import { loadPage } from './serve-page.ts';
import type { Serving } from './serving.ts';

export type ApiRoute = (PageRoute | ActRoute) & { api: NonNullable<PageRoute['api'] | ActRoute['api']> };

export async function serveApi(serving: Serving, request: Request, route: ApiRoute, params: Record<string, string>): Promise<Response> {
  return route.kind === 'page' ? apiRead(serving, request, route, params) : apiAct(serving, request, route, params);
}

async function apiRead(serving: Serving, request: Request, route: PageRoute, params: Record<string, string>): Promise<Response> {
  const wrong = wrongQuery(route, request, params);
  if (wrong) return problem({ status: 422, name: 'not-valid', title: message('not-valid'), errors: wrong });
  const { data, context } = await loadPage(serving, request, route, params);
  return json(200, outgoing(route, data, context));
}

/** A program's query must be right: unlike a reader's address, nothing in it is passed over. */
function wrongQuery(route: PageRoute, request: Request, params: Record<string, string>) {
  if (!route.input) return undefined;
  const query: Record<string, unknown> = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    const all = searchParams.getAll(name);
    query[name] = all.length > 1 ? all : all[0];
  }
  const parsed = route.input.safeParse({ ...query, ...params });
  if (parsed.success || parsed.error.issues.some((issue) => String(issue.path[0]) in params)) return undefined;
  return fieldErrors('en', parsed.error.issues);
}

async function apiAct(serving: Serving, request: Request, route: ActRoute, params: Record<string, string>): Promise<Response> {
  const values = await readJson(request);
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,120}$/.test(key)) {
    return problem({ status: 400, name: 'bad-idempotency-key', title: message('bad-key') });
  }
  const asked = { request, params, values, files: {}, key: key === null ? undefined : { value: key, isStrict: true } };
  const acted = await runAct(serving, route, asked, (result, context) => outgoing(route, result, context));
  if (acted.kind === 'key-reused') return problem({ status: 422, name: 'key-reused', title: message('key-reused') });
  if (acted.kind === 'done') return json(route.api!.status ?? 200, acted.kept);
  const { refusal, errors } = acted;
  if (!refusal) return problem({ status: 422, name: 'not-valid', title: message('not-valid'), errors });
  return problem({
    status: refusal.status,
    name: refusal.name,
    title: message('refused'),
    detail: refusal.name,
    ...(refusal.field ? { errors: { [refusal.field]: refusal.name } } : {}),
    ...(Object.keys(refusal.detail).length > 0 ? { context: refusal.detail } : {}),
  });
}

/** Only what the schema names goes out; days and moments as text. */
function outgoing(route: PageRoute | ActRoute, result: unknown, context: ViewContext): unknown {
  const { output, present } = route.api!;
  const value = present ? present(result as never, context) : result;
  return output.parse(JSON.parse(JSON.stringify(value ?? null)));
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
}

interface Problem {
  status: number;
  name: string;
  title: string;
  detail?: string;
  errors?: Record<string, string>;
  context?: Record<string, string | number>;
}

/** RFC 9457. The type is a path of this installation's own documentation. */
export function problem({ status, name, title, detail, errors, context }: Problem): Response {
  const body = {
    type: `/api/v1/problems#${name}`,
    title,
    status,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors: Object.entries(errors).map(([field, reason]) => ({ field, reason })) } : {}),
    ...(context ? { context } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' } });
}

export function problemOf(trouble: Trouble): Response {
  return problem({ status: troubleStatus[trouble.kind], name: trouble.kind, title: message(trouble.kind) });
}

export function unauthorised(): Response {
  const response = problem({ status: 401, name: 'not-identified', title: message('not-identified') });
  response.headers.set('www-authenticate', 'Bearer');
  return response;
}

/** What every problem looks like, for the description of the API. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  context: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
