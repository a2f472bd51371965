import { execFile } from 'node:child_process';
import { expect } from 'vitest';
import { choose, follow, onPage, placeOf, press, reads, type Someone, type Walk } from './walk.ts';

/** Who must be welcomed, and by when; the family gets a guide and a moment. */
export async function planTalk(walk: Walk, { page }: Someone): Promise<void> {
  await walk.world.sweep();
  await walk.world.runJobs();
  await page.goto('/');
  await walk.look(page, 'today-coordinator');
  await page.goto('/welcome');
  await walk.look(page, 'to-welcome');
  const row = page.getByRole('row').filter({ hasText: 'Al-Denkbeeld' });
  expect(await row.innerText()).toMatch(/Arabisch[\s\S]*kan: Rana Gids/);
  await row.getByRole('link').first().click();
  await onPage(page, /Al-Denkbeeld/);
  await walk.look(page, 'case');
  await follow(page, 'Gesprek plannen');
  expect(await page.getByRole('radio', { name: /Rana Gids/ }).isChecked()).toBe(true);
  await page.getByLabel('Dag', { exact: true }).fill('2026-03-10');
  await page.getByLabel('Uur', { exact: true }).fill('10:00');
  await page.getByLabel('Adres of lokaal').fill('Welkomhuis, Denkplein 1');
  await walk.look(page, 'plan-talk');
  await press(page, 'Gesprek plannen');
  await reads(page, /Het gesprek is gepland op/);
  await walk.look(page, 'case-planned');
}

/** The letter, and the link that its code holds. */
export async function makeLetter(walk: Walk, { page }: Someone): Promise<string> {
  await follow(page, 'Brief maken');
  expect(await page.getByRole('radio', { name: 'Nederlands en Arabisch' }).isChecked()).toBe(true);
  await walk.look(page, 'letter-language');
  await press(page, 'Brief maken');
  await onPage(page, '1 uitnodiging');
  expect(await page.locator('[lang=ar][dir=rtl]').count()).toBeGreaterThan(0);
  await walk.look(page, 'letter');
  if (process.env['WEGWIJS_LOOK'] && walk.javaScript) {
    const path = `${process.env['WEGWIJS_LOOK']}/letter.pdf`;
    await page.pdf({ path, preferCSSPageSize: true });
    await new Promise((resolve) => execFile('pdftoppm', ['-r', '60', '-png', path, path.replace('.pdf', '')], resolve));
  }
  const link = await page.getByRole('link', { name: 'Scan met je telefoon' }).getAttribute('href');
  return new URL(link!).pathname + new URL(link!).search;
}

/** The family's own page, in Arabic beside Dutch: it comes. */
export async function answerInvitation(walk: Walk, link: string): Promise<void> {
  const page = await walk.open(360);
  await page.goto(link);
  await onPage(page, /Je bent uitgenodigd voor een gesprek/);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await reads(page, 'dinsdag 10 maart 2026 om 10:00');
  await walk.look(page, 'family');
  await page.getByRole('button', { name: /Ik kom/ }).click();
  await reads(page, 'Je komt. Tot dan!');
  await walk.look(page, 'family-comes');
  await page.context().close();
}

const themes = ['Wonen', 'Werk', 'Nederlands', 'Inburgering', 'School en kinderopvang', 'Vrije tijd', 'Gezondheid en welzijn', 'Geld en administratie', 'Afval en milieu'];

/** On the telephone: nine themes, expectations, the summary read back, the approach; each need becomes a help question. */
export async function holdTalk(walk: Walk, { page }: Someone): Promise<void> {
  await page.goto('/');
  await walk.look(page, 'today-guide');
  await page.getByRole('link', { name: /10:00/ }).first().click();
  await walk.look(page, 'begin-talk');
  await press(page, 'Gesprek beginnen');
  for (const theme of themes) {
    await onPage(page, new RegExp(theme, 'i'));
    await walk.look(page, `talk-${theme}`);
    await choose(page.getByRole('radio', { name: /^Ja/ }).first());
    if (theme === 'Wonen') {
      await choose(page.getByRole('checkbox', { name: /^Een woning zoeken/ }));
    }
    await press(page, 'Bewaar en ga verder');
  }
  await walk.look(page, 'talk-expectations');
  await page.getByRole('textbox').first().fill('أريد أن أتعلم الهولندية');
  await press(page, 'Bewaar en ga verder');
  await walk.look(page, 'talk-read-back');
  await follow(page, 'Ga verder');
  await walk.look(page, 'talk-approach');
  await choose(page.getByRole('radio', { name: /^Heeft begeleiding nodig/i }));
  await press(page, 'Bewaar en ga verder');
  await onPage(page, 'Gesprek afronden');
  await walk.look(page, 'talk-finish');
  await press(page, 'Gesprek afronden');
  await reads(page, /Verwelkomd! Er is 1 hulpvraag genoteerd\./);
  await walk.look(page, 'talk-finished');
  expect(placeOf(page)).toMatch(/^\/(cases|talks)/);
}
