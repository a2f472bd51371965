import type { Transaction } from '../db/types.ts';
import { newId } from '../id.ts';
import { insertMessage } from './message.store.ts';

export type Channel = 'mail' | 'sms';

/**
 * waiting → sending → sent, or failed when the server refuses it or stays away for a day, or uncertain when the line or the
 * platform broke while it was being sent. kept: there is nothing to send it through.
 */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'uncertain';
export const messageStates = ['waiting', 'sending', 'sent', 'kept', 'failed', 'uncertain'] as const satisfies readonly MessageState[];

export interface NewMail {
  to: string;
  /** One line; holds no name of a person. */
  subject: string;
  /** Plain text; holds no name of a person, since a mail lies open on its way. */
  text: string;
  /** The act it belongs to, as a code: 'account-invitation', 'referral-sent'. */
  purpose: string;
  /** What it is about. */
  subjectOf?: { type: string; id: string };
}

/** Puts a mail in the outbox and plans its sending, with the act itself. Returns the message's id. */
export async function sendMail(tx: Transaction, { to, subject, text, purpose, subjectOf }: NewMail): Promise<string> {
  return queue(tx, { channel: 'mail', recipient: to, subject, body: text, purpose, subjectOf });
}

export interface NewText {
  /** A telephone number, as it was given. */
  to: string;
  /** Holds no name of a person. */
  text: string;
  purpose: string;
  subjectOf?: { type: string; id: string };
}

/** Puts a text message in the outbox and plans its sending, with the act itself. */
export async function sendText(tx: Transaction, { to, text, purpose, subjectOf }: NewText): Promise<string> {
  return queue(tx, { channel: 'sms', recipient: to, subject: '', body: text, purpose, subjectOf });
}

async function queue(tx: Transaction, message: { channel: Channel; recipient: string; subject: string; body: string; purpose: string; subjectOf: { type: string; id: string } | undefined }): Promise<string> {
  const id = newId();
  await insertMessage(tx, { id, ...message });
  tx.plan({ job: 'send-message', payload: { message: id } });
  return id;
}
