import { findTenants } from '../../../kernel/access/tenant.store.ts';
import type { Tenant } from '../../../kernel/access/tenant.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { renderPage, type Frame, type WelcomeLanguage } from '../../../kernel/html/index.ts';
import type { Services } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { direction, isLocale, locales, type Locale } from '../../../kernel/i18n/locale.ts';
import type { VNode } from 'preact';
import { hasPublicPages } from '../setting.store.ts';

/** What a page for everyone may know. */
export interface PublicContext {
  tenant: Tenant;
  locale: Locale;
  frame: Frame;
  languages: WelcomeLanguage[];
  url: URL;
  /** Address of the authority's public map. */
  at: string;
  publicUrl: string;
}

/** The path of an authority's public map: by NIS code, or by id when it has none or shares it. */
export function publicPathOf(tenant: Pick<Tenant, 'id' | 'nisCode'>): string {
  return `/social-map/${tenant.nisCode ?? tenant.id}`;
}

/**
 * Loads and draws a page for everyone. An authority that is not there, does not show its map, or has nothing there answers alike.
 * The same for all who ask and for five minutes, so that a cache may keep it; its language is in its address.
 */
export async function servePublic<Data>(request: Request, services: Services, named: string, load: (read: Read, context: PublicContext) => Promise<Data | undefined>, view: (data: Data, context: PublicContext) => VNode, nothing: (context: PublicContext | undefined, frame: Frame) => VNode): Promise<Response> {
  const tenants = await findTenants(services.database);
  const matching = tenants.filter(({ id, nisCode }) => id === named || nisCode === named);
  const tenant = matching.length === 1 ? matching[0] : undefined;
  const context = tenant && contextOf(request, services, tenant, `/social-map/${named}`);
  const data = context && (await services.database.read({ tenantId: tenant.id, actorId: null, actorRole: 'public' }, async (read) => ((await hasPublicPages(read)) ? load(read, context) : undefined)));
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  if (!context || data === undefined) return new Response(renderPage(nothing(undefined, frameOf(request, services, localeOf(request), undefined))), { status: 404, headers: { ...headers, 'cache-control': 'no-store' } });
  return new Response(renderPage(view(data, context)), { headers: { ...headers, 'cache-control': 'public, max-age=300' } });
}

function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  return isLocale(asked) ? asked : 'nl';
}

function contextOf(request: Request, services: Services, tenant: Tenant, at: string): PublicContext {
  const url = new URL(request.url);
  const locale = localeOf(request);
  const languages = locales.map((each) => {
    const there = new URL(url);
    there.searchParams.set('lang', each);
    return { locale: each, label: languageName(each, each), href: there.pathname + there.search, current: each === locale };
  });
  return { tenant, locale, languages, url, at, publicUrl: services.publicUrl, frame: frameOf(request, services, locale, tenant) };
}

function frameOf(request: Request, services: Services, locale: Locale, tenant: Tenant | undefined): Frame {
  const { pathname, search } = new URL(request.url);
  return {
    locale,
    direction: direction(locale),
    path: pathname + search,
    navigation: [],
    assets: services.assets,
    demo: services.demo,
    ...(tenant ? { tenantName: tenant.name } : {}),
    ...(tenant?.settings.accent ? { tenantTheme: `/theme/${tenant.id}/${tenant.version}.css` } : {}),
  };
}
