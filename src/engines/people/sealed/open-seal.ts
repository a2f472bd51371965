import { z } from 'zod';
import { findAccounts } from '../../../kernel/access/account.store.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { formatTime } from '../../../kernel/i18n/format.ts';
import { sendMail } from '../../../kernel/messages/message.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findPersonHead, type PersonHead } from '../person-frame.tsx';
import { text } from './messages.ts';
import { openingLengths, openingReasons } from './note.ts';
import { openSealView } from './open-seal.view.tsx';
import { closeOpenings, countSealed, findOpenings, findOpenUntil, insertOpening, type Opening } from './sealed.store.ts';

export interface ClosedSeal extends PersonHead {
  /** How many notes there are under the seal. */
  count: number;
  /** Who opened it before. */
  openings: Opening[];
  /** The reader has it open by now. */
  isOpen: boolean;
  filled: { reason: string; reasonText: string; minutes: string };
  errors: FieldErrors;
}

/** The part under seal, closed: that there is something, who opened it, and how it is opened. */
export const openSealPage = page({
  path: '/people/:id/sealed',
  permission: 'people:sealed',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id }, actor }): Promise<Outcome<ClosedSeal>> => {
    const head = await findPersonHead(read, id);
    if (!head) return notFound;
    const isOpen = (await findOpenUntil(read, { personId: id, accountId: actor.id })) !== undefined;
    return { ...head, count: await countSealed(read, id), openings: await findOpenings(read, { personId: id }), isOpen, filled: { reason: '', reasonText: '', minutes: '30' }, errors: {} };
  },
  view: (closed, context) => (closed.isOpen ? seeOther(`/people/${closed.person.id}/sealed/notes`) : openSealView(closed, context)),
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

/** Opens the seal for whoever asks, for an hour at most. The coordinators get a mail that names nobody; the team sees it on the page of today. */
export const openSealAct = act({
  path: '/people/:id/sealed',
  permission: 'people:sealed',
  event: 'seal-opened',
  input: z.strictObject({ id: field.id(), reason: field.choice(openingReasons), reasonText: field.text(500), minutes: field.choice(openingLengths) }),
  act: async ({ input: { id, reason, reasonText, minutes }, tx, actor, publicUrl }): Promise<Outcome<{ id: string; until: string }>> => {
    if (actor.kind !== 'account' || !(await findPersonHead(tx, id))) return notFound;
    const endsAt = tx.now.add({ minutes: Number(minutes) });
    await insertOpening(tx, { personId: id, accountId: actor.id, reason, reasonText, endsAt });
    tx.record({ act: 'seal-opened', subjects: [{ type: 'person', id }], detail: { reason, minutes: Number(minutes) } });
    await tellTeam(tx, { personId: id, openedBy: actor.id, publicUrl });
    return { id, until: endsAt.toString() };
  },
  done: ({ id, until }, { locale }) => seeOther(`/people/${id}/sealed/notes`, { kind: 'warning', text: text(locale, 'open.done', { time: formatTime(locale, Temporal.Instant.from(until)) }) }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors } = context;
    const head = await findPersonHead(read, params['id']!);
    if (!head) return notFound;
    const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
    const filled = { reason: one('reason'), reasonText: one('reasonText'), minutes: one('minutes') || '30' };
    return openSealView({ ...head, count: await countSealed(read, head.person.id), openings: await findOpenings(read, { personId: head.person.id }), isOpen: false, filled, errors }, context);
  },
  api: { summary: 'Open what is under seal of a person, for the account that asks, with a reason', output: z.object({ id: z.uuid(), until: z.iso.datetime() }) },
});

async function tellTeam(tx: Transaction, { personId, openedBy, publicUrl }: { personId: string; openedBy: string; publicUrl: string }): Promise<void> {
  const coordinators = (await findAccounts(tx, { role: 'coordinator' })).filter(({ id }) => id !== openedBy);
  const url = `${publicUrl}/people/seal-openings`;
  for (const { email, locale } of coordinators)
    await sendMail(tx, { to: email, subject: text(locale, 'mail.subject'), text: text(locale, 'mail.text', { url }), purpose: 'seal-opened', subjectOf: { type: 'person', id: personId } });
}

export const closeSealAct = act({
  path: '/people/:id/sealed/close',
  permission: 'people:sealed',
  event: 'seal-closed',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx, actor }): Promise<Outcome<{ id: string }>> => {
    if (!(await closeOpenings(tx, { personId: id, accountId: actor.id }))) return notFound;
    tx.record({ act: 'seal-closed', subjects: [{ type: 'person', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/sealed`, { kind: 'done', text: text(locale, 'close.done') }),
  again: async () => notFound,
  api: { summary: 'Close what you opened under seal', output: z.object({ id: z.uuid() }) },
});
