import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, takeComplaints } from '../browser.ts';
import type { World } from '../world.ts';

/** Someone with an account, in a browser of their own. */
export interface Someone {
  page: Page;
  email: string;
  password: string;
  /** Of the app that makes codes, in base32. */
  secret: string;
}

/** One walk through the platform by several people. With WEGWIJS_LOOK, a picture of each page is kept in that folder. */
export class Walk {
  readonly world: World;
  readonly javaScript: boolean;
  readonly #pages: Page[] = [];
  #looks = 0;

  constructor(world: World, javaScript: boolean) {
    this.world = world;
    this.javaScript = javaScript;
  }

  async open(width = 1280): Promise<Page> {
    const page = await openPage(this.world, { javaScript: this.javaScript, width });
    this.#pages.push(page);
    return page;
  }

  /** What an app that makes codes shows now for this key. */
  codeOf(secret: string): string {
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: this.world.clock.now().epochMilliseconds });
  }

  /** Looks at a page: nothing may be wrong with it. */
  async look(page: Page, name: string): Promise<void> {
    expect(takeComplaints(page), `complaints on ${page.url()}`).toEqual([]);
    await this.#picture(page, name);
  }

  /** Where everyone stood when a step failed. */
  async showPages(): Promise<void> {
    for (const page of this.#pages) if (!page.isClosed()) await this.#picture(page, 'failed');
  }

  async #picture(page: Page, name: string): Promise<void> {
    const folder = process.env['WEGWIJS_LOOK'];
    if (!folder) return;
    const place = join(folder, this.javaScript ? 'with-script' : 'without-script');
    await mkdir(place, { recursive: true });
    this.#looks += 1;
    const path = join(place, `${String(this.#looks).padStart(2, '0')}-${name}`);
    await page.screenshot({ path: `${path}.png`, fullPage: true });
    await writeFile(`${path}.txt`, `${page.url()}\n${await page.locator('body').ariaSnapshot()}`);
  }
}

/** The path of the page, without its query. */
export function placeOf(page: Page): string {
  return new URL(page.url()).pathname;
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
}

/** Ticks a choice that is drawn as a tile: the finger meets its label, which lies over it. */
export function choose(choice: Locator): Promise<void> {
  return choice.check({ force: true });
}

/** Waits for the page with this title. */
export async function onPage(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Waits for words that say what happened. */
export async function reads(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor();
}

/** Opens the newest mail to someone in the outbox, as the administrator, and gives the path of the link in it. */
export async function linkInMail(page: Page, to: string): Promise<string> {
  await page.goto('/settings/outbox');
  await page.getByRole('row').filter({ hasText: to }).first().getByRole('link').first().click();
  const link = await page.locator('.ww-message-body a').getAttribute('href');
  expect(link, `a link in the mail to ${to}`).not.toBeNull();
  return new URL(link!).pathname;
}
