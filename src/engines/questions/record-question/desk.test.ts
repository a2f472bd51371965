import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import * as esbuild from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { openBrowser } from '../../../kernel/html/gallery/serve-gallery.tsx';
import { anAsker } from '../testing.ts';

const source = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

describe('the desk, with a keyboard only', () => {
  let world: World;
  let browser: Browser;
  let assets: Map<string, Buffer>;
  let session: string;
  let context: BrowserContext;
  let page: Page;
  let pressed = 0;

  beforeAll(async () => {
    world = await createWorld();
    [browser, assets] = await Promise.all([openBrowser(), buildAssets()]);
    await world.write((tx) => anAsker(tx, 'Amira Haddad', 1990));
    await world.write((tx) => anAsker(tx, 'Samir Haddad', 1985));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  beforeEach(async () => {
    session = (await world.signIn('front-desk')).cookie('ww_session')!;
    pressed = 0;
    page = await open();
  });
  afterEach(() => context.close());

  async function open(options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
    context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: 800 }, javaScriptEnabled: options.javaScriptEnabled ?? true });
    await context.addCookies([{ name: 'ww_session', value: session, url: world.url }]);
    await context.route('**/assets/**', (route) => {
      const file = assets.get(new URL(route.request().url()).pathname);
      return file ? route.fulfill({ body: file, contentType: route.request().url().endsWith('.css') ? 'text/css' : 'text/javascript' }) : route.fulfill({ status: 404 });
    });
    const made = await context.newPage();
    made.setDefaultTimeout(10_000);
    await made.goto(`${world.url}/questions/new`);
    return made;
  }

  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      pressed += 1;
    }
  };
  const save = () => Promise.all([page.waitForNavigation(), press('Control+Enter')]);
  const latest = async () => {
    const admin = await world.signIn('coordinator');
    return (await admin.json('/api/v1/questions')).value.questions[0];
  };

  it('records a question about work by telephone, informed, in four strokes and far under 20 seconds', async () => {
    const begun = performance.now();
    await press('2', 't', 'i');
    await save();
    const seconds = (performance.now() - begun) / 1000;
    expect(await page.locator('.ww-notice').innerText()).toContain('Bewaard: Werk');
    expect(await latest()).toMatchObject({ theme: 'work', channel: 'telephone', language: 'nl', handling: ['informed'], personId: null });
    expect(pressed).toBe(4);
    expect(seconds).toBeLessThan(20);
    console.log(`short question: ${pressed} strokes, ${seconds.toFixed(2)} s without thinking`);
  });

  it('records all there is to say about one, with the person found while typing', async () => {
    const begun = performance.now();
    await press('1', 'b', 'i', 'd', 'a', ...'Arab');
    await press('Escape', 'u', ...'15', 'Escape', 'n', ...'amira');
    await page.locator('text=Amira Haddad').waitFor();
    await press('ArrowDown', 'r', ...'Zoekt een huis');
    await save();
    const seconds = (performance.now() - begun) / 1000;
    expect(await latest()).toMatchObject({ theme: 'housing', channel: 'desk', language: 'ar', handling: ['informed', 'referred'], minutes: 15, note: 'Zoekt een huis', personId: expect.any(String) });
    expect(seconds).toBeLessThan(20);
    console.log(`full question: ${pressed} strokes, ${seconds.toFixed(2)} s without thinking`);
  });

  it('is ready for the next one at once, on the theme of the last, and takes the last one back', async () => {
    await press('3', 'b', 'i');
    await save();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('dutch');
    expect(await page.locator('.ww-quick-today').innerText()).toContain('1 vraag vandaag');
    await press('i');
    await save();
    expect(await page.locator('.ww-quick-today').innerText()).toContain('2 vragen vandaag');
    await page.getByRole('button', { name: 'Maak de laatste ongedaan' }).focus();
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    expect(await page.locator('.ww-quick-today').innerText()).toContain('1 vraag vandaag');
  });

  it('keeps nobody in: Tab leads through every part and out of the form', async () => {
    const seen: string[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return element === document.body ? 'out' : element.name || element.textContent!.trim();
      });
      seen.push(at);
      if (at === 'out') break;
    }
    for (const part of ['channel', 'handling', 'language', 'minutes', 'personName', 'note', 'followUp']) expect(seen).toContain(part);
    expect(seen).toContain('out');
  });

  it('moves through a choice with the arrows, and chooses with a letter from anywhere outside a text', async () => {
    await press('ArrowRight', 'ArrowRight');
    expect(await page.locator('input[name=theme]:checked').getAttribute('value')).toBe('dutch');
    await page.getByRole('link', { name: 'Vragen' }).last().focus();
    await press('x', 'h');
    expect(await page.locator('input[name=theme]:checked').getAttribute('value')).toBe('other');
    expect(await page.locator('input[name=channel]:checked').getAttribute('value')).toBe('home-visit');
    await page.locator('textarea[name=note]').focus();
    await press(...'twee 2');
    expect(await page.locator('input[name=theme]:checked').getAttribute('value')).toBe('other');
    expect(await page.locator('textarea[name=note]').inputValue()).toBe('twee 2');
  });

  it('says that nobody bears a name, and goes back from the names found with Escape', async () => {
    await page.locator('input[name=personName]').focus();
    await press(...'zzyzx');
    await page.locator('text=We vinden niemand met deze naam').waitFor();
    await page.locator('input[name=personName]').fill('haddad');
    await page.locator('text=Samir Haddad').waitFor();
    await press('ArrowDown');
    expect(await page.locator('input[name=person]:checked').count()).toBe(1);
    await press('Escape');
    expect(await page.locator('input[name=person]:checked').count()).toBe(0);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('personName');
  });

  it('works without script: a name is typed, searched by the button and chosen', async () => {
    await context.close();
    page = await open({ javaScriptEnabled: false });
    await page.getByLabel('Werk').check();
    await page.getByLabel('Meegegaan').check();
    await page.locator('input[name=personName]').fill('samir');
    await page.getByRole('button', { name: 'Zoek', exact: true }).last().click();
    await page.getByLabel(/Samir Haddad/).check();
    await page.getByRole('button', { name: 'Bewaar en volgende' }).click();
    expect(await latest()).toMatchObject({ theme: 'work', handling: ['went-along'], personId: expect.any(String) });
  });

  it.each([1280, 320])('has no barrier and fits at %i px', async (width) => {
    await context.close();
    page = await open({ width });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/desk-${width}.png`, fullPage: true });
  });

  async function buildAssets(): Promise<Map<string, Buffer>> {
    const built = await esbuild.build({
      entryPoints: { theme: source('kernel/html/theme/theme.css'), keys: source('kernel/html/islands/keys.island.ts'), 'person-picker': source('engines/questions/record-question/person-picker.island.ts') },
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      outdir: source('.'),
      loader: { '.woff2': 'empty' },
    });
    const files = new Map(built.outputFiles.map(({ path, contents }) => [`/assets/${basename(path)}`, Buffer.from(contents)]));
    expect(files.get('/assets/person-picker.js')!.length).toBeLessThan(10_000);
    return files;
  }
});
