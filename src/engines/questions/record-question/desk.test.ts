import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPage, openPage } from '../../../../tests/browser.ts';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { addSubThemes } from '../../directory/index.ts';
import { aService } from '../../directory/testing.ts';
import { anAsker, recorded } from '../testing.ts';

describe('the desk, with a keyboard only', () => {
  let world: World;
  let desk: Client;
  let page: Page;
  let pressed = 0;

  beforeAll(async () => {
    world = await createWorld({ assets: 'built' });
    await world.write((tx) => anAsker(tx, 'Amira Haddad', 1990));
    await world.write((tx) => anAsker(tx, 'Samir Haddad', 1985));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    desk = await world.signIn('front-desk');
    pressed = 0;
    page = await open();
  });
  afterEach(() => page.context().close());

  async function open(javaScript = true): Promise<Page> {
    const opened = await openPage(world, { as: desk, javaScript });
    await opened.goto('/questions/new');
    return opened;
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
    expect(pressed).toBeLessThanOrEqual(40);
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

  it('serves a queue without the mouse: calls the next, records, and the one after is there', async () => {
    for (const language of ['ti', 'uk']) await desk.post('/questions/queue', { language, theme: 'residence' });
    await page.reload();
    await Promise.all([page.waitForNavigation(), press('q')]);
    expect(await page.locator('.ww-quick-queue').innerText()).toContain('Aan je balie: nummer 1');
    await press('i');
    await save();
    expect(await latest()).toMatchObject({ theme: 'residence', language: 'ti', channel: 'desk', handling: ['informed'] });
    expect(await page.locator('.ww-quick-queue').innerText()).toContain('Aan je balie: nummer 2');
    await press('i');
    await save();
    expect(await page.locator('.ww-quick-queue').count()).toBe(0);
    expect(pressed).toBe(5);
  });

  it('records what comes back often in two strokes by a template, and the same again in one', async () => {
    await desk.post('/questions/templates', { label: 'Inschrijven school', hotkey: 'A', theme: 'school-childcare', handling: 'informed', minutes: '10' });
    await page.reload();
    await Promise.all([page.waitForNavigation(), press('Shift+A')]);
    await save();
    expect(await latest()).toMatchObject({ theme: 'school-childcare', handling: ['informed'], minutes: 10 });
    await Promise.all([page.waitForNavigation(), press('=')]);
    expect(await page.locator('.ww-notice').innerText()).toContain('Bewaard, zoals de vorige');
    expect(await page.locator('.ww-quick-today').innerText()).toContain('2 vragen vandaag');
    expect(pressed).toBe(3);
  });

  it('records three questions of one talk from the keyboard, in far under 20 seconds', async () => {
    const begun = performance.now();
    await press('1', 'i', 'u', ...'30', 'Escape', '+');
    await page.locator('select#moreTheme:focus').waitFor();
    await press(...'Werk', 'Tab', ...'Ge');
    await page.locator('select#moreTheme-2').focus();
    await press(...'Ned');
    await save();
    expect((performance.now() - begun) / 1000).toBeLessThan(20);
    expect(await page.locator('.ww-notice').innerText()).toContain('3 vragen');
    const { questions } = (await desk.json('/api/v1/questions?mine=yes')).value;
    expect(questions.map(({ theme, minutes, handling }: { theme: string; minutes: number; handling: string[] }) => [theme, minutes, handling[0]]).sort()).toEqual([
      ['dutch', 10, undefined],
      ['housing', 10, 'informed'],
      ['work', 10, 'informed'],
    ]);
  });

  it('shows the sub-themes of the chosen theme only, and ticks going along when a way is filled in', async () => {
    await world.write((tx) => addSubThemes(tx, [{ label: 'Huurwaarborg', theme: 'housing' }, { label: 'Diplomagelijkstelling', theme: 'work' }]));
    await page.reload();
    await press('2');
    const shown = () => page.locator('select[name=subTheme] optgroup:not([hidden])').evaluateAll((groups) => groups.map((group) => (group as HTMLOptGroupElement).label));
    expect(await shown()).toEqual(['Werk']);
    await page.locator('select[name=subTheme]').selectOption({ label: 'Diplomagelijkstelling' });
    await page.locator('select[name=subTheme]').blur();
    await press('1');
    expect(await shown()).toEqual(['Wonen']);
    expect(await page.locator('select[name=subTheme]').inputValue()).toBe('');
    await press('y');
    await page.locator('input[name=visitPlace]:focus').waitFor();
    await press(...'school', 'Tab', 'Tab');
    expect(await page.locator('input[value=went-along]').isChecked()).toBe(true);
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
    await page.context().close();
    page = await open(false);
    await page.getByLabel('Werk').check();
    await page.getByLabel('Meegegaan').check();
    await page.locator('input[name=personName]').fill('samir');
    await page.getByRole('button', { name: 'Zoek', exact: true }).last().click();
    await page.getByLabel(/Samir Haddad/).check();
    await page.getByRole('button', { name: 'Bewaar en volgende' }).click();
    expect(await latest()).toMatchObject({ theme: 'work', handling: ['went-along'], personId: expect.any(String) });
  });

  it('has no barrier and fits a narrow window, on each of its pages', async () => {
    const coordinator = await world.signIn(['coordinator', 'front-desk']);
    const [personId] = await world.write(async (tx) => [await anAsker(tx, 'Dawit Bekele')]);
    const [question] = await world.write((tx) => recorded(tx, { personId, open: true, note: 'Zoekt een huis', handling: ['informed', 'referred'] }));
    const service = await world.write((tx) => aService(tx, { phone: '0470 00 00 14', website: 'https://www.example.org', openingHours: 'Op afspraak' }));
    await coordinator.post('/questions', { theme: 'work', channel: 'desk', language: 'nl' });
    await page.context().close();
    page = await openPage(world, { as: coordinator });
    const questionPages = ['/questions/new', '/questions', '/questions?theme=work&state=open', '/questions?q=zebravink', `/questions/${question}`, `/questions/${question}/change`, '/questions/places', '/questions/askers?q=haddad', '/questions/queue', '/questions/templates', '/questions/codes'];
    const mapPages = ['/directory', '/directory?theme=residence', `/directory/services/${service}`, `/directory/services/${service}/change`, '/directory/services/new', '/directory/organisations/new', '/directory/municipalities'];
    for (const path of [...questionPages, ...mapPages]) {
      await page.goto(path);
      await checkPage(page);
    }
  });
});
