import type { Identified } from '../access/identify.store.ts';
import type { Read, Scope, Transaction } from '../db/types.ts';
import type { Outcome } from './answer.ts';
import type { LoadContext, ViewContext } from './context.ts';
import { credentialOf } from './identify.ts';
import { NotFound, Refusal } from './refusal.ts';
import type { PageRoute } from './route.ts';
import { admit, NotIdentified, viewContext, type Serving } from './serving.ts';

export interface Loaded {
  data: unknown;
  context: ViewContext;
}
/** Nothing there, for someone who is known. */
export class NothingThere extends Error {
  readonly identified: Identified;
  constructor(identified: Identified) {
    super('Nothing there');
    this.identified = identified;
  }
}

/** Loads a page's data as whoever asks for it. A recorded read and its event are one transaction. */
export async function loadPage(serving: Serving, request: Request, route: PageRoute, params: Record<string, string>): Promise<Loaded> {
  const credential = credentialOf(request, route.permission, params['secret']);
  if (!credential) throw new NotIdentified();
  const scope: Scope = { tenantId: credential.secret.tenantId, actorId: null, actorRole: 'nobody' };
  const load = async (read: Read): Promise<Loaded> => {
    const identified = await admit(read, scope, credential, route.permission, serving.grants);
    const context = viewContext(serving, request, identified, params['secret']);
    const input = inputOf(route, context, params);
    if (input === undefined) throw new NothingThere(identified);
    const data = await route.load(Object.assign(context, { input, read, services: serving.services }) as LoadContext<unknown>) as Outcome<unknown>;
    if (data instanceof NotFound || data instanceof Refusal) throw new NothingThere(identified);
    return { data, context };
  };
  const { event } = route;
  if (typeof event === 'object') return serving.services.database.read(scope, load);
  return serving.services.database.write(scope, async (tx: Transaction) => {
    const loaded = await load(tx);
    const subjects = route.subjects?.(loaded.data) ?? [];
    if (subjects.length > 0) tx.record({ act: event, subjects });
    return loaded;
  });
}

/** Path and query together. A filter in an address that cannot be is no reason to refuse the page: it is left out. */
function inputOf(route: PageRoute, context: ViewContext, params: Record<string, string>): unknown {
  if (!route.input) return {};
  const values: Record<string, unknown> = {};
  for (const name of new Set(context.url.searchParams.keys())) {
    const all = context.url.searchParams.getAll(name);
    values[name] = all.length > 1 ? all : all[0];
  }
  Object.assign(values, withoutSecret(params));
  const parsed = route.input.safeParse(values);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const wrong = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    for (const name of wrong) {
      if (name in params) return undefined;
      delete values[name];
    }
  }
  const again = route.input.safeParse(values);
  return again.success ? again.data : undefined;
}

export function withoutSecret(params: Record<string, string>): Record<string, string> {
  const { secret: _, ...rest } = params;
  return rest;
}
