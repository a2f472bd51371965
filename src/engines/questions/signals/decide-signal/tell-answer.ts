import type { Transaction } from '../../../../kernel/db/types.ts';
import { sendMail } from '../../../../kernel/messages/message.ts';
import { text } from '../messages.ts';
import { signalTitle, type Signal } from '../signal.ts';
import { findListeners, insertTold } from './tell.store.ts';

/** Puts the answer on the Today page of everyone who wrote down a part of the signal, and mails it to who wants that. How many they are. */
export async function tellAnswer(tx: Transaction, { signal, stepId, answer, publicUrl }: { signal: Signal; stepId: string; answer: string; publicUrl: string }): Promise<number> {
  const listeners = await findListeners(tx, signal.id);
  await insertTold(tx, signal.id, stepId, listeners.map(({ id }) => id));
  await Promise.all(
    listeners
      .filter(({ byMail }) => byMail)
      .map(({ email, locale }) => {
        const about = signalTitle(locale, signal);
        const body = text(locale, 'answer.mail', { signal: about, answer, link: `${publicUrl}/signals/${signal.id}`, preference: `${publicUrl}/signals/mail` });
        return sendMail(tx, { to: email, subject: text(locale, 'answer.mail.subject'), text: body, purpose: 'signal-answer', subjectOf: { type: 'signal', id: signal.id } });
      }),
  );
  return listeners.length;
}
