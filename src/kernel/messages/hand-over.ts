import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface MailServer {
  host: string;
  port: number;
  secure: boolean;
  requireTls: boolean;
  login?: { user: string; pass: string };
  /** By which name we greet, and after the @ of message ids. */
  name: string;
  from: string;
}

/**
 * What became of a mail. 'later': nothing left, it may be tried again. 'refused': the server wants it never. 'uncertain':
 * its text was on its way when the line broke, so that only a person can say whether it arrived.
 */
export type Handover = { kind: 'sent' } | { kind: 'later' | 'refused' | 'uncertain'; error: string };

const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

interface SmtpError extends Error {
  responseCode?: number;
  command?: string;
}

/** Gives one mail to the server; never throws. */
export function handOver(server: MailServer, to: string, mail: Buffer): Promise<Handover> {
  const connection = new SMTPConnection({ host: server.host, port: server.port, secure: server.secure, requireTLS: server.requireTls, name: server.name, ...patience });
  let hasBegun = false;
  // The server asks for the text only once it accepted sender and recipient: from its first byte the outcome is no longer ours to know.
  const text = new Readable({
    read() {
      hasBegun = true;
      this.push(mail);
      this.push(null);
    },
  });
  return new Promise<Handover>((resolve) => {
    const failed = (error: SmtpError) => {
      connection.close();
      resolve(outcomeOf(error, hasBegun));
    };
    const send = () =>
      connection.send({ from: server.from, to, size: mail.length }, text, (error) => {
        if (error) return failed(error);
        connection.quit();
        resolve({ kind: 'sent' });
      });
    connection.once('error', failed);
    connection.connect((error?: SmtpError) => {
      if (error) return failed(error);
      if (!server.login) return send();
      connection.login({ credentials: server.login }, (refused) => (refused ? failed(refused) : send()));
    });
  });
}

/** Commands whose refusal is about this mail; any other is about the line or the login, which may be put right. */
const aboutThisMail = /^(MAIL FROM|RCPT TO|DATA)/;

function outcomeOf(error: SmtpError, hasBegun: boolean): Handover {
  const why = error.message.slice(0, 300);
  if (error.responseCode === undefined) return { kind: hasBegun ? 'uncertain' : 'later', error: why };
  const isForGood = error.responseCode >= 500 && (hasBegun || aboutThisMail.test(error.command ?? ''));
  return { kind: isForGood ? 'refused' : 'later', error: why };
}
