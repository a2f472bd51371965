import { z } from 'zod';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { newId } from '../../../kernel/id.ts';
import { findService } from '../../directory/index.ts';
import { heldConsent } from '../consent.ts';
import { mailLink, subjectsOf } from '../deliver.ts';
import { text } from '../messages.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { isEnded, type Referral } from '../referral.ts';
import { findReferral } from '../referral.store.ts';
import { insertNote, type Note } from './note.store.ts';

/** Something more for the service: shared like the rest, so only while the person still agrees. */
export const writeNoteAct = act({
  path: '/referrals/:id/notes',
  permission: 'referrals:send',
  event: 'referral-note-written',
  input: z.strictObject({ id: field.id(), body: field.text(1000) }),
  act: async ({ tx, input, tenant, publicUrl, actor }) => {
    const referral = await findReferral(tx, input.id);
    if (!referral) return notFound;
    if (referral.state === 'prepared' || isEnded(referral.state)) return refuse('not-now', { status: 409 });
    if (!(await heldConsent(tx, referral))) return refuse('no-consent');
    await writeNote(tx, referral, { by: 'sender', body: input.body, accountId: actor.kind === 'account' ? actor.id : null });
    const service = await findService(tx, referral.serviceId);
    if (service?.email) await mailLink(tx, referral, service.email, { tenant, publicUrl }, 'note');
    return { id: referral.id };
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'note.done') }),
  again: refusedOnPage,
  api: { summary: 'Write something more for the service', output: z.object({ id: z.uuid() }) },
});

export async function writeNote(tx: Transaction, referral: Referral, { by, body, accountId }: { by: Note['by']; body: string; accountId: string | null }): Promise<void> {
  await insertNote(tx, { id: newId(), referralId: referral.id, by, body, accountId });
  tx.record({ act: 'referral-note-written', subjects: subjectsOf(referral), detail: { by } });
}
