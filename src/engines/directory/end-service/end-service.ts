import { z } from 'zod';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { showServiceAgain } from '../open-service/open-service.ts';
import { endService, findService } from '../service.store.ts';

const input = z.strictObject({ id: field.id() });
const output = z.object({ id: z.uuid() });

export const endServiceAct = act({
  path: '/directory/services/:id/end',
  permission: 'directory:change',
  event: 'service-ended',
  input,
  act: async ({ input: { id }, tx, today }) => setEnded(tx, id, today),
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'end.done') }),
  again: showServiceAgain,
  api: { summary: 'End a service: it is found no more', output },
});

export const restartServiceAct = act({
  path: '/directory/services/:id/restart',
  permission: 'directory:change',
  event: 'service-restarted',
  input,
  act: async ({ input: { id }, tx }) => setEnded(tx, id, null),
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'restart.done') }),
  again: showServiceAgain,
  api: { summary: 'Bring back a service that was ended', output },
});

async function setEnded(tx: Transaction, id: string, day: Temporal.PlainDate | null): Promise<Outcome<{ id: string }>> {
  if (!(await endService(tx, id, day))) {
    return (await findService(tx, id)) ? refuse(day ? 'ended-already' : 'exists-already', { status: 409 }) : notFound;
  }
  tx.record({ act: day ? 'service-ended' : 'service-restarted', subjects: [{ type: 'service', id }] });
  return { id };
}
