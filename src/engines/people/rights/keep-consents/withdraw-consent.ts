import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { findPerson } from '../../person.store.ts';
import { findConsentById, findConsentsOf, withdrawConsent } from '../consent.store.ts';
import { text } from '../messages.ts';
import { listConsentsView } from './list-consents.view.tsx';

/** From now on nothing more is shared on this ground: whoever shares asks for it again each time. A second time changes nothing. */
export const withdrawConsentAct = act({
  path: '/people/:id/consents/:consent/withdraw',
  permission: 'people:change',
  event: 'consent-withdrawn',
  input: z.strictObject({ id: field.id(), consent: field.id() }),
  act: async ({ tx, input, today }): Promise<Outcome<{ personId: string; recipient: string }>> => {
    const consent = await findConsentById(tx, input.consent);
    if (consent?.personId !== input.id) return notFound;
    await withdrawConsent(tx, { id: consent.id, on: today, by: consent.basis === 'consent' ? 'person' : 'authority' });
    return { personId: input.id, recipient: consent.recipientName };
  },
  done: ({ personId, recipient }, { locale }) => seeOther(`/people/${personId}/consents`, { kind: 'done', text: text(locale, 'consent.withdrawn', { recipient }) }),
  again: async (context) => {
    const person = await findPerson(context.read, context.params['id']!);
    return person ? listConsentsView({ person, consents: await findConsentsOf(context.read, person.id) }, context) : notFound;
  },
  api: { summary: 'Withdraw a consent', output: z.object({ personId: z.uuid(), recipient: z.string() }) },
});
