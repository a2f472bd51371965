import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { showServiceAgain } from '../open-service/open-service.ts';
import { notAcceptingReasons } from '../service.ts';
import { setAccepting } from '../service.store.ts';

const output = z.object({ id: z.uuid() });

export const stopAcceptingAct = act({
  path: '/directory/services/:id/stop-accepting',
  permission: 'directory:change',
  event: 'service-stopped-accepting',
  input: z.strictObject({ id: field.id(), reason: field.choice(notAcceptingReasons) }),
  act: async ({ input: { id, reason }, tx, today }): Promise<Outcome<{ id: string }>> => {
    if (!(await setAccepting(tx, id, { reason, since: today }))) return notFound;
    tx.record({ act: 'service-stopped-accepting', subjects: [{ type: 'service', id }], detail: { reason } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'stop-accepting.done') }),
  again: showServiceAgain,
  api: { summary: 'Say that a service takes nobody on for now', output },
});

export const acceptPeopleAct = act({
  path: '/directory/services/:id/accept',
  permission: 'directory:change',
  event: 'service-accepting',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx }): Promise<Outcome<{ id: string }>> => {
    if (!(await setAccepting(tx, id, null))) return notFound;
    tx.record({ act: 'service-accepting', subjects: [{ type: 'service', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'accept.done') }),
  again: showServiceAgain,
  api: { summary: 'Say that a service takes people on again', output },
});
