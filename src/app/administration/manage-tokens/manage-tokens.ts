import { z } from 'zod';
import type { Permission } from '../../../kernel/access/role.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { manageTokensView, makeTokenView, tokenMadeView } from './manage-tokens.view.tsx';
import { findTokens, insertToken, withdrawToken } from './token.store.ts';

/** A permission that a token can have: some route of the API asks for it. */
export interface Scope {
  permission: Permission;
  /** What it opens, as the API's own description says it. */
  summaries: string[];
}

const permission = 'tokens:manage';
const lifetimes = ['30', '90', '365'] as const;

/** Routes to see, make and withdraw tokens; what they can be for is read from the route table. */
export function tokenRoutes(routes: () => Route[]): Route[] {
  const scopes = () => scopesOf(routes());
  return [manageTokens, makeTokenPage(scopes), makeToken(scopes), withdrawTokenAct];
}

const manageTokens = page({
  path: '/settings/tokens',
  permission,
  event: unrecorded('names of programs'),
  load: async ({ read }) => findTokens(read),
  view: manageTokensView,
});

const makeTokenPage = (scopes: () => Scope[]) =>
  page({
    path: '/settings/tokens/new',
    permission,
    event: unrecorded('an empty form'),
    load: async () => scopes(),
    view: (found: Scope[], context) => makeTokenView(context, { scopes: found, values: {}, errors: {} }),
  });

const makeToken = (scopes: () => Scope[]) =>
  act({
    path: '/settings/tokens/new',
    permission,
    event: 'token-made',
    input: z.strictObject({ name: field.text(80), organisation: field.text(120), scopes: field.list(field.text(80)), days: field.choice(lifetimes) }),
    act: async ({ tx, input }) => {
      const allowed = new Set<string>(scopes().map((scope) => scope.permission));
      if (input.scopes.length === 0 || !input.scopes.every((scope) => allowed.has(scope))) return refuse('no-scope', { field: 'scopes' });
      const chosen = input.scopes as Permission[];
      const { id, secret } = await insertToken(tx, { name: input.name, organisation: input.organisation, scopes: chosen, expiresAt: tx.now.add({ hours: 24 * Number(input.days) }) });
      tx.record({ act: 'token-made', subjects: [{ type: 'token', id }], detail: { scopes: chosen } });
      return { secret };
    },
    done: ({ secret }: { secret: string }, context) => tokenMadeView(context, secret),
    again: async (context) => makeTokenView(context, { scopes: scopes(), values: context.values, errors: faults(context) }),
  });

const withdrawTokenAct = act({
  path: '/settings/tokens/:id/withdraw',
  permission,
  event: 'token-withdrawn',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input }) => {
    if (!(await withdrawToken(tx, input.id))) return notFound;
    tx.record({ act: 'token-withdrawn', subjects: [{ type: 'token', id: input.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/tokens', { kind: 'done', text: text(locale, 'tokens.withdrawn') }),
  again: async () => notFound,
});

function scopesOf(routes: Route[]): Scope[] {
  const found = new Map<Permission, string[]>();
  for (const route of routes) {
    if (route.kind === 'open' || !route.api || typeof route.permission !== 'string') continue;
    found.set(route.permission, [...(found.get(route.permission) ?? []), route.api.summary]);
  }
  return [...found].map(([each, summaries]) => ({ permission: each, summaries })).sort((a, b) => a.permission.localeCompare(b.permission));
}

function faults({ errors, refusal, locale }: AgainContext): Record<string, string> {
  return refusal ? { scopes: text(locale, 'fault.no-scope') } : errors;
}
