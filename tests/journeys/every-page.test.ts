import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allGrants, allRoutes } from '../../src/app/assemble.ts';
import { makeSetupLink } from '../../src/app/first-run/setup-link.ts';
import { sourcesFolder } from '../../src/app/places.ts';
import type { Role } from '../../src/kernel/access/role.ts';
import type { Route } from '../../src/kernel/http/route.ts';
import { findBarriers, findOverflow, openPage, takeComplaints } from '../browser.ts';
import { createSeededWorld, type SeededWorld } from '../seeded-world.ts';
import { createWorld, type Client, type World } from '../world.ts';

/** What fills the places in the address of a route, once for each kind of page that it draws; a route without places is its own address. */
const addresses: Record<string, (seeded: SeededWorld) => string[]> = {
  '/cases/:id': ({ ids }) => Object.values(ids.case).map((id) => `/cases/${id}`),
  '/cases/:id/appointment.ics': ({ ids }) => [`/cases/${ids.case.planned}/appointment.ics`],
  '/cases/:id/finish': ({ ids }) => [`/cases/${ids.case.talking}/finish`],
  '/cases/:id/invitation': ({ ids }) => [`/cases/${ids.case.planned}/invitation`],
  '/cases/:id/plan': ({ ids }) => [`/cases/${ids.case.toPlan}/plan`, `/cases/${ids.case.planned}/plan`],
  '/cases/:id/talk': ({ ids }) => [`/cases/${ids.case.planned}/talk`, `/cases/${ids.case.talking}/talk`],
  '/cases/:id/talk/:page': ({ ids }) => ['housing', 'expectations', 'summary', 'approach'].map((page) => `/cases/${ids.case.talking}/talk/${page}`),
  '/directory': () => ['/directory', '/directory?theme=housing'],
  '/directory/organisations/:id': ({ ids }) => [`/directory/organisations/${ids.organisation}`],
  '/directory/organisations/:id/change': ({ ids }) => [`/directory/organisations/${ids.organisation}/change`],
  '/directory/services/:id': ({ ids }) => [`/directory/services/${ids.service}`],
  '/directory/services/:id/hsds.json': ({ ids }) => [`/directory/services/${ids.service}/hsds.json`],
  ...Object.fromEntries(['terms', 'hours', 'places', 'contacts', 'wording'].map((part) => [`/directory/services/:id/${part}`, ({ ids }: SeededWorld) => [`/directory/services/${ids.service}/${part}`]])),
  '/directory/import/:id': ({ ids }) => ['alike', 'bad'].map((outcome) => `/directory/import/${ids.serviceImport}?outcome=${outcome}`),
  '/directory/import/:id/rows/:line': ({ ids }) => [1, 2].map((line) => `/directory/import/${ids.serviceImport}/rows/${line}`),
  '/directory/colleagues/:id': ({ ids }) => [`/directory/colleagues/${ids.guide}`],
  '/rooms/bookings/:id': ({ ids }) => [`/rooms/bookings/${ids.booking}`],
  '/rooms/buildings/:id': ({ ids }) => [`/rooms/buildings/${ids.building}`],
  '/rooms/buildings/:id/change': ({ ids }) => [`/rooms/buildings/${ids.building}/change`],
  '/rooms/buildings/:id/new-room': ({ ids }) => [`/rooms/buildings/${ids.building}/new-room`],
  '/rooms/calendar': ({ ids }) => ['/rooms/calendar', `/rooms/calendar?room=${ids.room}&view=month`],
  '/rooms/slots/:id': ({ ids }) => [`/rooms/slots/${ids.slot}`, `/rooms/slots/${ids.slot}?q=al`],
  '/rooms/:id': ({ ids }) => [`/rooms/${ids.room}`],
  '/rooms/:id/change': ({ ids }) => [`/rooms/${ids.room}/change`],
  '/rooms/:id/sign': ({ ids }) => [`/rooms/${ids.room}/sign`],
  '/directory/proposals/:id': ({ ids }) => [`/directory/proposals/${ids.proposal}`],
  '/service-check/:secret': ({ links }) => [links.ownService],
  '/social-map/:authority': ({ tenantId }) => [`/social-map/${tenantId}`, `/social-map/${tenantId}?lang=ar&text=wonen`],
  '/social-map/:authority/services/:id': ({ tenantId, ids }) => ['nl', 'ar', 'uk'].map((language) => `/social-map/${tenantId}/services/${ids.service}?lang=${language}`),
  '/directory/services/:id/change': ({ ids }) => [`/directory/services/${ids.service}/change`],
  '/figures/statistics/:id': ({ ids }) => [`/figures/statistics/${ids.statistic}`],
  '/first-run/:secret': () => [],
  '/guides/:id': ({ ids }) => [`/guides/${ids.guide}`],
  '/help/:slug': () => ['/help/eerste-dag', '/help/gesprek'],
  '/people/duplicates/:one/:other': ({ ids }) => [`/people/duplicates/${ids.twice.one}/${ids.twice.other}`],
  '/people/mergers/:id': ({ ids }) => [`/people/mergers/${ids.merger}`],
  '/households/:id': ({ ids }) => [`/households/${ids.household}`],
  '/households/:id/add-member': ({ ids }) => [`/households/${ids.household}/add-member`],
  '/households/:id/change': ({ ids }) => [`/households/${ids.household}/change`],
  '/households/:id/merge': ({ ids }) => [`/households/${ids.household}/merge`, `/households/${ids.household}/merge?q=al`],
  '/households/:id/remove-member': ({ ids }) => [`/households/${ids.household}/remove-member?person=${ids.person}`],
  '/households/:id/split': ({ ids }) => [`/households/${ids.household}/split`],
  '/i/:secret': ({ links }) => ['ar', 'uk', 'fr', 'en', 'nl'].map((language) => `${links.invitation}?lang=${language}`),
  '/i/:secret/other-moment': ({ links }) => ['ar', 'uk', 'fr'].map((language) => `${links.invitation}/other-moment?lang=${language}`),
  '/i/:secret/talk.ics': ({ links }) => [`${links.invitation}/talk.ics`],
  '/invitation/:secret': ({ links }) => [links.accountInvitation],
  '/invitation/:secret/password': ({ links }) => [`${links.accountInvitation}/password`],
  '/people': () => ['/people', '/people?q=al'],
  '/people/:id': ({ ids }) => [`/people/${ids.person}`],
  '/people/:id/change': ({ ids }) => [`/people/${ids.person}/change`],
  ...Object.fromEntries(['contact', 'homes', 'languages', 'languages/change', 'school-and-work', 'sealed', 'sealed/new', 'sealed/notes', 'status'].map((tab) => [`/people/:id/${tab}`, ({ ids }: SeededWorld) => [`/people/${ids.person}/${tab}`]])),
  '/people/:id/sealed/:note/change': ({ ids }) => [`/people/${ids.person}/sealed/${ids.sealedNote}/change`],
  ...Object.fromEntries(
    (['language-levels', 'schooling', 'jobs', 'work-situations', 'own-addresses', 'statuses'] as const).flatMap((part) => [
      [`/people/:id/${part}/new`, ({ ids }: SeededWorld) => [`/people/${ids.person}/${part}/new`]],
      [`/people/:id/${part}/:entry/change`, ({ ids }: SeededWorld) => [`/people/${ids.person}/${part}/${ids.line[part]}/change`]],
    ]),
  ),
  ...Object.fromEntries(['consents', 'consents/new', 'network', 'network/new', 'told', 'rights', 'restrict', 'erase'].map((tab) => [`/people/:id/${tab}`, ({ ids }: SeededWorld) => [`/people/${ids.person}/${tab}`]])),
  '/me/:secret': ({ links }) => ['ar', 'uk', 'fr', 'en', 'nl'].map((language) => `${links.ownFile}?lang=${language}`),
  '/my-data/:secret': ({ links }) => [links.ownData],
  '/my-data/:secret/data.json': ({ links }) => [`${links.ownData}/data.json`],
  '/settings/practices/:practice': () => ['/settings/practices/one-desk-guides', '/settings/practices/wellbeing'],
  '/settings/practices/:practice/blueprint.json': () => ['/settings/practices/one-desk-guides/blueprint.json'],
  '/people/import/:id': ({ ids }) => [`/people/import/${ids.list.ready}`],
  '/people/import/:id/columns': ({ ids }) => [`/people/import/${ids.list.columns}/columns`],
  '/people/import/:id/rows/:line': ({ ids }) => [ids.list.lineToRepair, 8].map((line) => `/people/import/${ids.list.ready}/rows/${line}`),
  '/questions': () => ['/questions', '/questions?q=nothing-has-this-word'],
  '/questions/:id': ({ ids }) => [`/questions/${ids.question}`],
  '/questions/:id/change': ({ ids }) => [`/questions/${ids.question}/change`],
  '/settings/themes/:id': ({ ids }) => [`/settings/themes/${ids.subTheme}`],
  '/questions/askers': () => ['/questions/askers?q=al'],
  '/ask-legal/:secret': ({ links }) => [links.expertQuestion],
  '/legal': () => ['/legal', '/legal?q=nothing-has-this-word'],
  '/legal/answers/:id': ({ ids }) => [`/legal/answers/${ids.expertAnswer}`],
  '/legal/answers/:id/change': ({ ids }) => [`/legal/answers/${ids.expertAnswer}/change`],
  '/legal/ask': () => ['/legal/ask', '/legal/ask?q=werken', '/legal/ask?q=nothing-has-this-word'],
  '/legal/questions': () => ['/legal/questions', '/legal/questions?state=withdrawn'],
  '/legal/questions/:id': ({ ids }) => Object.values(ids.expertQuestion).map((id) => `/legal/questions/${id}`),
  '/signals': () => ['/signals', '/signals?reason=digital&back=yes'],
  '/signals/:id': ({ ids }) => Object.values(ids.signal).map((id) => `/signals/${id}`),
  '/recover/:secret': ({ links }) => [links.recovery],
  '/referral/:secret': ({ links }) => [links.referral],
  '/referral/:secret/file': ({ links }) => [`${links.referral}/file`],
  '/referrals/:id': ({ ids }) => [`/referrals/${ids.referral}`, `/referrals/${ids.referralBack}`],
  '/referrals/new': ({ ids }) => [`/referrals/new?question=${ids.question}`, `/referrals/new?question=${ids.question}&insteadOf=${ids.referralBack}&service=${ids.service}`],
  '/referral-inbox/:secret': ({ links }) => [links.referralInbox],
  '/referral-inbox/:secret/list': ({ links }) => ['waiting', 'busy', 'ended'].map((part) => `${links.referralInbox}/list?part=${part}`),
  '/referral-inbox/:secret/referral/:id': ({ ids, links }) => [`${links.referralInbox}/referral/${ids.referral}`],
  '/referral-inbox/:secret/referral/:id/file': ({ ids, links }) => [`${links.referralInbox}/referral/${ids.referral}/file`],
  '/appointment/:secret': ({ links }) => ['ar', 'uk', 'fr', 'en', 'nl'].map((language) => `${links.referralAppointment}?lang=${language}`),
  '/appointment/:secret/appointment.ics': ({ links }) => [`${links.referralAppointment}/appointment.ics`],
  '/search': () => ['/search', '/search?q=al', '/search?q=nothing-has-this-word'],
  '/settings/accounts/:id': ({ ids }) => [`/settings/accounts/${ids.account}`],
  '/settings/people-lists/:list': () => ['/settings/people-lists/status', '/settings/people-lists/vulnerability'],
  '/settings/people-lists/:list/:code': () => ['/settings/people-lists/status/brexit'],
  '/settings/people-lists/:list/new': () => ['/settings/people-lists/status/new', '/settings/people-lists/vulnerability/new'],
  '/settings/outbox/:id': ({ ids }) => [`/settings/outbox/${ids.message}`],
};

