import { Hono, type Context } from 'hono';
import { keepSession } from '../access/session.store.ts';
import { noteAddress } from './address.ts';
import { SeeOther, type Answer } from './answer.ts';
import { sendTrouble } from './error-pages.tsx';
import { isForeign, securityHeaders } from './headers.ts';
import { credentialOf, identify } from './identify.ts';
import { openApi } from './open-api.ts';
import { formLimit, readForm, type Body } from './read-body.ts';
import type { ActRoute, OpenRoute, PageRoute, Route } from './route.ts';
import { formAgain, runAct } from './serve-act.ts';
import { problemOf, serveApi, unauthorised, type ApiRoute } from './serve-api.ts';
import { loadPage, NothingThere } from './serve-page.ts';
import { NotIdentified, NotPermitted, type Serving } from './serving.ts';
import { send, sendPage } from './send.ts';
import { logEntryOf, troubleOf } from './trouble.ts';

const apiRoot = '/api/v1';

/** The web application: every route of the table, and nothing else, is reachable. */
export function createServer(serving: Serving, routes: Route[]): Hono {
  const app = new Hono();
  const headers = Object.entries(securityHeaders(serving.services.publicUrl));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  for (const route of routes) mount(app, serving, route);
  const description = JSON.stringify(openApi(routes, serving.grants));
  app.get(`${apiRoot}/openapi.json`, (c) => c.body(description, 200, { 'content-type': 'application/json; charset=utf-8' }));
  app.notFound((c) => (isApi(c) ? problemOf({ kind: 'not-found' }) : notFoundPage(serving, c.req.raw)));
  app.onError((error, c) => failed(serving, c, error, 'unrouted'));
  return app;
}

function mount(app: Hono, serving: Serving, route: Route): void {
  const guarded = (path: string, answer: (request: Request, params: Record<string, string>) => Promise<Response>) => {
    app.on(route.method, path, async (c) => {
      try {
        noteAddress(c.req.raw, c.env);
        if (route.method === 'POST' && isForeign(c.req.raw, serving.services.publicUrl)) return refuseForeign(serving, c);
        return await answer(c.req.raw, c.req.param() as Record<string, string>);
      } catch (error) {
        return failed(serving, c, error, route.path);
      }
    });
  };
  guarded(route.path, (request, params) => serve(serving, route, request, params));
  if (route.kind !== 'open' && route.api && typeof route.permission === 'string') {
    guarded(apiRoot + (route.api.path ?? route.path), (request, params) => serveApi(serving, request, route as ApiRoute, params));
  }
}

function serve(serving: Serving, route: Route, request: Request, params: Record<string, string>): Promise<Response> {
  if (route.kind === 'open') return (route as OpenRoute).handle(request, serving.services, params);
  return route.kind === 'page' ? servePage(serving, route, request, params) : serveAct(serving, route, request, params);
}

async function servePage(serving: Serving, route: PageRoute, request: Request, params: Record<string, string>): Promise<Response> {
  const { data, context } = await loadPage(serving, request, route, params);
  await keepSession(serving.services.database, context.tenant.id, context.actor);
  return send(serving, request, route.view(data as never, context));
}

async function serveAct(serving: Serving, route: ActRoute, request: Request, params: Record<string, string>): Promise<Response> {
  const body = await readForm(request, route.upload ? route.upload.limit + formLimit : formLimit);
  const { values, key } = takeKey(body);
  let fresh: Answer | undefined;
  const asked = { request, params, values, files: body.files, key };
  const acted = await runAct(serving, route, asked, (result, context) => {
    fresh = route.done(result, context);
    // A page that shows a secret once is not kept: repeating the request leads back to where it was sent from.
    return fresh instanceof SeeOther ? { to: fresh.to, notice: fresh.notice } : { to: backTo(request) };
  });
  if (acted.kind === 'done') {
    // What this request made but did not keep, since another was first, must not be shown.
    if (fresh && !acted.isRepeat) return send(serving, request, fresh);
    return send(serving, request, new SeeOther(acted.kept.to, acted.kept.notice));
  }
  const refused = acted.kind === 'refused' ? acted : { errors: {} };
  const page = await formAgain(serving, route, asked, refused);
  const status = acted.kind === 'refused' ? (acted.refusal?.status ?? 422) : 422;
  return sendPage(serving, request, page, status);
}

/** The key of a form belongs to the request, not to what was filled in. */
function takeKey({ values: all }: Body): { values: Body['values']; key: { value: string; isStrict: false } | undefined } {
  const { _key, ...values } = all;
  return { values, key: typeof _key === 'string' && /^[\w-]{8,64}$/.test(_key) ? { value: _key, isStrict: false } : undefined };
}

function backTo(request: Request): string {
  const referrer = request.headers.get('referer');
  if (!referrer) return '/';
  const { pathname, search, host } = new URL(referrer);
  return host === new URL(request.url).host ? pathname + search : '/';
}

function refuseForeign(serving: Serving, c: Context): Response {
  return isApi(c) ? problemOf({ kind: 'foreign-origin' }) : sendTrouble(serving, c.req.raw, { kind: 'foreign-origin' });
}

function failed(serving: Serving, c: Context, error: unknown, route: string): Response {
  const request = c.req.raw;
  if (error instanceof NotIdentified) return notIdentified(serving, c);
  if (error instanceof NotPermitted) return isApi(c) ? problemOf({ kind: 'forbidden' }) : sendTrouble(serving, request, { kind: 'forbidden' }, error.identified);
  if (error instanceof NothingThere) return isApi(c) ? problemOf({ kind: 'not-found' }) : sendTrouble(serving, request, { kind: 'not-found' }, error.identified);
  const trouble = troubleOf(error);
  const incident = trouble.kind === 'fault' ? trouble.number : trouble.kind;
  if (trouble.kind !== 'too-large' && trouble.kind !== 'not-a-form') serving.log(logEntryOf(error, incident, request.method, route));
  return isApi(c) ? problemOf(trouble) : sendTrouble(serving, request, trouble);
}

/** To the sign-in page and back again; a link that is not one says so instead. */
function notIdentified(serving: Serving, c: Context): Response {
  if (isApi(c)) return unauthorised();
  if (c.req.param('secret') !== undefined) return sendTrouble(serving, c.req.raw, { kind: 'link' });
  const url = new URL(c.req.url);
  const next = c.req.method === 'GET' && url.pathname !== '/' ? `?next=${encodeURIComponent(url.pathname + url.search)}` : '';
  return send(serving, c.req.raw, new SeeOther(`/sign-in${next}`));
}

/** Inside the shell for someone who is signed in, so that the way on is there. */
async function notFoundPage(serving: Serving, request: Request): Promise<Response> {
  const credential = credentialOf(request, 'today:read', undefined);
  const scope = credential && { tenantId: credential.secret.tenantId, actorId: null, actorRole: 'nobody' };
  const identified = scope && (await serving.services.database.read(scope, (read) => identify(read, credential)).catch(() => undefined));
  return sendTrouble(serving, request, { kind: 'not-found' }, identified);
}

function isApi(c: Context): boolean {
  return c.req.path.startsWith(`${apiRoot}/`);
}

