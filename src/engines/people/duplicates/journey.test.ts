import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPage, openPage } from '../../../../tests/browser.ts';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { registerHouseholds } from '../index.ts';
import { aFamily, aPerson } from '../testing.ts';

describe('in a browser, the desk', () => {
  let world: World;
  let desk: Client;
  beforeAll(async () => {
    world = await createWorld({ assets: 'built' });
    desk = await world.signIn('front-desk', { name: 'Noor Peeters' });
    await world.write((tx) =>
      registerHouseholds(tx, [
        aFamily(aPerson('Bilal Hosseini').born('1980-05-05').speaking('prs').from('AF').reachedAt('+32470000071')).with('child', aPerson('Lina Hosseini').born('2012-02-02')).arrivedOn('2026-02-01').livingIn('Voorbeeldgem', '34022').asHousehold,
        aFamily(aPerson('Bilaal Husseini').born('1980-05-05').speaking('ps', 'en').withName({ script: 'Arab', kind: 'script', full: 'بلال حسینی' })).with('partner', aPerson('Rima Husseini').born('1984-04-04')).arrivedOn('2026-02-11').livingIn('Overstad', '34040').asHousehold,
        aFamily(aPerson('Olena Shevchenko').born('1979-11-30')).asHousehold,
        aFamily(aPerson('Олена Шевченко').born('1979-01-01')).asHousehold,
      ]),
    );
  });
  afterAll(() => world.close());

  it('sees how far the comparing is, merges what is one by keyboard, and takes it apart', async () => {
    const page = await openPage(world, { as: desk });
    const look = async (name: string) => {
      await checkPage(page);
      const folder = process.env['SHOTS'];
      if (!folder) return;
      await page.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true });
      await page.setViewportSize({ width: 320, height: 900 });
      await page.screenshot({ path: `${folder}/${name}-320.png`, fullPage: true });
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.goto('/people/duplicates');
    await look('empty');
    await world.sweep();
    await page.goto('/people/duplicates');
    await look('running');
    await world.runJobs();
    await page.goto('/people/duplicates');
    await look('list');
    await page.getByRole('link', { name: /Hosseini/ }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Is dit één persoon?' }).waitFor();
    await look('pair');
    await page.getByRole('radio', { name: /Geboren|Naam van de latere/ }).first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: /Het is één gezin: iedereen komt in het eerste/ }).check();
    await page.getByRole('button', { name: 'Samenvoegen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Samengevoegd tot één persoon.').waitFor();
    await page.getByRole('link', { name: /Husseini, op|Hosseini, op/ }).click();
    await page.getByRole('heading', { name: 'Samengevoegde persoon' }).waitFor();
    await look('merger');
    await page.getByRole('button', { name: 'Weer splitsen' }).click();
    await page.getByText('Gesplitst. Dit zijn weer twee personen.').waitFor();
    await look('apart');
    expect((await desk.json('/api/v1/people?q=Hosseini')).value.count).toBeGreaterThan(1);
  }, 240_000);
});