/** Files, which have no look of their own; and what the platform serves to programs. */
const files = /\.(csv|ics|xlsx|css|json)(\}|$)|^\/(health|assets\/|theme\/)|\/export$/;
/** Who has what the page is about; otherwise whoever stands first in `seers` and may. */
const seenBy: Record<string, Role> = { '/account/authenticator': 'guide', '/talks': 'guide', '/': 'guide' };
const seers: Role[] = ['coordinator', 'administrator', 'policy', 'guide', 'front-desk', 'social-worker', 'coach', 'volunteer'];

const reading = allRoutes().filter(({ method }) => method === 'GET');
const pages = reading.filter(({ path }) => !files.test(path));

let seeded: SeededWorld;
let wide: { url: string };
const windows = new Map<string, Promise<Page>>();
beforeAll(async () => {
  seeded = await createSeededWorld({ assets: 'built' });
  // By name, as in a browser at home: a passkey is bound to a name, never to a number.
  wide = { url: seeded.world.url.replace('127.0.0.1', 'localhost') };
  seeded.world.services.publicUrl = wide.url;
});
afterAll(() => seeded.close());

/** One window for each reader, kept from page to page. */
function windowOf(key: string, as: Client | undefined, javaScript: boolean): Promise<Page> {
  if (!windows.has(key)) windows.set(key, openPage(wide, { ...(as ? { as } : {}), javaScript, width: javaScript ? 1280 : 320 }));
  return windows.get(key)!;
}

