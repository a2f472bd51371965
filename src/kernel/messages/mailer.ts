import { isIP } from 'node:net';
import MailComposer from 'nodemailer/lib/mail-composer';
import { handOver, type Handover, type MailServer } from './hand-over.ts';

export interface Letter {
  /** Id of the message: makes its Message-ID, so that a server that sees it twice can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** Who it comes from, as readers see it: the authority's name. */
  sender: string;
  replyTo: string | undefined;
}

/** How mail leaves the platform. Without a server it does not: it stays in the outbox, where the administrator reads it. */
export interface Mailer {
  /** False when there is no server. */
  sends: boolean;
  send(letter: Letter): Promise<Handover>;
  /** Shows what stays in the outbox in the terminal too; for those who change the software. */
  print(message: { channel: 'mail' | 'sms'; to: string; subject: string; text: string }): void;
}

export interface MailerOptions {
  publicUrl: string;
  print?: (line: string) => void;
}

/**
 * Makes the mailer of `SMTP_URL`: `smtp://name:password@host:587`, or `smtps://` for TLS from the first byte. The address
 * that mails come from is `?from=` in it, or else the name when that is an address, or else wegwijs@ the public host.
 */
export function createMailer(smtpUrl: string | null, { publicUrl, print }: MailerOptions): Mailer {
  const server = smtpUrl === null ? undefined : mailServer(new URL(smtpUrl), new URL(publicUrl).hostname);
  return {
    sends: server !== undefined,
    async send(letter) {
      if (!server) throw new Error('There is no mail server.');
      return handOver(server, letter.to, await compose(letter, server));
    },
    print(message) {
      print?.(printed(message));
    },
  };
}

function mailServer(url: URL, publicHost: string): MailServer {
  const user = decodeURIComponent(url.username);
  const secure = url.protocol === 'smtps:';
  const isHere = url.hostname === 'localhost' || url.hostname.startsWith('127.') || url.hostname === '[::1]';
  const host = isIP(publicHost) === 0 && publicHost !== 'localhost' ? publicHost : 'localhost.localdomain';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password never goes over an open line, except to this machine itself.
    requireTls: user !== '' && !secure && !isHere,
    ...(user === '' ? {} : { login: { user, pass: decodeURIComponent(url.password) } }),
    name: host,
    from: url.searchParams.get('from') ?? (user.includes('@') ? user : `wegwijs@${host}`),
  };
}

function compose({ id, to, subject, text, sender, replyTo }: Letter, { from, name }: MailServer): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: sender, address: from },
    to: { name: '', address: to },
    ...(replyTo ? { replyTo: { name: sender, address: replyTo } } : {}),
    subject,
    text,
    messageId: `<${id}@${name}>`,
    // RFC 3834: no answering machine answers it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function printed({ channel, to, subject, text }: { channel: 'mail' | 'sms'; to: string; subject: string; text: string }): string {
  const indented = text.split('\n').map((line) => `  │ ${line}`);
  return [`  ┌ ${channel} to ${to}`, ...(subject ? [`  │ ${subject}`, '  │'] : []), ...indented, '  └ kept in the outbox; with SMTP_URL it would be sent'].join('\n');
}
