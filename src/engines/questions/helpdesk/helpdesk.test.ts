import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { addWorkingDays } from '../../../kernel/clock/working-days.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { recorded } from '../testing.ts';
import { dueDay, readSources, writeSources } from './expert.ts';

type Account = Client & { accountId: string };
const day = (text: string) => Temporal.PlainDate.from(text);

describe('the term of an expert', () => {
  it('is counted in working days, over a weekend and a holiday', () => {
    expect(dueDay(day('2026-03-03'), 5, [], day('2026-03-03')).equals(addWorkingDays(day('2026-03-03'), 5))).toBe(true);
    expect(dueDay(day('2026-04-02'), 2, [], day('2026-04-02')).toString()).toBe('2026-04-07');
  });

  it('stands still from what is asked back up to and with the day of the reply', () => {
    const pauses = [{ from: day('2026-03-04'), until: day('2026-03-06') }];
    // Wednesday 4 counts, Thursday and Friday do not, then Monday to Thursday.
    expect(dueDay(day('2026-03-03'), 5, pauses, day('2026-03-20')).toString()).toBe('2026-03-12');
  });

  it('moves a day each working day that a reply is waited for', () => {
    const pauses = [{ from: day('2026-03-03'), until: null }];
    expect(['2026-03-03', '2026-03-04', '2026-03-07', '2026-03-09'].map((today) => dueDay(day('2026-03-03'), 2, pauses, day(today)).toString())).toEqual(['2026-03-05', '2026-03-06', '2026-03-10', '2026-03-11']);
  });
});

describe('the sources of an answer', () => {
  it('are read one a line, with their link, and written back the same', () => {
    const written = 'Vreemdelingenwet, art. 10 | https://example.org/wet\nhttps://example.org\nOmzendbrief van 2024';
    expect(readSources(`${written}\n\n`)).toEqual([{ label: 'Vreemdelingenwet, art. 10', href: 'https://example.org/wet' }, { label: 'https://example.org', href: 'https://example.org' }, { label: 'Omzendbrief van 2024', href: null }]);
    expect(writeSources(readSources(written))).toBe(written);
  });
  it('make no link of anything else', () => {
    expect(readSources('klik | javascript:alert(1)')).toEqual([{ label: 'klik | javascript:alert(1)', href: null }]);
  });
});

