import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { galleryFrame } from '../gallery/gallery.tsx';
import { galleryPages, openBrowser, serveGallery, type Gallery } from '../gallery/serve-gallery.tsx';
import { dutch } from '../gallery/words.ts';
import { Progress, WorkPage } from '../index.ts';

let gallery: Gallery;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Rows that the page under way has read by now. */
let done = 0;

const underWay = () => (
  <WorkPage frame={galleryFrame(dutch)} title="Inlezen" islands={['refresh.js']}>
    <Progress locale="nl" label="Rijen worden ingelezen" done={done} total={10} refreshHref="/under-way" finished={done === 10} />
  </WorkPage>
);

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery({ ...galleryPages, '/under-way': underWay }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(() => context.close());

const pathOf = () => new URL(page.url()).pathname;

describe('keys at the desk', () => {
  beforeEach(() => page.goto(`${gallery.url}/letter`));

  test('a slash puts the cursor in the search, and Enter searches', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('samira/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=samira%2F');
  });

  test('g and a letter go to a place of the rail', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL('**/place-1');
  });

  test('a letter typed in a field is only a letter', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('gp n?');
    expect(await page.inputValue('#global-search')).toBe('gp n?');
    expect(pathOf()).toBe('/letter');
  });

  test('a question mark shows the keys, and Escape closes them', async () => {
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);
  });
});

describe('forms', () => {
  beforeEach(() => page.goto(`${gallery.url}/nl`));

  test('n does the page’s main act', async () => {
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.waitForURL('**/questions/record');
  });

  test('the box in the head ticks every row', async () => {
    await page.locator('[data-select-all]').check();
    expect(await page.locator('tbody .ww-table__select :checked').count()).toBe(4);
    await page.locator('[data-select-all]').uncheck();
    expect(await page.locator('tbody .ww-table__select :checked').count()).toBe(0);
  });

  test('the error summary has the focus, and its link leads to the field', async () => {
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    await page.locator('#error-summary a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
  });

  test('Ctrl and Enter send the form from within a field', async () => {
    await page.goto(`${gallery.url}/along`);
    await page.locator('#need').fill('een sofa');
    const before = gallery.sent.length;
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/talks/1/housing');
    expect(gallery.sent.slice(before).map(({ path, body }) => [path, body.get('need'), body.get('state'), body.get('_key')])).toEqual([['/talks/1/housing', 'een sofa', 'understood', 'key-12345678']]);
  });

  test('a double click sends once, with the button that was pressed', async () => {
    await page.goto(`${gallery.url}/welcome`);
    const before = gallery.sent.length;
    await page.locator('button[name=other]').dblclick({ noWaitAfter: true });
    await page.waitForURL('**/link/secret');
    expect(gallery.sent.slice(before).map(({ body }) => body.get('other'))).toEqual(['yes']);
  });

  test('a form works again after the browser’s back button', async () => {
    await page.goto(`${gallery.url}/along`);
    await page.locator('.ww-form button[type=submit]').click();
    await page.waitForURL('**/talks/1/housing');
    await page.goBack();
    await page.locator('.ww-form button[type=submit]').click();
    await page.waitForURL('**/talks/1/housing');
  });
});

describe('without script', () => {
  test('help with keys is not promised, and the form is sent all the same', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${gallery.url}/along`);
    await still.locator('.ww-account summary').click();
    expect(await still.locator('.ww-account__links form button').isVisible()).toBe(true);
    expect(await still.locator('[data-open-keys]').isVisible()).toBe(false);
    await still.locator('.ww-form button[type=submit]').click();
    await still.waitForURL('**/talks/1/housing');
    await plain.close();
  });
});

describe('reading aloud', () => {
  test('is offered only in a language that the machine has a voice for, and reads that text', async () => {
    // The voices are the machine's own; here one that speaks Arabic only.
    await page.addInitScript(() => {
      const said: string[][] = [];
      Object.assign(window, { said });
      speechSynthesis.getVoices = () => [{ lang: 'ar-SA' } as SpeechSynthesisVoice];
      speechSynthesis.speak = (words) => void said.push([words.lang, words.text]);
    });
    await page.goto(`${gallery.url}/welcome`);
    expect(await page.locator('[data-read=meeting-nl]').isVisible()).toBe(false);
    await page.locator('[data-read=meeting-other]').click();
    const said = await page.evaluate(() => (window as unknown as { said: string[][] }).said);
    expect(said).toHaveLength(1);
    expect(said[0]![0]).toBe('ar');
    expect(said[0]![1]).toContain('السكن والعمل والمدرسة');
    expect(await page.locator('[data-read=meeting-other]').getAttribute('aria-pressed')).toBe('true');
    await page.locator('[data-read=meeting-other]').click();
    expect(await page.locator('[data-read=meeting-other]').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('work under way', () => {
  test('renews its part of the page until it has ended', async () => {
    done = 3;
    await page.goto(`${gallery.url}/under-way`);
    await page.getByText('3 van 10 klaar, nog 7.').waitFor();
    done = 8;
    await page.getByText('8 van 10 klaar, nog 2.').waitFor();
    done = 10;
    await page.getByText('10 van 10 klaar, nog 0.').waitFor();
    expect(await page.locator('[data-live]').count()).toBe(0);
  });
});
