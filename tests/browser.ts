import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import type { Client } from './client.ts';
import type { World } from './world.ts';

export interface PageOptions {
  /** Whose session the browser carries; without it nobody is signed in. */
  as?: Client;
  javaScript?: boolean;
  /** Of the window, in CSS pixels. */
  width?: number;
  /** What the browser asks for; an account's own language goes before it. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
}

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const height = 900;

let browser: Promise<Browser> | undefined;
const complaintsOf = new WeakMap<Page, string[]>();

// One browser for a whole test file, started by its first page.
afterAll(async () => (await browser)?.close());

/** A page in a window of its own; close it by `page.context().close()`, or leave it to the end of the file. */
export async function openPage(world: Pick<World, 'url'>, { as, javaScript = true, width = 1280, locale = 'nl-BE', colorScheme = 'light' }: PageOptions = {}): Promise<Page> {
  browser ??= startBrowser();
  const options: BrowserContextOptions = { baseURL: world.url, viewport: { width, height }, locale, colorScheme, timezoneId: 'Europe/Brussels', javaScriptEnabled: javaScript };
  const context = await (await browser).newContext(options);
  const session = as?.cookie('ww_session');
  if (session) await context.addCookies([{ name: 'ww_session', value: session, url: world.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  complaintsOf.set(page, listenTo(page));
  return page;
}

/** Its program is CHROME_PATH, which `npm test` sets, or where the system keeps it. */
function startBrowser(): Promise<Browser> {
  const places = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('No Chrome or Chromium is found. Install one, or set CHROME_PATH to the program.');
  return chromium.launch({ executablePath, args: flags });
}

/** What the browser finds wrong with a page: script that fails, an asset that is missing, a breach of the security policy. */
function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script failed: ${error.message}`));
  page.on('console', (message) => {
    // A refused form answers 422, and the browser says so of the page itself.
    const isOwnStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isOwnStatus) complaints.push(message.text());
  });
  return complaints;
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No barrier, nothing in the console, no breach of the security policy, and nothing to scroll sideways for at 320 px. */
export async function checkPage(page: Page): Promise<void> {
  expect.soft(await findBarriers(page), `barriers on ${page.url()}`).toEqual([]);
  const window = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height });
  expect.soft(await findOverflow(page), `wider than 320 px on ${page.url()}`).toEqual([]);
  await page.setViewportSize(window);
  expect(takeComplaints(page), `complaints on ${page.url()}`).toEqual([]);
}

/** Violations of WCAG 2.2 AA and of good practice, one line for each element. */
export async function findBarriers(page: Page): Promise<string[]> {
  // An error summary has taken the focus and scrolled; what lies half under the strip at the top would be measured as too small.
  await page.evaluate(() => scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`));
}

/** What sticks out of the window sideways, without what scrolls in a box of its own. */
export async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const sticksOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > width + 1 || left < -1;
    };
    const scrolls = (element: Element | null): boolean => element !== null && element !== document.documentElement && element !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((element) => sticksOut(element) && !scrolls(element.parentElement));
    const names = out.slice(0, 8).map((element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${Math.round(element.getBoundingClientRect().right)} px`);
    return names.length > 0 ? names : [`the page itself: ${document.documentElement.scrollWidth} px`];
  });
}

/** What the browser found wrong since the last time that was asked. */
export function takeComplaints(page: Page): string[] {
  return complaintsOf.get(page)?.splice(0) ?? [];
}
