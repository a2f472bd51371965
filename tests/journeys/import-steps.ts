import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newcomerList } from './newcomer-list.ts';
import { follow, onPage, press, reads, type Someone, type Walk } from './walk.ts';

/** Someone who came by the desk before the list did. */
export async function registerAtDesk(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/people/new');
  await page.getByLabel('Voornaam').fill('Muhammad');
  await page.getByLabel('Familienaam').fill('Al Modeli');
  await page.getByLabel('Dag', { exact: true }).first().fill('15');
  await page.getByLabel('Maand', { exact: true }).first().fill('6');
  await page.getByLabel('Jaar', { exact: true }).first().fill('1979');
  await page.getByLabel('Contacttaal', { exact: true }).fill('Arabisch');
  await walk.look(page, 'register');
  await press(page, 'Inschrijven');
  await onPage(page, 'Muhammad Al Modeli');
  await walk.look(page, 'person');
}

/** The list of new inhabitants: read, put right, decided and taken over. */
export async function bringListIn(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/people/import');
  await walk.look(page, 'upload');
  await upload(page);
  await onPage(page, 'Kolommen nakijken');
  await walk.look(page, 'columns');
  const guessed = page.getByRole('combobox', { name: 'Kolom Noemt zich wordt gelezen als' });
  expect(await guessed.locator('option:checked').innerText()).toBe('Niet overnemen');
  await guessed.selectOption({ label: 'Volledige naam' });
  await press(page, 'Rijen nakijken');
  await walk.look(page, 'checking');
  await walk.world.runJobs();
  await page.reload();
  await onPage(page, 'Wat er zal gebeuren');
  await walk.look(page, 'review');

  await page.getByRole('row').filter({ hasText: 'Voorbeeldko' }).getByRole('link').first().click();
  await reads(page, 'In februari 1984 zijn er maar 29 dagen.');
  await reads(page, /In een telefoonnummer staan geen letters/);
  await walk.look(page, 'repair');
  await page.getByLabel('Geb.').fill('00/02/1984');
  await page.getByLabel('GSM').fill('0470 00 00 13');
  await press(page, 'Rij bewaren');
  await reads(page, /Er zijn geen rijen meer te herstellen/);

  await page.getByRole('row').filter({ hasText: 'Al-Modelli' }).getByRole('link').first().click();
  await reads(page, 'Misschien is dit iemand die al geregistreerd is');
  await walk.look(page, 'duplicate');
  await press(page, 'Zelfde persoon, gegevens overnemen');
  await onPage(page, 'Wat er zal gebeuren');
  await walk.look(page, 'review-ready');
  await press(page, /rijen inlezen$/);
  await walk.look(page, 'taking-over');
  await walk.world.runJobs();
  await page.reload();
  await onPage(page, 'Lijst ingelezen');
  await walk.look(page, 'taken-over');
  expect(await page.locator('main').innerText()).toMatch(/6\s+personen geregistreerd/);
}

/** The same file once more: everyone who came in is recognised, and nothing changes. */
export async function bringSameListIn(walk: Walk, { page }: Someone): Promise<void> {
  await follow(page, 'Nog een lijst inlezen');
  await upload(page);
  await reads(page, 'Dit bestand werd al eens ingelezen.');
  await page.getByRole('combobox', { name: 'Kolom Noemt zich wordt gelezen als' }).selectOption({ label: 'Volledige naam' });
  await press(page, 'Rijen nakijken');
  await walk.world.runJobs();
  await page.reload();
  await onPage(page, 'Wat er zal gebeuren');
  await walk.look(page, 'same-list');
  expect(await page.getByRole('table').innerText()).not.toMatch(/nieuw|verandert/);
  expect(await page.getByRole('row').filter({ hasText: 'gelijk' }).count()).toBe(6);
  await reads(page, 'Alles staat er al zo: er verandert niets.');
  await press(page, '6 rijen inlezen');
  await walk.world.runJobs();
  await page.goto('/people');
  await reads(page, '7 personen');
}

async function upload(page: Page): Promise<void> {
  await page.getByLabel('Bestand met nieuwe inwoners').setInputFiles(newcomerList);
  await press(page, 'Bestand inlezen');
}
