import type { Page } from 'playwright-core';
import { makeSetupLink } from '../../src/app/first-run/setup-link.ts';
import { follow, linkInMail, onPage, press, reads, type Someone, type Walk } from './walk.ts';

const password = 'paraplu onder zeven bruggen';

/** The first run: the authority, and its first administrator, who also coordinates. The link works once. */
export async function setUp(walk: Walk): Promise<Someone> {
  const link = `/first-run/${await makeSetupLink(walk.world.services.dataFolder)}`;
  const page = await walk.open();
  await page.goto(link);
  await walk.look(page, 'first-run');
  await page.getByLabel('Gemeente of stad').check();
  await page.getByLabel('Naam van het bestuur').fill('Denkstad');
  await page.getByLabel('NIS-code').fill('34022');
  await press(page, 'Ga verder');
  await page.getByLabel('Jouw naam').fill('Noor Beheer');
  await page.getByLabel('Jouw e-mailadres').fill('noor@example.be');
  await page.getByLabel('Met een wachtwoord en een app die codes maakt').check();
  await walk.look(page, 'first-run-administrator');
  await press(page, 'Ga verder');
  const noor = await choosePassword(walk, page, 'noor@example.be');
  await walk.look(page, 'first-run-password');
  await press(page, 'Rond af en meld me aan');
  await page.getByRole('heading', { name: 'Zo begin je' }).waitFor();
  await walk.look(page, 'today-first-day');

  const second = await walk.open();
  await second.goto(link);
  await onPage(second, 'Deze link is al gebruikt');
  await second.context().close();
  return noor;
}

/** A password, and the app that makes codes from the key that stands on the page. */
async function choosePassword(walk: Walk, page: Page, email: string): Promise<Someone> {
  const secret = await page.locator('input[name=secret]').inputValue();
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.getByLabel('Nog eens hetzelfde wachtwoord').fill(password);
  await page.getByLabel('Code die de app nu toont').fill(walk.codeOf(secret));
  return { page, email, password, secret };
}

export interface Invited {
  name: string;
  email: string;
  role: string;
  width: number;
}

/** The administrator invites a colleague, who opens the mail's link and chooses a password. */
export async function invite(walk: Walk, { page }: Someone, { name, email, role, width }: Invited): Promise<Someone> {
  await page.goto('/');
  await follow(page, "Nodig je toeleiders en collega's uit");
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByRole('checkbox', { name: role }).check();
  await walk.look(page, 'invite');
  await press(page, 'Stuur de uitnodiging');
  await reads(page, 'De uitnodiging is klaargezet.');
  await walk.world.runJobs();
  const link = await linkInMail(page, email);
  await walk.look(page, 'outbox-invitation');

  const theirs = await walk.open(width);
  await theirs.goto(link);
  await walk.look(theirs, 'accept-invitation');
  await follow(theirs, 'Kies een wachtwoord');
  const colleague = await choosePassword(walk, theirs, email);
  await walk.look(theirs, 'accept-by-password');
  await press(theirs, 'Rond af en meld me aan');
  await reads(theirs, 'Je account is klaar.');
  await walk.look(theirs, 'today-colleague-first-day');
  return colleague;
}

/** In which languages the guide can hold a talk. */
export async function noteLanguages(walk: Walk, { page }: Someone, guide: string, languages: string[]): Promise<void> {
  await page.goto('/guides');
  await walk.look(page, 'guides');
  await follow(page, guide);
  for (const language of languages) await page.getByRole('checkbox', { name: language, exact: true }).check();
  await walk.look(page, 'guide-languages');
  await press(page, 'Bewaar');
  await reads(page, `Bewaard voor ${guide}.`);
}

/** Signs in with password and code, as after a night at home. */
export async function signIn(walk: Walk, { page, email, password: word, secret }: Someone): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(word);
  await page.getByLabel('Code', { exact: true }).fill(walk.codeOf(secret));
  await walk.look(page, 'sign-in');
  await press(page, 'Meld je aan');
  await page.waitForURL(`${walk.world.url}/`);
}
