import { findTenants } from './tenant.store.ts';
import type { Tenant } from './tenant.ts';
import type { Frame } from '../html/frame.ts';
import { renderPage } from '../html/index.ts';
import type { Services } from '../http/context.ts';
import { clearNotice, readCookie, readNotice } from '../http/cookies.ts';
import { direction, staffLocales, type StaffLocale } from '../i18n/locale.ts';
import type { VNode } from 'preact';

/** What a page before anyone is known may know. */
export interface OpenContext {
  tenant: Tenant | undefined;
  locale: StaffLocale;
  frame: Frame;
}

/** The authority that an open page is for: the one that is named, or the only one there is. */
export async function findTenantFor(services: Services, named: string | undefined): Promise<{ tenant: Tenant | undefined; tenants: Tenant[] }> {
  const tenants = await findTenants(services.database);
  const tenant = tenants.length === 1 ? tenants[0] : tenants.find(({ id }) => id === named);
  return { tenant, tenants };
}

export function openContext(request: Request, services: Services, tenant: Tenant | undefined): OpenContext {
  const url = new URL(request.url);
  const locale = askedLocale(url) ?? tenant?.locale ?? preferred(request);
  const notice = readNotice(request);
  return {
    tenant,
    locale,
    frame: {
      locale,
      direction: direction(locale),
      path: url.pathname + url.search,
      navigation: [],
      assets: services.assets,
      demo: services.demo,
      ...(tenant ? { tenantName: tenant.name } : {}),
      ...(tenant?.settings.accent ? { tenantTheme: `/theme/${tenant.id}/${tenant.version}.css` } : {}),
      ...(notice ? { notice } : {}),
    },
  };
}

function askedLocale(url: URL): StaffLocale | undefined {
  const asked = url.searchParams.get('lang');
  return staffLocales.find((locale) => locale === asked);
}

function preferred(request: Request): StaffLocale {
  return /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'nl';
}

export function openPage(request: Request, services: Services, page: VNode, status = 200): Response {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  if (readCookie(request, 'ww_notice')) headers.append('set-cookie', clearNotice(services.publicUrl));
  return new Response(renderPage(page), { status, headers });
}

export function openRedirect(to: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: to, 'cache-control': 'no-store' });
  for (const value of cookies) headers.append('set-cookie', value);
  return new Response(null, { status: 303, headers });
}

/** A path of our own to go to after signing in; anything that could lead elsewhere is the home page. */
export function ownPath(next: string | undefined): string {
  const here = 'http://here';
  const url = next?.startsWith('/') ? URL.parse(next, here) : null;
  // What a browser would read as another host has another origin here too, however it is written.
  if (!url || url.origin !== here || /^\/(sign-in|sign-out|first-run)\b/.test(url.pathname)) return '/';
  return url.pathname + url.search;
}
