import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { findInboxes, setInboxClosed, type KeptInbox } from '../inbox.store.ts';
import { text } from '../messages.ts';
import { endReceiverLinks, inboxPurpose } from '../receiver-link.store.ts';
import { keepInboxesView } from './keep-inboxes.view.tsx';

const path = '/settings/referral-inboxes';

/** The lists that mailboxes of organisations asked for: when they were read last, and closing them. */
export const keepInboxesPage = page({
  path,
  permission: 'referrals:settings',
  event: unrecorded('mailboxes of organisations, nobody is read'),
  load: async ({ read }): Promise<KeptInbox[]> => findInboxes(read),
  view: keepInboxesView,
});

/** Whoever had a link to the list has none any more, at once. */
export const closeInboxAct = change('close', true, 'referral-inbox-closed');
export const openAgainAct = change('open', false, 'referral-inbox-reopened');

function change(name: 'close' | 'open', isClosed: boolean, event: string) {
  return act({
    path: `${path}/:id/${name}`,
    permission: 'referrals:settings',
    event,
    input: z.strictObject({ id: field.id() }),
    act: async ({ tx, input: { id } }) => {
      if (!(await setInboxClosed(tx, id, isClosed))) return notFound;
      if (isClosed) await endReceiverLinks(tx, id, inboxPurpose);
      tx.record({ act: event, subjects: [{ type: 'referral-inbox', id }] });
      return {};
    },
    done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, `inboxes.${name}.done`) }),
    again: async (context) => keepInboxesView(await findInboxes(context.read), context),
  });
}