function addressesOf({ path }: Route): string[] {
  const filled = addresses[path]?.(seeded);
  if (!filled && path.includes(':')) throw new Error(`Say in \`addresses\` what fills the places of ${path}.`);
  return filled ?? [path];
}

async function readerOf(route: Route, locale: 'nl' | 'en'): Promise<{ key: string; as: Client | undefined }> {
  if (route.kind === 'open' || typeof route.permission === 'object') return { key: 'nobody', as: undefined };
  const granted = allGrants()[route.permission] ?? [];
  const role = seenBy[route.path] ?? seers.find((one) => granted.includes(one))!;
  return { key: `${role} ${locale}`, as: await seeded.as(role, locale) };
}

/** Every key of a message that has a dot: none may stand on a page instead of what it says. */
const keys = new Set(
  readdirSync(sourcesFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /messages\/(\w+\.)?nl\.json$/.test(file))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(join(sourcesFolder, file), 'utf8')) as object))
    .filter((key) => key.includes('.')),
);

/** What a reader or a screen reader meets on the page and is no text of the platform: a key, or a place that was not filled in. */
async function findHoles(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[title], [alt], [aria-label], [placeholder], [value]')].flatMap((element) => ['title', 'alt', 'aria-label', 'placeholder', 'value'].map((name) => (element.matches('input[type=hidden], option, select') ? '' : (element.getAttribute(name) ?? ''))));
    return [document.title, document.body.innerText, ...spoken].join(' ').split(/\s+/);
  });
  const acts = /(Andere handeling|Another act) \([^)]*\)/.exec(words.join(' '));
  return [...(acts ? [acts[0]] : []), ...words.filter((word) => keys.has(word) || /\{\w+\}|\[object|undefined|\bNaN\b/.test(word))];
}

