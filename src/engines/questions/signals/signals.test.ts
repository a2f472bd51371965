import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { barriersMet } from './testing.ts';

type Account = Client & { accountId: string };

describe('a signal, from the desk to policy and back', () => {
  let world: World;
  let policy: Account;
  let desk: Account;
  let guide: Account;
  beforeEach(async () => {
    world = await createWorld();
    policy = await world.signIn('policy', { name: 'Beatrijs Policy' });
    desk = await world.signIn('front-desk', { name: 'Wolfgang Xylander' });
    guide = await world.signIn('guide', { name: 'Ottoline Zuiderduin' });
    return () => world.close();
  });
  afterEach(() => expect(world.logged).toEqual([]));

  const counted = async () => {
    await barriersMet(world, desk.accountId, 5);
    await barriersMet(world, guide.accountId, 4);
    world.clock.set('2026-03-09T08:00');
    await world.sweep();
    return (await policy.json('/api/v1/signals?theme=housing&reason=waiting-list')).value.signals[0].id as string;
  };
  const version = async (id: string) => (await policy.json(`/api/v1/signals/${id}`)).value.version as number;
  const post = async (client: Client, id: string, act: string, fields: Record<string, string> = {}) => client.post(`/signals/${id}/${act}`, { version: await version(id), ...fields });
  const answered = async (id: string) => {
    await post(policy, id, 'plan', { meetingOn: '2026-03-24', preparedBy: 'Dienst Welzijn' });
    await post(policy, id, 'decide', { decision: 'De wachtlijst wordt elke maand nagekeken.', action: 'Een avond per week langer open', dueOn: '2026-05-01' });
    return post(policy, id, 'answer', { answer: 'De wachtlijst wordt elke maand nagekeken.' });
  };
  const mails = () => world.read(async (read) => (await sql<{ recipient: string; body: string }>`select recipient, body from kernel.message where purpose = 'signal-answer' order by recipient`.execute(read.on<never>())).rows);

  it('waits for policy on its Today page, which is never empty', async () => {
    expect((await policy.get('/')).body).toContain('Er wacht niets');
    const id = await counted();
    const today = await policy.get('/');
    for (const words of ['Signalen die wachten op een antwoord', 'Wachtlijst · Wonen · Voorbeeldgem', 'Minstens 5 keer', `/signals/${id}`]) expect(today.body).toContain(words);
  });

  it('goes on the agenda, is decided upon, and its answer comes back to everyone who noted it', async () => {
    const id = await counted();
    expect((await post(policy, id, 'plan', { meetingOn: '2026-03-24', preparedBy: 'Dienst Welzijn' })).notice).toBe('Het signaal staat op de agenda.');
    const agenda = await policy.get('/signals/agenda');
    for (const words of ['Signalen voor de vergadering van dinsdag 24 maart 2026', 'Dienst Welzijn', 'Minstens 5 keer', '1. Wachtlijst']) expect(agenda.body).toContain(words);
    expect((await post(policy, id, 'decide', { decision: 'Langer open', action: 'Een avond per week', dueOn: '2026-05-01' })).status).toBe(303);
    const toAnswer = await policy.get(`/signals/${id}`);
    for (const words of ['Geef antwoord aan wie het noteerde', 'Langer open\nEen avond per week\nTegen 1 mei 2026']) expect(toAnswer.body).toContain(words);
    expect((await post(policy, id, 'answer', { answer: 'Langer open op woensdag.' })).notice).toBe('Het antwoord gaat naar wie het noteerde: 2 collega’s.');
    for (const colleague of [desk, guide]) {
      expect((await colleague.get('/')).body).toContain('Langer open op woensdag.');
      expect((await colleague.post(`/signals/${id}/read`)).location).toBe('/');
      expect((await colleague.get('/')).body).not.toContain('Langer open op woensdag.');
    }
    expect((await (await world.signIn('guide')).get('/')).body).not.toContain('Langer open');
    expect((await policy.get('/')).body).toContain('Er wacht niets');
  });

  it('is mailed to who wants that, without a name and with what was answered', async () => {
    expect((await guide.get('/signals/mail')).body).toMatch(/name="byMail"[^>]*checked|checked[^>]*name="byMail"/);
    await guide.post('/signals/mail', {});
    await answered(await counted());
    const sent = await mails();
    expect(sent.map(({ recipient }) => recipient)).toEqual([`${desk.accountId}@example.org`]);
    expect(sent[0]!.body).toContain('De wachtlijst wordt elke maand nagekeken.');
    expect(sent[0]!.body).not.toMatch(/Zarathustra|Wolfgang|Ottoline/);
  });

  it('can be left with a reason, which is told as well', async () => {
    const id = await counted();
    expect((await post(policy, id, 'leave', { leftReason: 'not-ours' })).body).toContain('Vul dit in');
    await post(policy, id, 'leave', { leftReason: 'not-ours', leftWords: 'De provincie beslist hierover.' });
    const page = await policy.get(`/signals/${id}`);
    for (const words of ['Niet opgenomen', 'Niet onze bevoegdheid', 'De provincie beslist hierover.', 'Verstuur het antwoord']) expect(page.body).toContain(words);
  });

  it('shows afterwards whether it still comes, and comes back to policy when it does', async () => {
    const id = await counted();
    await answered(id);
    expect((await policy.get(`/signals/${id}`)).body).toContain('Voor het besluit van 9 mrt 2026: minstens 5 keer. Erna: minder dan 5 keer.');
    world.clock.set('2026-03-11T09:00');
    await barriersMet(world, desk.accountId, 4);
    world.clock.set('2026-03-16T08:00');
    await world.sweep();
    expect((await policy.get('/')).body).toContain('Er wacht niets');
    await barriersMet(world, desk.accountId, 2);
    world.clock.set('2026-03-23T08:00');
    await world.sweep();
    expect((await policy.get(`/signals/${id}`)).body).toContain('Voor het besluit van 9 mrt 2026: minstens 5 keer. Erna: minstens 5 keer.');
    expect((await policy.get('/')).body).toContain('Komt terug');
    expect((await policy.get('/signals?back=yes')).body).toContain(`/signals/${id}`);
    expect((await post(policy, id, 'plan', { meetingOn: '2026-04-01' })).status).toBe(303);
  });

  it('asks on the day that was promised whether it was done, and shows that it was', async () => {
    const id = await counted();
    await answered(id);
    expect((await policy.get('/')).body).toContain('Er wacht niets');
    world.clock.set('2026-05-01T08:00');
    expect((await policy.get('/')).body).toContain('Beloofd tegen 1 mei 2026');
    expect((await post(policy, id, 'keep')).body).toContain('Vul dit in');
    expect((await post(policy, id, 'keep', { keptWords: 'Open op woensdagavond sinds april.' })).notice).toBe('Bewaard: uitgevoerd.');
    expect((await policy.get('/')).body).toContain('Er wacht niets');
    expect((await desk.get(`/signals/${id}`)).body).toContain('Open op woensdagavond sinds april.');
    expect((await post(policy, id, 'keep', { keptWords: 'Nog eens' })).status).toBe(409);
  });

  it('counts after a decision only what was asked since', async () => {
    const id = await counted();
    await barriersMet(world, desk.accountId, 4);
    await answered(id);
    world.clock.set('2026-03-12T09:00');
    await barriersMet(world, desk.accountId, 3);
    world.clock.set('2026-03-16T08:00');
    await world.sweep();
    expect((await policy.json(`/api/v1/signals/${id}`)).value.shown).toBe(5);
  });

  it('refuses what is not its turn, a day that is past, and the second of two', async () => {
    const id = await counted();
    expect((await post(policy, id, 'answer', { answer: 'Te vroeg' })).body).toContain('Dat kan nu niet meer');
    expect((await post(policy, id, 'plan', { meetingOn: '2026-03-08' })).body).toContain('Deze dag is voorbij');
    const seen = await version(id);
    await post(policy, id, 'plan', { meetingOn: '2026-03-24' });
    const second = await policy.post(`/signals/${id}/decide`, { version: seen, decision: 'Wat ik typte' });
    expect([second.status, second.body.includes('Wat ik typte'), second.body.includes('intussen gewijzigd')]).toEqual([409, true, true]);
    expect((await desk.post(`/signals/${id}/decide`, { version: 1, decision: 'x' })).status).toBe(403);
  });

  it('is filtered, sorted and taken along as a file', async () => {
    await barriersMet(world, desk.accountId, 6, { reason: 'cost' }, { theme: 'leisure' });
    const id = await counted();
    expect((await policy.json('/api/v1/signals?reason=cost')).value.signals).toHaveLength(1);
    expect((await policy.json('/api/v1/signals?theme=housing&state=before-policy')).value.signals.map((signal: { id: string }) => signal.id)).toEqual([id]);
    expect((await policy.get('/signals?reason=digital')).body).toContain('Geen signalen met deze filters');
    const { body, headers } = await policy.get('/signals/export?theme=housing');
    expect(headers.get('content-disposition')).toContain('signalen-2026-03-09.csv');
    expect(body.trim().split('\r\n').map((line) => line.replace('\uFEFF', ''))).toEqual([
      'Drempel;Thema;Dienst;Gemeente;Minstens zo vaak;In eigen woorden;Stand;Sinds;Eerst geteld;Laatst geteld;Vergadering;Voorbereid door;Besluit op',
      'Wachtlijst;Wonen;;Voorbeeldgem;5;;Wacht op beleid;2026-03-09;2026-03-09;2026-03-09;;;',
    ]);
  });

  it('stands for its recorders among their own, and not for others', async () => {
    const id = await counted();
    expect((await desk.json('/api/v1/signals?mine=yes')).value.signals.map((signal: { id: string }) => signal.id)).toEqual([id]);
    expect((await (await world.signIn('guide')).json('/api/v1/signals?mine=yes')).value.signals).toEqual([]);
  });

  describe('in a colleague’s own words', () => {
    const words = 'Gezinnen met meer dan vier kinderen vinden nergens een woning.';
    const raise = async (fields: Record<string, string> = {}) => (await guide.post('/signals', { words, reason: 'not-found', theme: 'housing', ...fields })).location!.split('/').at(-1)!;

    it('is read by another before policy sees it, and then stands there without who wrote it', async () => {
      const id = await raise();
      for (const path of [`/signals/${id}`, `/api/v1/signals/${id}`]) expect((await policy.get(path)).status).toBe(404);
      expect((await policy.get('/signals')).body).not.toContain('Gezinnen met meer');
      expect((await guide.get(`/signals/${id}`)).body).toContain('Na te lezen');
      const reader = await world.signIn('coordinator');
      expect((await reader.get('/')).body).toContain('Signalen van collega’s om na te lezen');
      expect((await reader.get(`/signals/${id}`)).body).toContain('Ottoline Zuiderduin');
      expect((await reader.post(`/signals/${id}/release`, { version: 1, words })).notice).toBe('Het signaal ligt bij het beleid.');
      const page = await policy.get(`/signals/${id}`);
      expect(page.body).toContain(words);
      expect(page.body).not.toContain('Ottoline');
    });

    it('warns of what looks like a name, until the writer says that it is none', async () => {
      const named = 'Mevrouw Amira Haddad wacht al een jaar.';
      const refused = await guide.post('/signals', { words: named, reason: 'waiting-list', theme: 'housing' });
      expect(refused.status).toBe(422);
      for (const sentence of ['Staat er een naam in?', 'Amira Haddad', 'namesChecked', named]) expect(refused.body).toContain(sentence);
      expect((await guide.post('/signals', { words: named, reason: 'waiting-list', theme: 'housing', namesChecked: 'yes' })).status).toBe(303);
    });

    it('is not released by who wrote it, nor with a name that nobody looked at', async () => {
      const both = await world.signIn(['guide', 'coordinator']);
      const id = (await both.post('/signals', { words, reason: 'not-found', theme: 'housing' })).location!.split('/').at(-1)!;
      expect((await both.post(`/signals/${id}/release`, { version: 1, words })).body).toContain('Een andere collega leest het na');
      const reader = await world.signIn('social-worker');
      expect((await reader.post(`/signals/${id}/release`, { version: 1, words: 'Het gezin van Selam Tesfaye' })).status).toBe(422);
    });

    it('can be set aside, with a reason that its writer reads and policy does not', async () => {
      const id = await raise();
      const reader = await world.signIn('coordinator');
      await reader.post(`/signals/${id}/set-aside`, { version: 1, asideWords: 'Dit gaat over een enkel gezin.' });
      expect((await guide.get(`/signals/${id}`)).body).toContain('Dit gaat over een enkel gezin.');
      expect((await policy.get(`/signals/${id}`)).status).toBe(404);
      expect((await desk.get(`/signals/${id}`)).status).toBe(404);
    });

    it('gets its answer too', async () => {
      const id = await raise();
      await (await world.signIn('coordinator')).post(`/signals/${id}/release`, { version: 1, words });
      await answered(id);
      expect((await guide.get('/')).body).toContain('De wachtlijst wordt elke maand nagekeken.');
    });
  });

  it('gives policy no name, no note, no question and no colleague, anywhere', async () => {
    const questions = await barriersMet(world, desk.accountId, 6, { reason: 'cost' });
    const id = await counted();
    const raised = (await guide.post('/signals', { words: 'Nergens kinderopvang na vier uur.', reason: 'childcare', theme: 'work' })).location!.split('/').at(-1)!;
    await (await world.signIn('coordinator', { name: 'Philippa Vanderstraeten' })).post(`/signals/${raised}/release`, { version: 1, words: 'Nergens kinderopvang na vier uur.' });
    await answered(id);
    const { persons } = await world.read(async (read) => ({ persons: (await sql<{ person_id: string }>`select person_id from questions.question where person_id is not null`.execute(read.on<never>())).rows.map(({ person_id }) => person_id) }));
    const secrets = ['Zarathustra', 'Quetzalcoatl', 'xylofoonles', 'Wolfgang', 'Ottoline', 'Philippa', desk.accountId, guide.accountId, ...questions, ...persons];
    const pages = ['/', '/signals', '/signals?sort=most', '/signals/agenda', '/signals/export', '/api/v1/signals', ...[id, raised].flatMap((one) => [`/signals/${one}`, `/api/v1/signals/${one}`])];
    for (const path of pages) {
      const { status, body } = await policy.get(path);
      expect(status, path).toBe(200);
      expect(secrets.filter((secret) => body.includes(secret)), path).toEqual([]);
    }
    // Exact numbers stay inside as well: fifteen were noted, in two signals of at least five.
    expect((await policy.json('/api/v1/signals')).value.signals.map(({ shown }: { shown: number }) => shown).sort()).toEqual([0, 5, 5]);
    for (const path of ['/questions', `/questions/${questions[0]}`, '/people', `/people/${persons[0]}`]) expect((await policy.get(path)).status, path).toBe(403);
  });

  it('answers for one of another authority as for one that is not there', async () => {
    const elsewhere = await world.anotherTenant();
    const id = await counted();
    const stranger = await world.signIn('policy', { tenantId: elsewhere });
    expect((await stranger.get(`/signals/${id}`)).status).toBe(404);
    expect((await stranger.post(`/signals/${id}/plan`, { version: 1, meetingOn: '2026-03-24' })).status).toBe(404);
  });
});
