import { z } from 'zod';
import { seeOther } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { markRead } from '../decide-signal/tell.store.ts';
import { showSignalAgain } from '../open-signal/open-signal.ts';

/** The reader has read the answer: it leaves their Today page. */
export const readAnswerAct = act({
  path: '/signals/:id/read',
  permission: 'questions:signals',
  event: 'signal-answer-read',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx, actor }) => {
    if (!(await markRead(tx, id, actor.id))) return notFound;
    tx.record({ act: 'signal-answer-read', subjects: [{ type: 'signal', id }] });
    return { id };
  },
  done: () => seeOther('/'),
  again: showSignalAgain,
  api: { summary: 'Note that the answer on a signal was read', output: z.object({ id: z.uuid() }) },
});
