import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/app/assemble.ts';
import { makeDemo } from '../../src/app/demo/make-demo.ts';
import type { Role } from '../../src/kernel/access/role.ts';
import type { Client, Reply } from '../client.ts';
import { createWorld, type World } from '../world.ts';

const roles: Role[] = ['guide', 'front-desk', 'social-worker', 'coordinator', 'coach', 'volunteer', 'policy', 'administrator'];
/** Found by an act, not by a link: what a form finds, what stands between an upload and its end, a talk under way, two who stand there twice and what was made of them, ways to sign in that these accounts do not have. */
const byAnAct = ['/search', '/questions/askers', '/people/import/:id', '/people/import/:id/columns', '/people/import/:id/rows/:id', '/directory/import/:id', '/directory/import/:id/rows/:id', '/directory/proposals/:id', '/cases/:id/talk/:id', '/cases/:id/finish', '/people/duplicates/:id/:id', '/people/mergers/:id', '/account/authenticator', '/account/passkeys/new'];
/** Of what the small town has not: an address apart, something under seal, a kind of its own in a list, an authority to compare with. */
const ofNobodyYet = ['/people/:id/own-addresses/:id/change', '/people/:id/sealed/:id/change', '/people/:id/sealed/notes', '/people/seal-openings', '/settings/people-lists/:id/:id', '/figures/together.csv'];
/** Files and previews of a statistic that nobody brought in yet. */
const ofStatistics = ['/figures/statistics/applications.csv', '/figures/statistics/protection.csv', '/figures/statistics/:id'];
/** Of pages that differ only by an id, so many are opened; filters and orders of a list are one page. */
const most = 12;

let world: World;
beforeAll(async () => {
  world = await createWorld({ withoutAuthority: true, at: '2026-03-03T09:00' });
  await makeDemo({ database: world.database, clock: world.clock, now: world.clock.now(), tenantId: world.tenantId, publicUrl: world.url, size: { months: 4, persons: 60, questions: 60, referrals: 12 } });
  expect((await (await world.signIn('coordinator')).client.post('/figures/release')).status).toBe(303);
});
afterAll(() => world.close());

/** Follows every link from Today on, as a colleague with this role would. Gives the shapes of the pages that were opened. */
async function wander(client: Client): Promise<{ opened: Map<string, number>; dead: string[] }> {
  const opened = new Map<string, number>();
  const dead: string[] = [];
  const queue = [{ path: '/', from: 'the start' }];
  const seen = new Set<string>(['/']);
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, from } = next;
    const shape = shapeOf(path);
    if ((opened.get(shape) ?? 0) >= most) continue;
    opened.set(shape, (opened.get(shape) ?? 0) + 1);
    const reply = await client.get(path);
    if (reply.status >= 400) dead.push(`${path} (${reply.status}), from ${from}`);
    const targets = reply.location ? [reply.location] : linksIn(reply);
    for (const target of targets) {
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push({ path: target, from: path });
    }
  }
  return { opened, dead };
}

function linksIn({ body, headers }: Reply): string[] {
  if (!headers.get('content-type')?.startsWith('text/html')) return [];
  return [...body.matchAll(/<a [^>]*?href="([^"#]*)[^"]*"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&').replace(world.url, ''))
    .filter((href) => href.startsWith('/'));
}

function shapeOf(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/help\/.+/, '/help/:id')
    // What is known by a word and not by a number.
    .replace(/^(\/settings\/(?:practices|people-lists))\/(?!import$)[\w-]+/, '$1/:id');
}

describe('whoever follows links', () => {
  const found = new Set<string>();
  it.each(roles)('finds no dead one, as %s', async (role) => {
    const { opened, dead } = await wander((await world.signIn(role)).client);
    for (const shape of opened.keys()) found.add(shape);
    expect(dead).toEqual([]);
    expect(opened.size).toBeGreaterThan(3);
  });

  it('finds every page that has no secret in its address', () => {
    const pages = allRoutes().filter((route) => route.kind === 'page' && typeof route.permission === 'string').map(({ path }) => path.replace(/:\w+/g, ':id'));
    expect(pages.filter((path) => !found.has(path)).toSorted()).toEqual([...byAnAct, ...ofNobodyYet, ...ofStatistics].toSorted());
  });
});
