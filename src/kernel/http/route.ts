import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Permission } from '../access/role.ts';
import type { Answer, Outcome } from './answer.ts';
import type { ActContext, AgainContext, LoadContext, Services, ViewContext } from './context.ts';

/** By whom a route may be used: an account or token with a permission, or whoever holds a link with a purpose (the path has ':secret'). */
export type Entry = Permission | { link: string };

/** What the log says of a use of this route; a read that opens nobody's file says why it is not logged. */
export type RouteEvent = string | { unrecorded: string };

export function unrecorded(why: string): { unrecorded: string } {
  return { unrecorded: why };
}

/** The same route as JSON under /api/v1. */
export interface Api<Result> {
  summary: string;
  output: z.ZodType;
  /** What of the result goes out; the result itself when left out. */
  present?: (result: Result, context: ViewContext) => unknown;
  /** Path under /api/v1 when it differs from the page's. */
  path?: string;
  /** 201 for an act that makes something. */
  status?: 200 | 201;
}

export interface PageRoute<Input = any, Data = any> {
  kind: 'page';
  method: 'GET';
  path: string;
  permission: Entry;
  event: RouteEvent;
  /** Path parameters and query together. */
  input?: z.ZodType<Input>;
  load: (context: LoadContext<Input>) => Promise<Outcome<Data>>;
  view: (data: Data, context: ViewContext) => Answer;
  /** Subjects of the event, for a recorded read. */
  subjects?: (data: Data) => { type: string; id: string }[];
  api?: Api<Data>;
}

export interface ActRoute<Input = any, Result = any> {
  kind: 'act';
  method: 'POST';
  path: string;
  permission: Entry;
  /** The event that the act records itself, by `tx.record`, since only it knows the subjects. */
  event: string;
  /** Path parameters and form fields together. */
  input: z.ZodType<Input>;
  act: (context: ActContext<Input>) => Promise<Outcome<Result>>;
  done: (result: Result, context: ViewContext) => Answer;
  /** The page to show when input or act is refused. */
  again: (context: AgainContext) => Promise<VNode | Outcome<never>>;
  /** Accepts files, up to this many bytes together. */
  upload?: { limit: number };
  api?: Api<Result>;
}

/** A route before anyone is known: sign-in, first run, health. Says why it is open; does its own transactions. */
export interface OpenRoute {
  kind: 'open';
  method: 'GET' | 'POST';
  path: string;
  open: string;
  event: RouteEvent;
  handle: (request: Request, services: Services, params: Record<string, string>) => Promise<Response>;
}

export type Route = PageRoute | ActRoute | OpenRoute;

/** A page: loads in a read transaction (a recorded read writes its event beside), then draws. */
export function page<Schema extends z.ZodType, Data>(
  route: Omit<PageRoute<z.output<Schema>, Data>, 'kind' | 'method' | 'input'> & { input?: Schema },
): PageRoute {
  return { kind: 'page', method: 'GET', ...route } as PageRoute;
}

/** An act: parse, authorise, act in one transaction, answer with a redirect. */
export function act<Schema extends z.ZodType, Result>(
  route: Omit<ActRoute<z.output<Schema>, Result>, 'kind' | 'method' | 'input'> & { input: Schema },
): ActRoute {
  return { kind: 'act', method: 'POST', ...route } as ActRoute;
}

export function open(route: Omit<OpenRoute, 'kind'>): OpenRoute {
  return { kind: 'open', ...route };
}
