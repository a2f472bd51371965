import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { checkPage, openPage, takeComplaints } from '../../../tests/browser.ts';
import { createWorld, type World } from '../../../tests/world.ts';
import { getTenant, updateTenant } from '../../kernel/access/tenant.store.ts';
import { findQuestionsOf } from '../questions/index.ts';
import { aGuide, anArrival, linksIn, plan, welcomed, type Guide } from './testing.ts';

/** What people do, in a real browser. */
let world: World;
let coordinator: Guide, guide: Guide;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00', assets: 'built' });
  await world.write(async (tx) => updateTenant(tx, { ...(await getTenant(tx)), settings: { address: ['Markt 1', '1500 Voorbeeldgem'], telephone: '0470 00 00 01', email: 'onthaal@example.be' } }));
  coordinator = await world.signIn('coordinator', { name: 'Bea Vermeulen' });
  guide = await aGuide(world, 'Amal Saïdi', ['ar', 'fr']);
});
afterAll(() => world.close());

async function aTalkAhead(name: string, day = '2026-03-10', time = '14:00'): Promise<{ caseId: string; path: string }> {
  const [family] = await welcomed(world, anArrival(name));
  await plan(world, coordinator, family!.caseId, { guide: guide.accountId, day, time, placeKind: 'home' });
  const letter = await coordinator.post(`/cases/${family!.caseId}/invitation`, { language: 'ar' });
  return { caseId: family!.caseId, path: linksIn(letter.body, world.url)[0]!.split('?')[0]! };
}

describe('every page', () => {
  test('of the desk is free of barriers and fits a narrow screen', async () => {
    const { caseId } = await aTalkAhead('Nour Haddad', '2026-03-03', '15:00');
    const page = await openPage(world, { as: coordinator });
    for (const path of ['/welcome', '/welcome?state=withdrawn', `/cases/${caseId}`, `/cases/${caseId}/plan`, `/cases/${caseId}/invitation`, '/guides', `/guides/${guide.accountId}`, '/settings/cases', '/']) {
      await page.goto(path);
      await checkPage(page);
    }
  }, 180_000);

  test('on the road and of the talk too, in the dark as well', async () => {
    const { caseId } = await aTalkAhead('Samir Aziz', '2026-03-11');
    const page = await openPage(world, { as: guide, width: 360, colorScheme: 'dark' });
    await guide.post(`/cases/${caseId}/talk`, { language: 'ar' });
    await guide.post(`/cases/${caseId}/talk/housing`, { explained: 'yes', understood: 'partly', needs: ['deposit'] });
    for (const path of ['/talks', `/cases/${caseId}/talk`, ...['housing', 'expectations', 'summary', 'approach'].map((name) => `/cases/${caseId}/talk/${name}`), `/cases/${caseId}/finish`]) {
      await page.goto(path);
      await checkPage(page);
    }
  }, 180_000);

  test.each(['nl', 'fr', 'ar', 'uk'])('of a family, in %s', async (locale) => {
    const { path } = await aTalkAhead(`Gezin ${locale}`, `2026-03-1${['nl', 'fr', 'ar', 'uk'].indexOf(locale) + 2}`, '09:00');
    const page = await openPage(world, { width: 400 });
    for (const address of [path, `${path}/other-moment`]) {
      await page.goto(`${address}?lang=${locale}`);
      await checkPage(page);
    }
  }, 120_000);
});

describe('a letter', () => {
  test.each(['nl', 'en', 'fr', 'ar', 'uk'])('comes out of the printer on one sheet of A4, without the desk around it: %s', async (language) => {
    const { caseId } = await aTalkAhead(`Brief ${language}`, `2026-04-0${['nl', 'en', 'fr', 'ar', 'uk'].indexOf(language) + 1}`);
    const page = await openPage(world, { as: coordinator });
    await page.goto(`/cases/${caseId}/invitation`);
    await page.check(`input[name=language][value=${language}]`);
    await page.click('text=Brief maken');
    // A browser refuses to print a page that it is still leaving.
    await page.locator('.ww-letter .ww-qr svg').waitFor();
    await page.waitForLoadState();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.ww-rail').isVisible()).toBe(false);
    expect(await page.locator('.ww-letter .ww-qr svg').isVisible()).toBe(true);
    // The code stands clear of the text.
    const [code, first] = [await page.locator('.ww-qr').boundingBox(), await page.locator('.ww-letter__text p').nth(1).boundingBox()];
    if (language !== 'nl') expect(code!.y + code!.height).toBeLessThanOrEqual(first!.y + 1);
    expect(takeComplaints(page)).toEqual([]);
  }, 60_000);
});