describe('the legal helpdesk', () => {
  let world: World;
  let guide: Account;
  let expert: Account;
  beforeEach(async () => {
    world = await createWorld();
    guide = await world.signIn('guide', { name: 'Gudrun Gids' });
    expert = await world.signIn('social-worker', { name: 'Justine Jurist' });
    return () => world.close();
  });
  afterEach(() => expect(world.logged).toEqual([]));

  const question = 'Een vrouw kreeg subsidiaire bescherming. Tot wanneer kan haar man overkomen zonder inkomen te bewijzen?';
  const ask = async (fields: Record<string, string> = {}) => (await guide.post('/legal/questions', { ask: question, theme: 'family', urgency: 'normal', ...fields })).location!.split('/').at(-1)!;
  const find = async (id: string, client: Client = expert) => (await client.json(`/api/v1/legal/questions/${id}`)).value;
  const post = async (client: Client, id: string, act: string, fields: Record<string, string> = {}) => client.post(`/legal/questions/${id}/${act}`, { version: (await find(id)).version, ...fields });
  const given = { answer: 'Tot twaalf maanden na de beslissing.', sources: 'Vreemdelingenwet, art. 10 | https://example.org/wet', reviewBy: '2027-03-01', publish: 'yes', general: 'Tot wanneer kan gezinshereniging zonder inkomensvoorwaarde?' };
  const mails = (purpose: string) => world.read(async (read) => (await sql<{ recipient: string; body: string }>`select recipient, body from kernel.message where purpose = ${purpose} order by made_at`.execute(read.on<never>())).rows);

  it('takes a question, with a term of working days that opens to explain itself', async () => {
    const id = await ask();
    expect(await find(id)).toMatchObject({ state: 'asked', termDays: 5, dueOn: '2026-03-10' });
    expect(await find(await ask({ urgency: 'urgent' }))).toMatchObject({ termDays: 2, dueOn: '2026-03-05' });
    const page = await expert.get(`/legal/questions/${id}`);
    for (const words of ['Binnen 5 werkdagen na de vraag', 'Gevraagd op dinsdag 3 maart 2026', 'Gudrun Gids']) expect(page.body).toContain(words);
    expect((await expert.get('/')).body).toContain('Vragen om te beantwoorden');
  });

  it('shows what was answered before, before it asks', async () => {
    await post(expert, await ask(), 'answer', given);
    const found = await guide.get(`/legal/ask?q=${encodeURIComponent('Mijn cliënt wil gezinshereniging, is er een inkomensvoorwaarde?')}`);
    for (const words of ['Misschien al beantwoord', given.general, 'Past er geen? Stel je vraag']) expect(found.body).toContain(words);
    expect((await guide.get('/legal/ask?q=zwemlessen')).body).toContain('We vinden nog geen antwoord dat past');
  });

  it('warns of what looks like a name, and takes it when the asker looked', async () => {
    const named = { ask: 'Mag Amira Haddad werken?', theme: 'work', urgency: 'normal' };
    const refused = await guide.post('/legal/questions', named);
    expect(refused.status).toBe(422);
    for (const words of ['Amira Haddad', 'namesChecked', 'Schrijf niet over wie het gaat']) expect(refused.body).toContain(words);
    expect((await guide.post('/legal/questions', { ...named, namesChecked: 'yes' })).status).toBe(303);
  });

  it('is taken on, or given to a colleague who may answer', async () => {
    const id = await ask();
    const other = await world.signIn('coordinator', { name: 'Karel Coördinator' });
    await post(expert, id, 'take');
    expect((await expert.get(`/legal/questions/${id}`)).body).toContain('In behandeling');
    expect((await other.get('/')).body).not.toContain('Vragen om te beantwoorden');
    await post(expert, id, 'take', { expert: other.accountId });
    expect((await other.get('/')).body).toContain('Vragen om te beantwoorden');
    expect((await post(expert, id, 'take', { expert: guide.accountId })).body).toContain('Deze collega kan niet antwoorden');
    expect((await guide.post(`/legal/questions/${id}/take`, { version: 1 })).status).toBe(403);
  });

  it('stands still while the expert waits for a reply, and says why', async () => {
    const id = await ask();
    world.clock.set('2026-03-04T09:00');
    await post(expert, id, 'ask-back', { back: 'Wanneer was de beslissing?' });
    expect((await mails('expert-asked-back')).map(({ recipient }) => recipient)).toEqual([`${guide.accountId}@example.org`]);
    expect((await guide.get('/')).body).toContain('Geef antwoord');
    world.clock.set('2026-03-06T09:00');
    expect((await expert.get(`/legal/questions/${id}`)).body).toContain('Sinds 4 mrt 2026: wacht op een antwoord van de vrager');
    expect((await post(guide, id, 'reply', { reply: 'In januari van dit jaar.' })).notice).toContain('De termijn loopt weer');
    expect(await find(id)).toMatchObject({ state: 'taken', dueOn: '2026-03-12' });
    expect((await expert.get(`/legal/questions/${id}`)).body).toContain('4 mrt 2026 tot 6 mrt 2026: wachtte op een antwoord van de vrager');
    expect((await post(guide, id, 'reply', { reply: 'Nog iets' })).status).toBe(409);
  });

  it('answers with a source and a date, and the answer comes back to who asked', async () => {
    const id = await ask();
    for (const [fields, sentence] of [
      [{ answer: '' }, 'Schrijf je antwoord.'],
      [{ sources: '' }, 'Zeg waarop je antwoord steunt.'],
      [{ reviewBy: '2026-03-03' }, 'Kies een dag na vandaag.'],
      [{ general: '' }, 'Schrijf de vraag zoals anderen ze zouden stellen'],
      [{ answer: 'Vraag het aan Selam Tesfaye' }, 'Hier lijkt een naam'],
    ] as const) expect((await post(expert, id, 'answer', { ...given, ...fields })).body).toContain(sentence);
    expect((await post(expert, id, 'answer', given)).notice).toBe('Het antwoord is verstuurd.');
    expect((await guide.get('/')).body).toContain('Van de juridische helpdesk');
    const page = await guide.get(`/legal/questions/${id}`);
    for (const words of [given.answer, 'Vreemdelingenwet, art. 10', 'https://example.org/wet', 'Staat ook bij de antwoorden']) expect(page.body).toContain(words);
    await guide.post(`/legal/questions/${id}/read`);
    expect((await guide.get('/')).body).not.toContain('Van de juridische helpdesk');
    expect((await mails('expert-answered'))[0]!.body).not.toContain('twaalf maanden');
  });

  it('keeps an answer for one case out of the library', async () => {
    const { publish: _, general: __, reviewBy: ___, ...only } = given;
    await post(expert, await ask(), 'answer', only);
    expect((await guide.json('/api/v1/legal')).value.answers).toEqual([]);
  });

  it('answers with what was answered before, which counts as used', async () => {
    await post(expert, await ask(), 'answer', given);
    const [answer] = (await guide.json('/api/v1/legal?q=gezinshereniging')).value.answers;
    const id = await ask();
    expect((await expert.get(`/legal/questions/${id}`)).body).toContain('Al eens beantwoord?');
    await post(expert, id, 'answer', { existing: answer.id });
    expect(await find(id, guide)).toMatchObject({ state: 'answered', answer: given.answer, answerId: answer.id });
    expect((await guide.json(`/api/v1/legal/answers/${answer.id}`)).value).toMatchObject({ used: 1, helped: 1 });
  });

  it('finds answers by words in any form and by theme', async () => {
    await post(expert, await ask(), 'answer', given);
    const count = async (query: string) => (await guide.json(`/api/v1/legal?${query}`)).value.answers.length;
    expect(await Promise.all(['q=inkomensvoorwaarden', 'q=inkomens', 'q=gezins+maanden', 'q=voetbal', 'theme=family', 'theme=work'].map(count))).toEqual([1, 1, 1, 0, 1, 0]);
  });

  it('is found from the search in the header, by who may ask', async () => {
    await post(expert, await ask(), 'answer', given);
    expect((await guide.get('/search?q=inkomensvoorwaarde')).body).toContain(given.general);
    expect((await (await world.signIn('volunteer')).get('/search?q=inkomensvoorwaarde')).body).not.toContain(given.general);
  });

  it('marks an answer as stale from its day of review, and keeps its earlier wordings', async () => {
    await post(expert, await ask(), 'answer', { ...given, reviewBy: '2026-04-01' });
    const [{ id }] = (await guide.json('/api/v1/legal')).value.answers;
    expect((await guide.get(`/legal/answers/${id}`)).body).toContain('Geldt tot 1 apr 2026');
    world.clock.set('2026-04-01T09:00');
    expect((await guide.get(`/legal/answers/${id}`)).body).toContain('Misschien klopt het niet meer');
    expect((await expert.get('/')).body).toContain('Antwoorden om na te kijken');
    expect((await guide.json('/api/v1/legal?due=yes')).value.answers).toHaveLength(1);
    const changed = { theme: 'family', question: given.general, answer: 'Tot negen maanden.', sources: given.sources, reviewBy: '2027-04-01' };
    const [one, other] = [await expert.post(`/legal/answers/${id}/change`, { version: 1, ...changed }), await expert.post(`/legal/answers/${id}/change`, { version: 1, ...changed, answer: 'Wat ik typte' })];
    expect([one.status, other.status]).toEqual([303, 409]);
    for (const words of ['Wat ik typte', 'Tot negen maanden.']) expect(other.body).toContain(words);
    const page = await guide.get(`/legal/answers/${id}`);
    for (const words of ['Tot negen maanden.', 'Versie 1', 'Tot twaalf maanden na de beslissing.', 'Geldt tot 1 apr 2027']) expect(page.body).toContain(words);
    expect((await expert.get('/')).body).not.toContain('Antwoorden om na te kijken');
  });

  it('counts each colleague once, and leads on to asking when it did not help', async () => {
    await post(expert, await ask(), 'answer', given);
    const [{ id }] = (await guide.json('/api/v1/legal')).value.answers;
    await guide.post(`/legal/answers/${id}/use`, { helped: 'yes' });
    await guide.post(`/legal/answers/${id}/use`, { helped: 'yes' });
    expect((await expert.post(`/legal/answers/${id}/use`, { helped: 'no' })).location).toBe('/legal/ask');
    expect((await guide.json(`/api/v1/legal/answers/${id}`)).value).toMatchObject({ used: 2, helped: 1 });
  });

  it('leaves the library when it is withdrawn, and stays where it was given', async () => {
    const asked = await ask();
    await post(expert, asked, 'answer', given);
    const [{ id }] = (await guide.json('/api/v1/legal')).value.answers;
    await expert.post(`/legal/answers/${id}/withdraw`, { version: 1 });
    expect((await guide.json('/api/v1/legal')).value.answers).toEqual([]);
    expect((await guide.get(`/legal/answers/${id}`)).body).toContain('Dit antwoord geldt niet meer');
    expect((await guide.get(`/legal/questions/${asked}`)).body).toContain(given.answer);
  });

  it('keeps a question between its asker and the experts, and the help question behind it to who may read those', async () => {
    const [helpQuestion] = await world.write((tx) => recorded(tx, {}));
    const id = await ask({ helpQuestion: helpQuestion! });
    expect((await expert.get(`/legal/questions/${id}`)).body).toContain(`/questions/${helpQuestion}`);
    const coach = await world.signIn('coach');
    expect((await coach.get(`/legal/questions/${id}`)).status).toBe(404);
    expect((await coach.get('/legal/questions')).body).toContain('Nog geen vragen');
    expect((await coach.post(`/legal/questions/${id}/withdraw`, { version: 1 })).status).toBe(404);
    expect((await (await world.signIn('policy')).get('/legal')).status).toBe(403);
    const stranger = await world.signIn('coordinator', { tenantId: await world.anotherTenant() });
    expect((await stranger.get(`/legal/questions/${id}`)).status).toBe(404);
    expect(JSON.stringify(await find(id))).not.toContain(guide.accountId);
  });

  it('is led to from a help question, which stays behind', async () => {
    const [helpQuestion] = await world.write((tx) => recorded(tx, {}));
    expect((await guide.get(`/questions/${helpQuestion}`)).body).toContain(`/legal/ask?question=${helpQuestion}`);
    expect((await guide.get(`/legal/ask?question=${helpQuestion}&q=zwemlessen`)).body).toContain('Je vraag hoort bij een hulpvraag');
  });

  it('can be withdrawn by who asked, until it is answered', async () => {
    const id = await ask();
    expect((await post(guide, id, 'withdraw')).notice).toBe('Je vraag is ingetrokken.');
    expect((await post(expert, id, 'answer', given)).body).toContain('Dat kan nu niet meer');
  });

  it('keeps the term that held when it was asked', async () => {
    const id = await ask();
    const coordinator = await world.signIn('coordinator');
    expect((await coordinator.post('/settings/legal-terms', { from: '2026-03-03', normal: '3', urgent: '4', source: 'Team' })).body).toContain('Dringend kan niet langer duren');
    await coordinator.post('/settings/legal-terms', { from: '2026-03-03', normal: '3', urgent: '1', source: 'Team' });
    expect([(await find(id)).dueOn, (await find(await ask())).dueOn]).toEqual(['2026-03-10', '2026-03-06']);
  });

  it('tells the figures how many were answered in time, by month and theme and nothing else', async () => {
    const [inTime, late] = [await ask(), await ask()];
    await post(expert, inTime, 'answer', given);
    world.clock.set('2026-03-20T09:00');
    await post(expert, late, 'answer', given);
    const rows = await world.read(async (read) => (await sql`select * from questions.published_expert_month`.execute(read.on<never>())).rows);
    expect(rows).toMatchObject([{ theme: 'family', n: 2, in_time: 1 }]);
    expect((await expert.get('/legal/questions')).body).toContain('1 van 2 vragen binnen de termijn beantwoord');
  });

  describe('asked by a partner without an account', () => {
    const typed = { ask: question, theme: 'family', urgency: 'normal', partnerName: 'Wijkcentrum', email: 'noor@example.be' };
    const send = (fields: Record<string, string> = {}) => world.visitor().post('/ask-legal', { ...typed, ...fields });
    const linkOf = (body: string) => /\/ask-legal\/[\w-]{46}/.exec(body)![0];

    it('is asked only once the mailed link was followed, and is answered by that way', async () => {
      expect((await world.visitor().get('/ask-legal')).body).toContain('Stel een vraag aan de juridische helpdesk');
      expect((await send()).body).toContain('Kijk in je mail');
      expect((await expert.json('/api/v1/legal/questions')).value.questions).toEqual([]);
      const [mail] = await mails('expert-confirm');
      expect(mail!.body).not.toContain('subsidiaire');
      const link = linkOf(mail!.body);
      world.clock.set('2026-03-05T09:00');
      expect((await world.visitor().get(link)).body).toContain('Stel mijn vraag');
      await world.visitor().post(`${link}/confirm`);
      const [asked] = (await expert.json('/api/v1/legal/questions')).value.questions;
      expect(asked).toMatchObject({ state: 'asked', dueOn: '2026-03-12' });
      expect((await expert.get(`/legal/questions/${asked.id}`)).body).toContain('Wijkcentrum (partner)');
      await post(expert, asked.id, 'ask-back', { back: 'Sinds wanneer?' });
      const back = linkOf((await mails('expert-asked-back'))[0]!.body);
      expect((await world.visitor().get(link)).status).toBe(404);
      const page = await world.visitor().get(back);
      expect(page.body).toContain('Sinds wanneer?');
      const version = /name="version" value="(\d+)"/.exec(page.body)![1]!;
      expect((await world.visitor().post(`${back}/reply`, { version, reply: 'Sinds januari.' })).status).toBe(303);
      await post(expert, asked.id, 'answer', given);
      const read = await world.visitor().get(linkOf((await mails('expert-answered'))[0]!.body));
      expect(read.body).toContain(given.answer);
      expect(read.body).not.toMatch(/Justine|Gudrun/);
    });

    it('says what is wrong and keeps what was typed', async () => {
      const refused = await send({ email: 'geen adres', partnerName: '' });
      expect(refused.status).toBe(422);
      for (const words of ['subsidiaire bescherming', 'geen adres', 'Vul dit in']) expect(refused.body).toContain(words);
      expect((await send({ ask: 'Mag Amira Haddad werken?' })).body).toContain('Hier lijkt een naam');
    });

    it('mails one mailbox three times an hour at most, and says the same', async () => {
      for (let time = 0; time < 5; time += 1) expect((await send()).body).toContain('Kijk in je mail');
      expect(await mails('expert-confirm')).toHaveLength(3);
    });

    it('is forgotten after a week when nobody confirmed it', async () => {
      await send();
      const link = linkOf((await mails('expert-confirm'))[0]!.body);
      world.clock.set('2026-03-11T09:00');
      await world.sweep();
      expect((await world.visitor().get(link)).status).toBe(404);
    });
  });
});
