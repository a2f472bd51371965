import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { themeLabel, type Theme } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { findRecent } from '../recent.store.ts';
import { refuseTheme } from '../question-fields.ts';
import { recordQuestion } from '../register.ts';
import { recordQuestionAct } from './record-question.ts';

/** The last question of this desk once more, of somebody else: nobody's, now, without its note. */
export const recordAgainAct = act({
  path: '/questions/again',
  permission: 'questions:record',
  event: 'question-recorded',
  input: z.strictObject({}),
  act: async ({ tx, actor }): Promise<Outcome<{ id: string; theme: Theme }>> => {
    const [last] = (await findRecent(tx, actor.id)).last;
    if (!last) return refuse('nothing-recorded', { status: 409 });
    const { theme, subThemeId, channel, language, municipality, place, handling, minutes, serviceId } = last;
    const refused = await refuseTheme(tx, { theme, subTheme: subThemeId ?? undefined });
    if (refused) return refused;
    const { id } = await recordQuestion(tx, { theme, subThemeId, channel, language, municipality, placeId: place?.id ?? null, handling, minutes, serviceId });
    return { id, theme };
  },
  done: ({ theme }, { locale }) => seeOther('/questions/new', { kind: 'done', text: text(locale, 'record.again.done', { theme: themeLabel(locale, theme) }) }),
  again: (context) => recordQuestionAct.again(context),
  api: { summary: 'Record the last question once more, of nobody in particular', output: z.object({ id: z.uuid() }), present: ({ id }) => ({ id }), status: 201 },
});
