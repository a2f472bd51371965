import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allGrants, allRoutes } from '../../src/app/assemble.ts';
import { roles, type Role } from '../../src/kernel/access/role.ts';
import type { ActRoute, PageRoute } from '../../src/kernel/http/route.ts';
import { newId } from '../../src/kernel/id.ts';
import { createWorld, type Client, type Reply, type World } from '../world.ts';

const grants = allGrants();
const guarded = allRoutes().filter((route): route is PageRoute | ActRoute => route.kind !== 'open');
const byPermission = guarded.filter((route): route is (PageRoute | ActRoute) & { permission: string } => typeof route.permission === 'string');

/** The route's address with ids that nobody has. */
function addressOf(path: string): string {
  return path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === 'secret' ? 'x'.repeat(46) : newId()));
}

function use(client: Client, route: PageRoute | ActRoute): Promise<Reply> {
  return route.method === 'GET' ? client.get(addressOf(route.path)) : client.post(addressOf(route.path));
}

describe('the route table', () => {
  it('names a permission that some role holds, and an event, on every route', () => {
    for (const route of guarded) {
      expect(route.event, route.path).toBeTruthy();
      if (typeof route.permission === 'string') expect(grants[route.permission as never], `${route.path} asks ${route.permission}`).toBeTruthy();
    }
  });

  it('has each method and path once', () => {
    const all = allRoutes().map((route) => `${route.method} ${route.path}`);
    expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
  });

  it('says of every open route why it is open', () => {
    for (const route of allRoutes()) if (route.kind === 'open') expect(route.open.length, route.path).toBeGreaterThan(10);
  });
});

describe('every role on every route', () => {
  let world: World;
  const clients = new Map<Role, Client>();
  beforeAll(async () => {
    world = await createWorld();
    for (const role of roles) clients.set(role, await world.signIn(role));
  });
  afterAll(() => world.close());

  for (const role of roles) {
    it(`${role} reaches what the role is granted and nothing else`, async () => {
      const wrong: string[] = [];
      for (const route of byPermission) {
        const reply = await use(clients.get(role)!, route);
        const isGranted = grants[route.permission as never]?.includes(role as never);
        const isFine = isGranted ? [200, 303, 404, 409, 413, 422].includes(reply.status) : reply.status === 403;
        if (!isFine) wrong.push(`${route.method} ${route.path} (${route.permission}): ${reply.status}`);
      }
      expect(wrong).toEqual([]);
    });
  }

  it('sends a visitor to the sign-in page from every route', async () => {
    const wrong: string[] = [];
    for (const route of byPermission) {
      const reply = await use(world.visitor(), route);
      if (reply.status !== 303 || !reply.location?.startsWith('/sign-in')) wrong.push(`${route.method} ${route.path}: ${reply.status} ${reply.location}`);
    }
    expect(wrong).toEqual([]);
  });

  it('tells a visitor with a made-up link nothing', async () => {
    const wrong: string[] = [];
    for (const route of guarded.filter(({ permission }) => typeof permission === 'object')) {
      const reply = await use(world.visitor(), route);
      if (reply.status !== 404) wrong.push(`${route.method} ${route.path}: ${reply.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers a program without a token, with a wrong one and without the scope', async () => {
    const poor = await world.token([]);
    const wrong: string[] = [];
    for (const route of byPermission.filter((each) => each.api)) {
      const path = `/api/v1${addressOf(route.api!.path ?? route.path)}`;
      const body = route.method === 'POST' ? {} : undefined;
      const without = await world.visitor().json(path, body);
      const refused = await poor.json(path, body);
      if (without.status !== 401 || refused.status !== 403) wrong.push(`${route.method} ${path}: ${without.status} ${refused.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('faults nowhere', () => {
    expect(world.logged).toEqual([]);
  });
});