async function visit(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBe(200);
  expect(await page.locator('h1').count(), `${address} has a title`).toBe(1);
  expect.soft(await findHoles(page), `holes in ${address}`).toEqual([]);
}

describe('every page, with something on it', () => {
  it.each(pages)('$path has no barrier, in Dutch on a wide screen and a narrow one', async (route) => {
    const { key, as } = await readerOf(route, 'nl');
    const page = await windowOf(key, as, true);
    for (const address of addressesOf(route)) {
      await visit(page, address);
      expect.soft(await findBarriers(page), `barriers on ${address}`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect.soft(await findOverflow(page), `wider than 320 px: ${address}`).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect.soft(takeComplaints(page), `complaints on ${address}`).toEqual([]);
    }
  });

  it.each(pages)('$path stands without script, in English on a narrow screen', async (route) => {
    const { key, as } = await readerOf(route, 'en');
    const page = await windowOf(`${key} without script`, as, false);
    for (const address of addressesOf(route)) {
      await visit(page, address);
      expect.soft(await findOverflow(page), `wider than 320 px: ${address}`).toEqual([]);
    }
  });

  it('is drawn from right to left for who reads so', async () => {
    const page = await windowOf('nobody', undefined, true);
    await visit(page, `${seeded.links.invitation}?lang=ar`);
    expect(await page.evaluate(() => [document.documentElement.dir, getComputedStyle(document.querySelector('main')!).direction])).toEqual(['rtl', 'rtl']);
  });

  it('faults nowhere', () => {
    expect(seeded.world.logged).toEqual([]);
  });
});

describe('every file', () => {
  it.each(reading.filter(({ path, kind }) => kind === 'page' && files.test(path)))('$path is handed over', async (route) => {
    const { as } = await readerOf(route, 'nl');
    for (const address of addressesOf(route)) {
      const reply = await (as ?? seeded.world.visitor()).get(address);
      expect(reply.status, address).toBe(200);
      expect(reply.headers.get('content-type'), address).not.toContain('text/html');
      expect(reply.body.length, address).toBeGreaterThan(20);
    }
  });
});

describe('the pages before there is an authority, and where there are several', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ assets: 'built', withoutAuthority: true, demo: true });
  });
  afterAll(() => world.close());

  const look = async (address: string) => {
    const page = await openPage(world);
    await visit(page, address);
    expect.soft(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect.soft(await findOverflow(page)).toEqual([]);
    expect(takeComplaints(page)).toEqual([]);
    await page.context().close();
  };

  it('have no barrier', async () => {
    await look('/sign-in');
    await look(`/first-run/${await makeSetupLink(world.services.dataFolder)}`);
    const [one] = [await world.anotherTenant('Leiedam'), await world.anotherTenant('Bovenleie')];
    for (const role of ['guide', 'policy'] as const) await world.signIn(role, { tenantId: one });
    await look('/sign-in');
    await look(`/sign-in?authority=${one}`);
  });
});
