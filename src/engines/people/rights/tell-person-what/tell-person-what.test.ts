import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLink } from '../../../../kernel/access/identify.store.ts';
import { newId } from '../../../../kernel/id.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import type { Client } from '../../../../../tests/client.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { findConsent, giveConsent, registerPersons } from '../../index.ts';
import { aPerson } from '../../testing.ts';

let world: World;
let worker: Client;
let personId: string;
const school = newId();
beforeAll(async () => {
  world = await createWorld();
  worker = await world.signIn('social-worker');
  [personId] = (await world.write((tx) => registerPersons(tx, [aPerson('Amira Haddad').speaking('apc', 'fr').asPerson]))) as [string];
});
afterAll(() => world.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const consent = { recipientId: school, recipientName: 'Basisschool De Voorbeeldboom', way: 'spoken', shares: ['phone'], from: day('2026-03-01'), until: day('2026-05-31') } as const;
const give = (purpose: string, basis: 'consent' | 'legal-duty' = 'consent') => world.write((tx) => giveConsent(tx, { ...consent, personId, purpose, basis }));
const holds = (purpose: string) => world.read((read) => findConsent(read, { personId, recipientId: school, purpose, on: day('2026-03-03') }));

describe('who knows what about a person', () => {
  it('stands on a sheet in Dutch, and under it in the language that the person reads', async () => {
    await give('enrolment');
    const { body } = await worker.get(`/people/${personId}/told`);
    expect(body).toContain('Basisschool De Voorbeeldboom mag weten: je naam, telefoon. Waarvoor: inschrijven (school, les, club). Grond: toestemming van de persoon. Tot en met 31 mei 2026.');
    expect(body).toContain('lang="ar" dir="rtl"');
    expect(body).toContain('من يعرف ماذا عنك');
    for (const [lang, words] of [['fr', 'Qui sait quoi sur vous'], ['uk', 'Хто що знає про вас'], ['en', 'Who knows what about you']]) expect((await worker.get(`/people/${personId}/told?lang=${lang}`)).body).toContain(words);
  });

  it('says who inside the authority may see the file, and that a policy maker never sees a name', async () => {
    const { body } = await worker.get(`/people/${personId}/told?lang=nl`);
    expect(body).toContain('We bewaren telkens wie dat deed.');
    expect(body).toContain('nooit je naam');
  });

  it('carries a link of the person’s own, as a code that a telephone reads', async () => {
    const { body } = await worker.post(`/people/${personId}/own-link`, { lang: 'ar' });
    expect(body).toContain('Druk dit blad nu af');
    expect(body).toContain('aria-label="Code naar de eigen pagina"');
  });
});

describe('the person’s own page', () => {
  let path: string;
  beforeAll(async () => {
    const { secret } = await world.write((tx) => makeLink(tx, { purpose: 'own-file', subject: { type: 'person', id: personId }, expiresAt: tx.now.add({ hours: 24 * 30 }) }));
    path = `/me/${secret}`;
  });

  it('opens without an account and names nobody', async () => {
    const { status, body } = await world.visitor().get(`${path}?lang=ar`);
    expect(status).toBe(200);
    expect(body).toContain('dir="rtl"');
    expect(body).toContain('اسحب هذه الموافقة');
    expect(body).not.toContain('Haddad');
  });

  it('lets the person withdraw a consent, which ends the sharing at once', async () => {
    const id = (await holds('enrolment'))!.id;
    const reply = await world.visitor().post(`${path}/withdraw`, { consent: id, lang: 'fr' });
    expect(reply.location).toBe(`${path}?lang=fr`);
    expect(reply.notice).toBe('Retiré. Nous ne partageons plus rien à ce sujet.');
    expect(await holds('enrolment')).toBeUndefined();
    expect((await worker.get(`/people/${personId}/consents`)).body).toContain('ingetrokken door de persoon');
  });

  it('does not offer to withdraw what the law makes us share, nor lets it be done', async () => {
    const id = await give('consultation', 'legal-duty');
    expect((await world.visitor().get(path)).body).toContain('Dit moeten wij delen van de wet.');
    expect((await world.visitor().post(`${path}/withdraw`, { consent: id })).status).toBe(404);
    expect(await holds('consultation')).toBeDefined();
  });

  it('withdraws nothing of somebody else', async () => {
    const [other] = (await world.write((tx) => registerPersons(tx, [aPerson('Sara Elmi').asPerson]))) as [string];
    const id = await world.write((tx) => giveConsent(tx, { ...consent, personId: other, purpose: 'buddy', basis: 'consent' }));
    expect((await world.visitor().post(`${path}/withdraw`, { consent: id })).status).toBe(404);
  });

  it('closes when the link is stopped', async () => {
    expect((await worker.post(`/people/${personId}/own-link/end`)).status).toBe(303);
    expect((await world.visitor().get(path)).status).toBe(404);
  });
});
