import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../engines.ts';
import { findCatalogueBreaches } from './catalogue-breaches.ts';
import { createWorld, type World } from '../world.ts';

describe('the live catalogue', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await createWorld();
    owner = new pg.Client({ ...world.connection, user: 'wegwijs_owner' });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  it('keeps every wall', async () => {
    expect(await findCatalogueBreaches(owner, engines)).toEqual([]);
  });

  const planted: [breach: string, statements: string, expected: string][] = [
    ['a table without row-level security', `create table kernel.plant (tenant_id uuid, id uuid, primary key (tenant_id, id))`, 'row-level-security-forced: kernel.plant'],
    ['row-level security that spares the owner', `create table kernel.plant (tenant_id uuid, id uuid, primary key (tenant_id, id)); alter table kernel.plant enable row level security; create policy p on kernel.plant using (tenant_id = (select kernel.current_tenant()))`, 'row-level-security-forced: kernel.plant'],
    ['a policy that lets all through', `create table kernel.plant (tenant_id uuid, id uuid, primary key (tenant_id, id)); alter table kernel.plant enable row level security; alter table kernel.plant force row level security; create policy p on kernel.plant using (true)`, 'policy-names-the-tenant: kernel.plant'],
    ['a primary key without the tenant', `create table kernel.plant (tenant_id uuid, id uuid primary key); set local wegwijs.app_role = 'wegwijs_app'; select kernel.guard('kernel.plant')`, 'key-begins-with-tenant: kernel.plant'],
    ['a foreign key without the tenant', `create unique index planted on kernel.account (id); create table kernel.plant (tenant_id uuid, id uuid references kernel.account (id), primary key (tenant_id, id)); set local wegwijs.app_role = 'wegwijs_app'; select kernel.guard('kernel.plant')`, 'foreign-key-begins-with-tenant: kernel.plant'],
    ['a trigger', `create function kernel.planted() returns trigger language plpgsql as 'begin return new; end'; create trigger planted before insert on kernel.job for each row execute function kernel.planted()`, 'no-trigger: kernel.job'],
    ['a function with its owner’s rights', `create function kernel.planted() returns int language sql security definer as 'select 1'`, 'no-security-definer: kernel.planted'],
    ['a view with its owner’s rights', `create view kernel.planted as select * from kernel.account`, 'view-is-security-invoker: kernel.planted'],
    ['a materialised view', `create materialized view kernel.planted as select 1 as one`, 'no-materialised-view: kernel.planted'],
  ];
  for (const [breach, statements, expected] of planted) {
    it(`fails on ${breach}`, async () => {
      await owner.query('begin');
      try {
        await owner.query(statements);
        expect(await findCatalogueBreaches(owner, engines)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
      } finally {
        await owner.query('rollback');
      }
    });
  }

  it('fails on a foreign key into an engine that is not listed as used', async () => {
    await owner.query('begin');
    try {
      await owner.query(`create schema upper; create schema lower; create table lower.thing (tenant_id uuid, id uuid, primary key (tenant_id, id));
        create table upper.thing (tenant_id uuid, id uuid, primary key (tenant_id, id), foreign key (tenant_id, id) references lower.thing)`);
      const list = [{ name: 'lower', uses: [], reads: [] }, { name: 'upper', uses: [], reads: [] }];
      expect(await findCatalogueBreaches(owner, list)).toEqual(expect.arrayContaining([expect.stringContaining('foreign-key-into-others: upper.thing')]));
      const allowed = [{ name: 'lower', uses: [], reads: [] }, { name: 'upper', uses: ['lower'], reads: [] }];
      expect(await findCatalogueBreaches(owner, allowed)).not.toEqual(expect.arrayContaining([expect.stringContaining('foreign-key-into-others: upper.thing')]));
    } finally {
      await owner.query('rollback');
    }
  });
});
