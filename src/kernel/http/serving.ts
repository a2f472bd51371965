import type { VNode } from 'preact';
import { grantedAs, type Actor } from '../access/actor.ts';
import type { Identified } from '../access/identify.store.ts';
import { text as accessText } from '../access/messages.ts';
import type { AllWords } from '../audit/act-words.ts';
import type { Grants, Permission } from '../access/role.ts';
import { deviceOf } from '../access/session.ts';
import { dayOf, type Clock } from '../clock/clock.ts';
import type { Read, Scope } from '../db/types.ts';
import type { NavigationPlace } from '../engine.ts';
import type { Frame } from '../html/frame.ts';
import { newId } from '../id.ts';
import { direction, type Locale } from '../i18n/locale.ts';
import { readNotice } from './cookies.ts';
import type { Services, ViewContext } from './context.ts';
import type { Credential } from './identify.ts';
import { identify } from './identify.ts';
import type { Entry } from './route.ts';

/** All that answering a request needs; made once at boot. */
export interface Serving {
  services: Services;
  clock: Clock;
  grants: Grants;
  navigation: NavigationPlace[];
  assets: (logicalName: string) => string;
  render: (page: VNode) => string;
  log: (entry: LogEntry) => void;
  roleName: (locale: Locale, role: string) => string;
  words: AllWords;
}

/** Fields that may be logged; nothing else ever is. */
export interface LogEntry {
  incident: string;
  method: string;
  route: string;
  error: string;
  code?: string;
  constraint?: string;
  frames?: string[];
}

/** Nobody is signed in, or the link is not (or no longer) one. */
export class NotIdentified extends Error {}
/** Known, but not allowed. */
export class NotPermitted extends Error {
  readonly identified: Identified;
  constructor(identified: Identified) {
    super('Not permitted');
    this.identified = identified;
  }
}

/** Who this is and as what; the scope learns it too, since events are written under it. */
export async function admit(read: Read, scope: Scope, credential: Credential, entry: Entry, grants: Grants): Promise<Identified> {
  const identified = await identify(read, credential);
  if (!identified) throw new NotIdentified();
  const as = typeof entry === 'object' ? 'link' : grantedAs(identified.actor, entry, grants);
  if (!as) throw new NotPermitted(identified);
  scope.actorId = identified.actor.id;
  scope.actorRole = as;
  return identified;
}

export function viewContext(serving: Serving, request: Request, { tenant, actor }: Identified, linkSecret?: string): ViewContext {
  const now = serving.clock.now();
  const url = new URL(request.url);
  const locale: Locale = actor.kind === 'account' ? actor.locale : tenant.locale;
  const may = (permission: Permission) => grantedAs(actor, permission, serving.grants) !== undefined;
  const path = url.pathname + url.search;
  const context: ViewContext = {
    tenant,
    actor,
    locale,
    now,
    today: dayOf(now),
    path,
    url,
    publicUrl: serving.services.publicUrl,
    may,
    device: () => deviceOf(request),
    words: serving.words,
    frame: () => ({ ...bareFrame(serving, request, locale), ...ownFrame(serving, context) }),
    key: newId(),
    ...(linkSecret ? { linkSecret } : {}),
  };
  return context;
}

/** The frame of a page on which nobody is known. */
export function bareFrame(serving: Serving, request: Request, locale: Locale): Frame {
  const url = new URL(request.url);
  const notice = readNotice(request);
  return {
    locale,
    direction: direction(locale),
    path: url.pathname + url.search,
    navigation: [],
    assets: serving.assets,
    demo: serving.services.demo,
    ...(notice ? { notice } : {}),
  };
}

function ownFrame(serving: Serving, context: ViewContext): Partial<Frame> {
  const { tenant, actor, locale, url, may } = context;
  const places = serving.navigation.filter((place) => may(place.permission));
  return {
    tenantName: tenant.name,
    ...(tenant.settings.accent ? { tenantTheme: `/theme/${tenant.id}/${tenant.version}.css` } : {}),
    navigation: places.map((place) => ({ href: place.href, label: place.label(locale), icon: place.icon, current: isCurrent(place.href, url.pathname) })),
    ...nameOf(serving, actor, locale),
    ...(url.pathname === '/search' ? { searchQuery: url.searchParams.get('q') ?? '' } : {}),
  };
}

function nameOf(serving: Serving, actor: Actor, locale: Locale): Partial<Frame> {
  if (actor.kind !== 'account') return {};
  return { actorName: actor.name, roleNames: actor.roles.map((role) => serving.roleName(locale, role)), accountLinks: [{ href: '/account', label: accessText(locale, 'own.title') }] };
}

function isCurrent(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