describe('a talk at the kitchen table', () => {
  test('is held on a phone without script, from the first theme to the last', async () => {
    const { caseId } = await aTalkAhead('Zonder Script', '2026-03-03', '10:00');
    const page = await openPage(world, { as: guide, width: 360, javaScript: false });
    await page.goto('/talks');
    await page.click('text=Zonder Script');
    await tick(page, 'language', 'ar');
    await page.click('button:has-text("Gesprek beginnen")');
    for (let theme = 0; theme < 9; theme += 1) {
      await tick(page, 'explained', 'yes');
      await tick(page, 'understood', 'yes');
      if (theme === 0) await tick(page, 'needs', 'deposit');
      await page.click('button:has-text("Bewaar en ga verder")');
    }
    expect(await page.textContent('h1')).toBe('Verwachtingen');
    await page.goBack();
    expect(await page.textContent('h1')).toBe('Afval en milieu');
    await page.goForward();
    await page.click('button:has-text("Bewaar en ga verder")');
    expect(await page.textContent('main')).toContain('De huurwaarborg betalen');
    await page.click('text=Ga verder');
    await tick(page, 'approach', 'information');
    await page.click('button:has-text("Bewaar en ga verder")');
    await page.dblclick('button:has-text("Gesprek afronden")');
    await page.waitForURL(`**/cases/${caseId}`);
    expect(await page.textContent('main')).toContain('Verwelkomd');
    expect(await world.read((read) => findQuestionsOf(read, { caseId }))).toHaveLength(1);
  }, 120_000);

  test('is filled in by keyboard alone', async () => {
    const { caseId } = await aTalkAhead('Met Toetsen', '2026-03-20');
    await guide.post(`/cases/${caseId}/talk`, { language: 'ar' });
    const page = await openPage(world, { as: guide, width: 360 });
    await page.goto(`/cases/${caseId}/talk/housing`);
    await tabTo(page, 'explained');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/talk/work');
    await page.goto(`/cases/${caseId}/talk/housing`);
    expect(await page.isChecked('input[name=explained][value=yes]')).toBe(true);
    expect(await page.isChecked('input[name=understood][value=partly]')).toBe(true);
    expect(await page.isChecked('input[name=needs][value=find-home]')).toBe(true);
  }, 60_000);
});

test('a family in Arabic asks for another moment without script, and the coordinator plans it', async () => {
  const { caseId, path } = await aTalkAhead('Lina Saleh', '2026-03-21');
  const family = await openPage(world, { width: 360, javaScript: false, locale: 'ar' });
  await family.goto(`${path}?lang=ar`);
  expect(await family.getAttribute('html', 'dir')).toBe('rtl');
  await family.click('text=أحتاج إلى موعد آخر');
  await tick(family, 'suits', 'evening');
  await family.fill('textarea[name=words]', 'أعمل حتى الساعة السادسة');
  await family.click('button:has-text("أرسل")');
  expect(await family.textContent('main')).toContain('لقد طلبت موعدًا آخر. سنخبرك.');

  const desk = await openPage(world, { as: coordinator });
  await desk.goto('/');
  await desk.getByRole('link', { name: 'Lina Saleh' }).click();
  await desk.waitForURL(`**/cases/${caseId}/plan`);
  expect(await desk.textContent('main')).toContain('أعمل حتى الساعة السادسة');
  await desk.fill('input[name=day]', '2026-03-24');
  await desk.fill('input[name=time]', '19:00');
  await desk.click('button:has-text("Gesprek verplaatsen")');
  expect(await desk.textContent('.ww-notice')).toContain('Maak een nieuwe brief.');
  await family.goto(`${path}?lang=ar`);
  expect(await family.textContent('main')).toContain('19:00');
}, 60_000);

/** Presses a tile as a thumb does: anywhere on it. */
async function tick(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name=${name}][value=${value}] + label`).click();
}

/** Presses Tab until the focus stands on a field with this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)) return;
  }
  throw new Error(`Tab does not reach ${name}.`);
}
