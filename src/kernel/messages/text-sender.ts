import type { Handover } from './hand-over.ts';

/** How text messages leave. A provider's adapter answers as a mail server does; it must hand over at most once per id. */
export interface TextSender {
  send(message: { id: string; to: string; text: string }): Promise<Handover | { kind: 'kept' }>;
}

/** Without a provider a text message stays in the outbox, where someone can read it and send it from a telephone. */
export const outboxOnly: TextSender = {
  send: async () => ({ kind: 'kept' }),
};
