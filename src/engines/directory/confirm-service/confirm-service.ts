import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { showServiceAgain } from '../open-service/open-service.ts';
import { confirmService } from '../service.store.ts';

export const confirmServiceAct = act({
  path: '/directory/services/:id/confirm',
  permission: 'directory:change',
  event: 'service-confirmed',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx, today }): Promise<Outcome<{ id: string }>> => {
    if (!(await confirmService(tx, id, today))) return notFound;
    tx.record({ act: 'service-confirmed', subjects: [{ type: 'service', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/services/${id}`, { kind: 'done', text: text(locale, 'confirm.done') }),
  again: showServiceAgain,
  api: { summary: 'Say that what stands of a service still holds', output: z.object({ id: z.uuid() }) },
});
