import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { text } from './messages.ts';
import { undoTurn } from './turn.ts';

/** Takes a split or a merge back, as long as neither household changed since. */
export const undoTurnAct = act({
  path: '/households/turns/:turn/undo',
  permission: 'people:change',
  event: 'household-turn-undone',
  input: z.strictObject({ turn: field.id() }),
  act: async ({ input: { turn }, tx }): Promise<Outcome<{ householdId: string }>> => {
    const undone = await undoTurn(tx, turn);
    return undone || notFound;
  },
  done: ({ householdId }, { locale }) => seeOther(`/households/${householdId}`, { kind: 'done', text: text(locale, 'undone') }),
  again: async () => notFound,
  api: { summary: 'Take back a split or a merge of households, as long as neither changed since', output: z.object({ householdId: z.uuid() }) },
});
