import { findTenants } from '../../../kernel/access/tenant.store.ts';
import { tenantTheme } from '../../../kernel/html/index.ts';
import { open, unrecorded } from '../../../kernel/http/route.ts';

/** An authority's colours. Its address carries the version, so that it may be kept for good. */
export const authorityTheme = open({
  method: 'GET',
  path: '/theme/:tenant/:version{[0-9]+\\.css}',
  open: 'the colours of the sign-in page itself',
  event: unrecorded('no one is read'),
  handle: async (_request, { database }, { tenant: id, version = '' }) => {
    const tenant = (await findTenants(database)).find((each) => each.id === id && `${each.version}.css` === version);
    if (!tenant?.settings.accent) return new Response('Not found', { status: 404 });
    const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' };
    return new Response(tenantTheme({ accent: tenant.settings.accent }), { headers });
  },
});
