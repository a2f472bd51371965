import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, follow, linkInMail, onPage, press, reads, type Someone, type Walk } from './walk.ts';

/** A question at the desk, with the keyboard alone. */
export async function recordByKeyboard(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/');
  await walk.look(page, 'today-desk');
  await page.goto('/questions/new');
  await page.locator('input[name=theme]:focus').waitFor();
  const from = performance.now();
  if (walk.javaScript) {
    for (const key of ['3', 't', 'i', 'u']) await page.keyboard.press(key);
    await page.keyboard.type('5');
    await walk.look(page, 'record-question');
    await page.keyboard.press('Control+Enter');
  } else {
    // Without script the keys of any form: arrows choose, Tab goes on, Space ticks, Enter sends.
    for (const key of ['ArrowDown', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'Space']) await page.keyboard.press(key);
    await walk.look(page, 'record-question');
    await page.keyboard.press('Enter');
  }
  await reads(page, 'Bewaard: Nederlands. Je kan meteen de volgende noteren.');
  expect(performance.now() - from).toBeLessThan(20_000);
  await reads(page, '1 vraag vandaag');
}

/** Enough questions of one theme for a figure to show, and fewer of another. */
export async function recordMany(walk: Walk, { page }: Someone): Promise<void> {
  const questions = ['Wonen', 'Wonen', 'Wonen', 'Wonen', 'Wonen', 'Werk', 'Werk', 'Werk', 'Werk'];
  for (const [index, theme] of questions.entries()) {
    await choose(page.getByRole('radio', { name: theme, exact: true }));
    await choose(page.getByRole('radio', { name: 'Balie' }));
    await choose(page.getByRole('checkbox', { name: 'Geïnformeerd' }));
    await press(page, 'Bewaar en volgende');
    await reads(page, `${index + 2} vragen vandaag`);
  }
  await walk.look(page, 'record-next');
  await page.goto('/questions');
  await walk.look(page, 'questions');
}

/** A service for the social map, of an organisation that was not there. */
export async function addService(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/directory');
  await walk.look(page, 'directory-empty');
  await page.goto('/directory/services/new');
  await page.getByLabel('Organisatie', { exact: true }).fill('Huis van het Wonen');
  await page.getByLabel('Dienst', { exact: true }).fill('Woonwinkel');
  await page.getByLabel('Wat doet deze dienst?').fill('Helpt zoeken naar een woning en kijkt het huurcontract na.');
  await choose(page.getByRole('checkbox', { name: 'Wonen' }));
  await page.getByLabel('E-mailadres voor doorverwijzingen').fill('woonwinkel@example.org');
  await page.getByLabel('Telefoon').fill('0470 00 00 77');
  await walk.look(page, 'add-service');
  await press(page, 'Voeg de dienst toe');
  await reads(page, 'De dienst staat op de kaart.');
  await walk.look(page, 'service');
}

/** The need of the family is referred, with consent noted. */
export async function refer(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/questions');
  await page.getByRole('row').filter({ hasText: 'Al-Denkbeeld' }).getByRole('link').first().click();
  await walk.look(page, 'question');
  await follow(page, 'Doorverwijzen');
  await page.getByRole('radio', { name: /Woonwinkel/ }).check();
  await page.getByRole('radio', { name: 'Mondeling, met een tolk of in de eigen taal' }).check();
  await page.getByRole('checkbox', { name: 'Telefoonnummer' }).check();
  await page.getByLabel('Wat vraag je aan de dienst?').fill('Het gezin zoekt een woning met drie slaapkamers.');
  await walk.look(page, 'refer');
  await press(page, 'Doorverwijzing versturen');
  await reads(page, 'Verstuurd naar Woonwinkel.');
  await walk.world.runJobs();
  await walk.look(page, 'referral');
}

/** The service reads its mail and answers by the link, without an account. */
export async function answerReferral(walk: Walk, noor: Someone): Promise<void> {
  const link = await linkInMail(noor.page, 'woonwinkel@example.org');
  expect(await noor.page.locator('.ww-message-body').innerText()).not.toContain('Denkbeeld');
  await walk.look(noor.page, 'outbox-referral');
  const theirs = await walk.open();
  await theirs.goto(link);
  expect(await theirs.locator('body').innerText()).not.toContain('Denkbeeld');
  await walk.look(theirs, 'receiver-cover');
  await press(theirs, 'Vraag openen');
  await reads(theirs, /Al-Denkbeeld/);
  expect(await theirs.locator('body').innerText()).not.toContain('Denkstraat');
  await walk.look(theirs, 'receiver');
  await choose(theirs.getByRole('radio', { name: 'We nemen dit op' }));
  await press(theirs, 'Antwoord versturen');
  await reads(theirs, 'Bedankt. Denkstad ziet jullie antwoord.');
  await walk.look(theirs, 'receiver-answered');
  await theirs.context().close();
}

export async function seeAnswer(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/referrals');
  await walk.look(page, 'referrals');
  await page.getByRole('row').filter({ hasText: 'Woonwinkel' }).getByRole('link').first().click();
  await reads(page, 'aanvaard');
  await walk.look(page, 'referral-accepted');
}

/** The month is over: its figures are released, and small counts stay hidden, in the file too. */
export async function readFigures(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/figures');
  await walk.look(page, 'figures-none');
  await press(page, 'Cijfers vrijgeven');
  await walk.look(page, 'figures');
  await page.goto('/figures/questions');
  await onPage(page, 'Hulpvragen per thema');
  await walk.look(page, 'figure-questions');
  const csv = await download(page);
  expect(csv).toContain('2026-03;Alle gemeenten;Thema;Wonen;6;ja');
  expect(csv).not.toMatch(/Nederlands;1|Werk;4/);
}

async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).first().click()]);
  return readFile(await file.path(), 'utf8');
}
