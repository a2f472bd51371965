import type { JobContext } from '../jobs/job.ts';
import { claimMessage, closeMessage, getSender, markInterrupted, type Message } from './message.store.ts';
import { outboxOnly, type TextSender } from './text-sender.ts';
import type { Handover } from './hand-over.ts';

/** Between one try and the next, in minutes: a server that is away is waited for, for a little over a day. */
const waits = [1, 5, 15, 60, 4 * 60, 8 * 60, 12 * 60];

/**
 * The job 'send-message': at most one mail. The message is claimed and the claim committed before anything leaves; what is
 * found claimed when the job runs again was being sent when the platform stopped, and becomes 'uncertain': it is shown
 * to the administrator and never sent again by itself.
 */
export async function sendMessage(context: JobContext, payload: { message?: string }): Promise<void> {
  const id = payload.message;
  if (!id) throw new Error('The job names no message.');
  const claimed = await context.write(async (tx) => {
    const message = await claimMessage(tx, id);
    if (message) return { message, sender: await getSender(tx) };
    if (await markInterrupted(tx, id, 'interrupted')) tx.record({ act: 'message-uncertain', subjects: [{ type: 'message', id }] });
    return undefined;
  });
  if (!claimed) return;
  const outcome = await leave(context, claimed.message, claimed.sender, outboxOnly);
  await context.write(async (tx) => {
    if (outcome.kind === 'later' && claimed.message.attempts <= waits.length) {
      await closeMessage(tx, id, { state: 'waiting', error: outcome.error });
      const notBefore = tx.now.add({ minutes: waits[claimed.message.attempts - 1]! });
      return tx.plan({ job: 'send-message', payload: { message: id }, notBefore });
    }
    const state = outcome.kind === 'later' || outcome.kind === 'refused' ? 'failed' : outcome.kind;
    const body = state === 'sent' ? withoutSecrets(claimed.message.body) : undefined;
    await closeMessage(tx, id, { state, ...('error' in outcome ? { error: outcome.error } : {}), ...(body === undefined ? {} : { body }) });
    tx.record({ act: `message-${state}`, subjects: [{ type: 'message', id }], detail: { channel: claimed.message.channel, purpose: claimed.message.purpose } });
  });
}

async function leave({ services }: JobContext, message: Message, sender: { name: string; email: string | undefined }, texts: TextSender): Promise<Handover | { kind: 'kept' }> {
  const { id, channel, recipient, subject, body } = message;
  if (channel === 'mail' && services.mailer.sends) {
    return services.mailer.send({ id, to: recipient, subject, text: body, sender: sender.name, replyTo: sender.email });
  }
  const outcome = channel === 'sms' ? await texts.send({ id, to: recipient, text: body }) : { kind: 'kept' as const };
  if (outcome.kind === 'kept') services.mailer.print({ channel, to: recipient, subject, text: body });
  return outcome;
}

/** Once a mail has left, the outbox shows what was written but not the key that was in it. */
export function withoutSecrets(body: string): string {
  return body.replace(/(?<=\/)[\w-]{46}(?![\w-])/g, '…');
}
