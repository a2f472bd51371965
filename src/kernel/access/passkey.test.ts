import type { Page } from 'playwright-core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPage, openPage } from '../../../tests/browser.ts';
import { Client, createWorld, type World } from '../../../tests/world.ts';
import { makeSetupLink } from '../../app/first-run/setup-link.ts';
import { insertAccount } from './account.store.ts';
import { signInLimits } from './attempt.ts';
import { countAttempt } from './attempt.store.ts';
import { makeLink } from './identify.store.ts';
import { hiddenValue } from './testing.ts';

/** A telephone with a finger on it, or a key on a string, as the browser's own test bench has one. */
async function withAuthenticator(page: Page, transport: 'internal' | 'usb' = 'internal'): Promise<void> {
  const bench = await page.context().newCDPSession(page);
  await bench.send('WebAuthn.enable');
  await bench.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport, hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
}

describe('passkeys in the browser', () => {
  let world: World;
  let at: { url: string };
  beforeAll(async () => {
    world = await createWorld({ assets: 'built' });
    // A passkey is bound to a name, never to a number.
    at = { url: world.url.replace('127.0.0.1', 'localhost') };
    world.services.publicUrl = at.url;
  });
  afterAll(() => world.close());

  async function invited(): Promise<{ accountId: string; email: string; path: string }> {
    const email = `${crypto.randomUUID()}@example.be`;
    return world.write(async (tx) => {
      const accountId = (await insertAccount(tx, { name: 'Sam Toeleider', email, locale: 'nl', roles: ['guide'] }))!;
      const { secret } = await makeLink(tx, { purpose: 'account-invitation', subject: { type: 'account', id: accountId }, expiresAt: tx.now.add({ hours: 24 }) });
      return { accountId, email, path: `/invitation/${secret}` };
    });
  }

  it('are made by who is invited, and sign in after that', async () => {
    const { accountId, email, path } = await invited();
    const page = await openPage(at);
    await withAuthenticator(page);
    await page.goto(path);
    await checkPage(page);
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByText('Je account is klaar.').waitFor();
    await page.goto('/account');
    await checkPage(page);
    await page.context().clearCookies();
    await page.goto('/sign-in?next=/account');
    await checkPage(page);
    await page.getByRole('button', { name: 'Meld je aan met een passkey' }).click();
    await page.getByRole('heading', { name: 'Mijn account' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');

    // Stopped at the password, from whatever addresses, the owner still gets in.
    for (let round = 0; round < 11; round += 1) await world.write((tx) => countAttempt(tx, signInLimits(email, '192.0.2.1').account));
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Meld je aan met een passkey' }).click();
    await page.waitForURL(`${at.url}/`);

    const seen = await world.read(async (read) => (await sql<{ method: string }>`select method from kernel.session where account_id = ${accountId} order by made_at, id`.execute(read.on<never>())).rows.map(({ method }) => method));
    expect(seen).toEqual(['invitation', 'passkey', 'passkey']);
    await page.context().close();
  });

  it('can be added and taken away, but not the last way in', async () => {
    const { path } = await invited();
    const page = await openPage(at);
    await withAuthenticator(page);
    await page.goto(path);
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByText('Je account is klaar.').waitFor();
    await page.goto('/account');
    await page.getByRole('button', { name: 'Verwijder' }).click();
    await page.getByRole('heading', { name: 'Dit is je enige manier om je aan te melden' }).waitFor();
    await withAuthenticator(page, 'usb');
    await page.goto('/account/passkeys/new');
    await checkPage(page);
    await page.getByLabel('Naam van de passkey').fill('telefoon van het werk');
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByText('De passkey is toegevoegd.').waitFor();
    await page.getByRole('form', { name: 'Verwijder de passkey telefoon van het werk' }).getByRole('button').click();
    await page.getByText('De passkey is verwijderd.').waitFor();
    await page.context().close();
  });

  it('are refused a second time with the same answer, for another authority, and when the page stood open too long', async () => {
    const { path } = await invited();
    const page = await openPage(at);
    await withAuthenticator(page);
    await page.goto(path);
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByText('Je account is klaar.').waitFor();
    await page.context().clearCookies();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/sign-in/passkey') sent.push(request.postData() ?? '');
    });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Meld je aan met een passkey' }).click();
    await page.waitForURL(`${at.url}/`);
    const answer = Object.fromEntries(new URLSearchParams(sent[0]));
    const replayed = await new Client(at.url, {}).post('/sign-in/passkey', answer);
    expect(replayed.status).toBe(422);
    expect(replayed.body).toContain('Deze passkey werkt hier niet');
    const other = await world.anotherTenant();
    expect((await new Client(at.url, {}).post('/sign-in/passkey', { ...answer, authority: other })).status).toBe(422);
    const stale = await new Client(at.url, {}).get(`/sign-in?authority=${world.tenantId}`);
    const sealed = hiddenValue(stale.body, 'sealed');
    world.clock.advance({ hours: 2 });
    expect((await new Client(at.url, {}).post('/sign-in/passkey', { ...answer, sealed })).status).toBe(422);
    for (const wrong of [{ passkey: '' }, { passkey: '{}' }, { passkey: '{"id":"x"}' }, { sealed: 'x' }]) {
      expect((await new Client(at.url, {}).post('/sign-in/passkey', { ...answer, ...wrong })).status).toBe(422);
    }
    expect(world.logged).toEqual([]);
    await page.context().close();
  });

  it('set up a whole authority on the first run, on a narrow window too', async () => {
    const link = `/first-run/${await makeSetupLink(world.services.dataFolder)}`;
    const page = await openPage(at, { width: 360 });
    await withAuthenticator(page);
    await page.goto(link);
    await checkPage(page);
    await page.getByLabel('OCMW').check();
    await page.getByLabel('Naam van het bestuur').fill('OCMW Rivierdorp');
    await page.getByLabel('NIS-code').fill('34022');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.getByLabel('Jouw naam').fill('Noor Beheer');
    await page.getByLabel('Jouw e-mailadres').fill('noor@example.be');
    await checkPage(page);
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.getByRole('heading', { name: 'Hoe meld je je aan?' }).waitFor();
    await checkPage(page);
    await page.getByRole('button', { name: 'Maak mijn passkey' }).click();
    await page.getByRole('heading', { name: 'Zo begin je' }).waitFor();
    await checkPage(page);
    await page.context().close();
  });

  it('are not offered where they cannot work', async () => {
    world.services.publicUrl = world.url;
    try {
      const page = await world.visitor().get('/sign-in');
      expect(page.body).not.toContain('passkey');
    } finally {
      world.services.publicUrl = at.url;
    }
  });

  it('stay out of sight without script, where the password does', async () => {
    const page = await openPage(at, { javaScript: false });
    await page.goto(`/sign-in?authority=${world.tenantId}`);
    expect(await page.getByRole('button', { name: 'Meld je aan met een passkey' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Meld je aan', exact: true }).isVisible()).toBe(true);
    await page.context().close();
  });
});
