import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemo } from '../../src/app/demo/make-demo.ts';
import { rootFolder } from '../../src/app/places.ts';
import type { Role } from '../../src/kernel/access/role.ts';
import { makeSecret } from '../../src/kernel/access/secret.ts';
import { openPage } from '../browser.ts';
import { Client, createWorld, type World } from '../world.ts';
import { choose, onPage, press } from './walk.ts';

const folder = join(rootFolder, 'docs', 'screenshots');
const mostBytes = 150_000;

/** The README's pictures, of the made-up town: `WEGWIJS_SCREENSHOTS=1 npm test tests/journeys/screenshots.test.ts`. */
describe.runIf(process.env['WEGWIJS_SCREENSHOTS'])('the pictures in the README', () => {
  let world: World;
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    world = await createWorld({ withoutAuthority: true, assets: 'built', at: '2026-03-03T10:12' });
    const size = { months: 15, persons: 1600, questions: 1400, referrals: 150 };
    await makeDemo({ database: world.database, clock: world.clock, now: world.clock.now(), tenantId: world.tenantId, publicUrl: world.url, size });
    await world.sweep();
    await world.runJobs();
    expect((await (await as('coordinator')).post('/figures/release')).status).toBe(303);
  }, 300_000);
  afterAll(() => world.close());

  /** The made-up town's own colleague with this role alone. */
  async function as(role: Role): Promise<Client> {
    const secret = makeSecret(world.tenantId);
    await world.write(async (tx) => {
      await sql`
        insert into kernel.session (tenant_id, secret_hash, account_id, made_at, seen_at, expires_at)
        select tenant_id, ${secret.hash}, id, ${tx.now}, ${tx.now}, ${tx.now.add({ hours: 24 })} from kernel.account
        where tenant_id = ${tx.scope.tenantId} and roles = ${[role]}::text[] order by made_at, id limit 1`.execute(tx.on<never>());
    });
    const client = new Client(world.url, { cookie: `ww_session=${secret.text}` });
    expect((await client.get('/')).status).toBe(200);
    return client;
  }

  async function open(role: Role, { width, height } = { width: 1280, height: 800 }): Promise<Page> {
    const page = await openPage(world, { as: await as(role), width });
    await page.setViewportSize({ width, height });
    return page;
  }

  async function picture(page: Page, name: string): Promise<void> {
    await page.evaluate(() => document.fonts.ready);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    expect((await stat(path)).size).toBeLessThan(mostBytes);
  }

  it('show the day of a coordinator', async () => {
    const page = await open('coordinator');
    await page.goto('/');
    await picture(page, 'today');
  });

  it('show who must still be welcomed', async () => {
    const page = await open('coordinator');
    await page.goto('/welcome?state=soon');
    await onPage(page, 'Te verwelkomen');
    await picture(page, 'to-welcome');
  });

  it('show a question that is recorded', async () => {
    const page = await open('front-desk');
    await page.goto('/questions/new');
    for (const key of ['1', 'b', 'i', 'd', 'u']) await page.keyboard.press(key);
    await page.keyboard.type('5');
    await picture(page, 'record-question');
  });

  it('show the invitation in Dutch and Arabic', async () => {
    const page = await open('coordinator');
    await page.goto('/welcome?state=planned&language=ar');
    await page.locator('tbody a').first().click();
    await page.getByRole('link', { name: 'Brief maken' }).click();
    await press(page, 'Brief maken');
    await onPage(page, '1 uitnodiging');
    // From the subject on: both languages, with the code between them.
    await page.locator('.ww-letter__place').evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 90));
    await picture(page, 'invitation');
  });

  it('show the talk on a telephone', async () => {
    const page = await open('guide', { width: 390, height: 780 });
    await page.goto('/talks');
    await page.locator('.ww-card').filter({ hasText: 'Arabisch' }).getByRole('link').first().click();
    await choose(page.getByRole('radio', { name: 'Arabisch' }));
    await press(page, 'Gesprek beginnen');
    await onPage(page, 'Wonen');
    await choose(page.getByRole('radio', { name: /^Ja/ }).first());
    await picture(page, 'talk');
  });

  it('show questions by theme and month', async () => {
    const page = await open('coordinator');
    await page.goto('/figures/questions');
    await onPage(page, 'Hulpvragen per thema');
    await picture(page, 'figures');
  });
});
