import { z } from 'zod';
import { seeOther } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { putMailPreference, wantsMail } from '../decide-signal/tell.store.ts';
import { text } from '../messages.ts';
import { chooseMailView } from './choose-mail.view.tsx';

export const chooseMailPage = page({
  path: '/signals/mail',
  permission: 'questions:signals-raise',
  event: unrecorded("the reader's own preference"),
  load: async ({ read, actor }) => ({ byMail: await wantsMail(read, actor.id) }),
  view: chooseMailView,
});

/** Whether answers on signals come by mail too. */
export const chooseMailAct = act({
  path: '/signals/mail',
  permission: 'questions:signals-raise',
  event: 'signal-mail-chosen',
  input: z.strictObject({ byMail: field.flag() }),
  act: async ({ input: { byMail }, tx, actor }) => {
    await putMailPreference(tx, actor.id, byMail);
    tx.record({ act: 'signal-mail-chosen', subjects: [], detail: { byMail: byMail ? 'yes' : 'no' } });
    return { byMail };
  },
  done: (_, { locale }) => seeOther('/signals/mail', { kind: 'done', text: text(locale, 'mail.done') }),
  again: async ({ read, actor, ...context }) => chooseMailView({ byMail: await wantsMail(read, actor.id) }, { ...context, actor }),
});
