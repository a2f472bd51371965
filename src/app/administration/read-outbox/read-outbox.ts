import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { messageStates, type Channel, type MessageState } from '../../../kernel/messages/message.ts';
import { findMessage, findMessages, requeueMessage, type Message } from '../../../kernel/messages/message.store.ts';
import { text } from '../messages.ts';
import { messageView, outboxView } from './read-outbox.view.tsx';

export interface Outbox {
  messages: Message[];
  state: MessageState | undefined;
  channel: Channel | undefined;
  before: string | undefined;
  /** The last one on this page, when there are more. */
  next: string | undefined;
  /** There is a server to send mail through. */
  sends: boolean;
}

const pageSize = 50;

export const readOutbox = page({
  path: '/settings/outbox',
  permission: 'outbox:read',
  event: unrecorded('to whom and when, not what was written'),
  input: z.strictObject({ state: field.optionalChoice(messageStates), channel: field.optionalChoice(['mail', 'sms']), before: field.optionalId() }),
  load: async ({ read, input, services }): Promise<Outbox> => {
    const found = await findMessages(read, { ...input, limit: pageSize + 1 });
    const messages = found.slice(0, pageSize);
    return { messages, ...input, state: input.state, channel: input.channel, before: input.before, next: found.length > pageSize ? messages.at(-1)!.id : undefined, sends: services.mailer.sends };
  },
  view: outboxView,
});

export const readMessage = page({
  path: '/settings/outbox/:id',
  permission: 'outbox:read',
  event: 'message-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input, services }) => {
    const message = await findMessage(read, input.id);
    return message ? { message, sends: services.mailer.sends } : notFound;
  },
  subjects: ({ message }) => [{ type: 'message', id: message.id }],
  view: messageView,
});

/** For what was kept, refused or left in doubt: someone decides that it goes (again). */
export const resendMessage = act({
  path: '/settings/outbox/:id/send',
  permission: 'outbox:read',
  event: 'message-requeued',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input, services }) => {
    if (!services.mailer.sends || !(await requeueMessage(tx, input.id))) return notFound;
    tx.plan({ job: 'send-message', payload: { message: input.id } });
    tx.record({ act: 'message-requeued', subjects: [{ type: 'message', id: input.id }] });
    return { id: input.id };
  },
  done: ({ id }: { id: string }, { locale }) => seeOther(`/settings/outbox/${id}`, { kind: 'done', text: text(locale, 'outbox.requeued') }),
  again: async () => notFound,
});
