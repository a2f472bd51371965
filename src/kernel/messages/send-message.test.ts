import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { findLog } from '../audit/timeline.ts';
import { createMailer } from './mailer.ts';
import { findMessage, requeueMessage, type Message } from './message.store.ts';
import { sendMail, sendText } from './message.ts';

/** A mail server that takes, refuses or breaks as told. */
class MailServer {
  received: { to: string[]; raw: string }[] = [];
  atRecipient: (() => Error | undefined) = () => undefined;
  atData: (session: SMTPServerSession) => Error | undefined | 'break' = () => undefined;
  readonly #server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username, password }, _session, done) => (username === 'wegwijs' && password === 'geheim' ? done(null, { user: username }) : done(Object.assign(new Error('wrong'), { responseCode: 535 }))),
    onRcptTo: (_address, _session, done) => done(this.atRecipient()),
    onData: (stream, session, done) => void this.#take(stream, session, done),
  });

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error) => void): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const verdict = this.atData(session);
    if (verdict === 'break') return void [...this.#server.connections].forEach((connection) => connection._socket.destroy());
    if (verdict) return done(verdict);
    this.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
    done();
  }

  async start(): Promise<string> {
    // Broken lines are part of these tests.
    this.#server.on('error', () => {});
    const server = this.#server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

const smtpError = (responseCode: number) => Object.assign(new Error('as told'), { responseCode });

describe('mail, with a server', () => {
  let world: World;
  let server: MailServer;
  let address: string;
  beforeAll(async () => {
    server = new MailServer();
    address = await server.start();
    world = await createWorld({ smtpUrl: `smtp://${address}/?from=wegwijs@example.be`, name: 'Rivierdorp' });
  });
  afterAll(async () => {
    await world.close();
    await server.stop();
  });
  beforeEach(() => {
    server.received = [];
    server.atRecipient = () => undefined;
    server.atData = () => undefined;
  });

  const mail = (to = 'dienst@example.org') => world.write((tx) => sendMail(tx, { to, subject: 'Een vraag voor jullie dienst', text: `Dag\n\n${world.url}/referral/${'a'.repeat(46)}\n`, purpose: 'referral-sent' }));
  const messageOf = async (id: string): Promise<Message> => (await world.read((read) => findMessage(read, id)))!;

  it('is sent once, from the authority, and its live link is no longer in the outbox', async () => {
    const id = await mail();
    await world.runJobs();
    await world.runJobs();
    expect(server.received).toHaveLength(1);
    const { to, raw } = server.received[0]!;
    expect(to).toEqual(['dienst@example.org']);
    expect(raw).toMatch(/^From: Rivierdorp <wegwijs@example\.be>/m);
    expect(raw).toContain(`Message-ID: <${id}@`);
    expect(raw.replaceAll('=\r\n', '')).toContain('a'.repeat(46));
    expect(await messageOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect((await messageOf(id)).body).toContain('/referral/…');
    expect((await world.read((read) => findLog(read, { limit: 1 })))[0]).toMatchObject({ act: 'message-sent', subjects: [{ type: 'message', id }] });
  });

  it('goes with the act: an act that fails sends nothing', async () => {
    await expect(
      world.write(async (tx) => {
        await sendMail(tx, { to: 'dienst@example.org', subject: 'Nee', text: 'Nee', purpose: 'referral-sent' });
        throw new Error('not after all');
      }),
    ).rejects.toThrow('not after all');
    await world.runJobs();
    expect(server.received).toHaveLength(0);
  });

  it('waits and tries again when the server has no time', async () => {
    server.atRecipient = () => smtpError(451);
    const id = await mail();
    await world.runJobs();
    expect(await messageOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
    await world.runJobs();
    expect((await messageOf(id)).attempts).toBe(1);
    world.clock.advance({ minutes: 2 });
    server.atRecipient = () => undefined;
    await world.runJobs();
    expect(await messageOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.received).toHaveLength(1);
  });

  it('gives up after a little over a day, and shows it', async () => {
    server.atRecipient = () => smtpError(451);
    const id = await mail();
    for (let round = 0; round < 10; round += 1) {
      await world.runJobs();
      world.clock.advance({ hours: 12, minutes: 1 });
    }
    expect(await messageOf(id)).toMatchObject({ state: 'failed', attempts: 8 });
  });

  it('does not try an address again that the server refuses for good', async () => {
    server.atRecipient = () => smtpError(550);
    const id = await mail('bestaat.niet@example.org');
    await world.runJobs();
    const message = await messageOf(id);
    expect(message.state).toBe('failed');
    expect(message.error).toContain('550');
  });

  it('is in doubt when the line breaks after the text has left, and is not sent again by itself', async () => {
    server.atData = () => 'break';
    const id = await mail();
    await world.runJobs();
    expect((await messageOf(id)).state).toBe('uncertain');
    server.atData = () => undefined;
    world.clock.advance({ days: 2 });
    await world.runJobs();
    expect(server.received).toHaveLength(0);
  });

  it('is in doubt when the platform was killed while it was being sent, and is not sent again by itself', async () => {
    const id = await mail();
    await world.write((tx) => sql`update kernel.message set state = 'sending', attempts = 1 where id = ${id}`.execute(tx.on<never>()));
    await world.runJobs();
    expect((await messageOf(id)).state).toBe('uncertain');
    expect(server.received).toHaveLength(0);
  });

  it('goes once more when the administrator decides so', async () => {
    server.atRecipient = () => smtpError(550);
    const id = await mail();
    await world.runJobs();
    server.atRecipient = () => undefined;
    const administrator = await world.signIn('administrator');
    expect((await administrator.get('/settings')).body).toContain('je aandacht');
    expect((await administrator.get('/settings/outbox?state=failed')).body).toContain(id);
    expect((await administrator.post(`/settings/outbox/${id}/send`)).status).toBe(303);
    await world.runJobs();
    expect((await messageOf(id)).state).toBe('sent');
    expect((await administrator.post(`/settings/outbox/${id}/send`)).status).toBe(404);
    expect(await world.write((tx) => requeueMessage(tx, id))).toBe(false);
  });

  it('cannot be given another header by what someone typed', async () => {
    await expect(world.write((tx) => sendMail(tx, { to: 'a@example.org\r\nBcc: b@example.org', subject: 'x', text: 'x', purpose: 'x' }))).rejects.toThrow(/a_message_has_a_recipient/);
    await expect(world.write((tx) => sendMail(tx, { to: 'a@example.org', subject: 'x\nBcc: b@example.org', text: 'x', purpose: 'x' }))).rejects.toThrow(/a_subject_is_one_line/);
  });

  it('waits when the server cannot be reached, or knows us not', async () => {
    const letter = { id: crypto.randomUUID(), to: 'a@example.org', subject: 'x', text: 'x', sender: 'x', replyTo: undefined };
    const options = { publicUrl: world.url };
    expect(await createMailer('smtp://127.0.0.1:1', options).send(letter)).toMatchObject({ kind: 'later' });
    expect(await createMailer(`smtp://wegwijs:fout@${address}`, options).send(letter)).toMatchObject({ kind: 'later' });
    expect(await createMailer(`smtp://wegwijs:geheim@${address}`, options).send(letter)).toEqual({ kind: 'sent' });
  });
});

describe('mail, without a server', () => {
  let world: World;
  let printed: string[];
  beforeAll(async () => {
    world = await createWorld();
    printed = [];
    world.services.mailer = createMailer(null, { publicUrl: world.url, print: (line) => printed.push(line) });
  });
  afterAll(() => world.close());

  it('stays in the outbox, where the administrator reads it, and is printed for who develops', async () => {
    const id = await world.write((tx) => sendMail(tx, { to: 'dienst@example.org', subject: 'Een vraag', text: `Dag\n${world.url}/referral/${'b'.repeat(46)}\n`, purpose: 'referral-sent' }));
    await world.runJobs();
    const administrator = await world.signIn('administrator');
    const outbox = await administrator.get('/settings/outbox');
    expect(outbox.body).toContain('Er is geen mailserver ingesteld');
    expect(outbox.body).toContain('niet verstuurd');
    const page = await administrator.get(`/settings/outbox/${id}`);
    expect(page.body).toContain(`href="${world.url}/referral/${'b'.repeat(46)}"`);
    expect(printed.join('\n')).toContain('Een vraag');
    const log = await world.read((read) => findLog(read, { act: 'message-read' }));
    expect(log[0]).toMatchObject({ actorId: administrator.accountId, subjects: [{ type: 'message', id }] });
    expect((await administrator.post(`/settings/outbox/${id}/send`)).status).toBe(404);
  });

  it('keeps a text message, to be sent by hand', async () => {
    const id = await world.write((tx) => sendText(tx, { to: '0470 00 00 01', text: 'Je afspraak is morgen om 10 uur.', purpose: 'appointment-reminder' }));
    await world.runJobs();
    const administrator = await world.signIn('administrator');
    expect((await administrator.get('/settings/outbox?channel=sms')).body).toContain('0470 00 00 01');
    expect((await administrator.get(`/settings/outbox/${id}`)).body).toContain('Stuur hem met een telefoon');
  });

  it('is read by administrators alone', async () => {
    const coordinator = await world.signIn(['coordinator', 'policy', 'social-worker']);
    expect((await coordinator.get('/settings/outbox')).status).toBe(403);
  });

  it('is forgotten after half a year', async () => {
    const before = await world.write((tx) => sendMail(tx, { to: 'dienst@example.org', subject: 'Oud', text: 'Oud', purpose: 'referral-sent' }));
    await world.runJobs();
    world.clock.advance({ days: 184 });
    await world.sweep();
    expect(await world.read((read) => findMessage(read, before))).toBeUndefined();
  });
});
