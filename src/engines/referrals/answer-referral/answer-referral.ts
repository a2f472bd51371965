import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { notFound, refuse, Refusal } from '../../../kernel/http/refusal.ts';
import { act, page, type Route } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { makeMove } from '../make-move.ts';
import { answerPurpose, inboxPurpose } from '../receiver-link.store.ts';
import { refusalSaid } from '../refusal-said.ts';
import { isEnded, isWaiting } from '../referral.ts';
import { tellSender } from '../tell-sender.ts';
import { findNotes, type Note } from '../write-note/note.store.ts';
import { writeNote } from '../write-note/write-note.ts';
import { coverView, receiverView, shutView } from './answer-referral.view.tsx';
import { answerShape, giveAnswer } from './give-answer.ts';
import { isTooOften, ownReferral, type Opened } from './own-referral.ts';
import { sharedPerson, type SharedPerson } from './shared-person.ts';

/** What the receiver sees: everything shared, or why nothing is. */
export type ReceiverScreen = { base: string; fromInbox: boolean } & (
  | (Extract<Opened, { kind: 'open' }> & { person: SharedPerson; notes: Note[]; values: FormValues; errors: FieldErrors })
  | Exclude<Opened, { kind: 'open' }>
);

interface Way {
  /** Where these pages stand: behind the link of one referral, or within the list of a mailbox. */
  path: string;
  purpose: typeof answerPurpose | typeof inboxPurpose;
  base: (context: Pick<ViewContext, 'linkSecret'>, id: string | undefined) => string;
}

const ways: readonly Way[] = [
  { path: '/referral/:secret', purpose: answerPurpose, base: ({ linkSecret }) => `/referral/${linkSecret}` },
  { path: '/referral-inbox/:secret/referral/:id', purpose: inboxPurpose, base: ({ linkSecret }, id) => `/referral-inbox/${linkSecret}/referral/${id}` },
];

/** The pages and acts of whoever answers, once for each way in. */
export const answerRoutes: Route[] = ways.flatMap(routesOf);

function routesOf({ path, purpose, base }: Way): Route[] {
  const link = { link: purpose };
  const isInbox = purpose === inboxPurpose;
  // Only within a list does the path say which one.
  const one = isInbox ? { id: field.id() } : {};
  const idOf = (input: unknown) => (input as { id?: string }).id;
  const shown = async (read: Read, context: ViewContext, id: string | undefined, values: FormValues, errors: FieldErrors): Promise<ReceiverScreen | undefined> => {
    const opened = await ownReferral(read, context, id);
    if (!opened) return undefined;
    const where = { base: base(context, id), fromInbox: isInbox };
    if (opened.kind !== 'open') return { ...opened, ...where };
    const person = await sharedPerson(read, opened.referral, opened.consent);
    return person && { ...opened, ...where, person, notes: await findNotes(read, [opened.referral.id]), values, errors };
  };
  const again = async (context: AgainContext) => {
    const screen = await shown(context.read, context, context.params['id'], context.values, context.errors);
    if (!screen) return notFound;
    if (screen.kind !== 'open') return shutView(screen, context);
    return receiverView({ ...screen, errors: { ...screen.errors, ...refusalSaid(context, screen.referral.state) } }, context);
  };
  const toFile = (id: string | undefined, context: ViewContext, key?: 'receiver.done' | 'receiver.taken-back' | 'receiver.called-off' | 'receiver.noted') =>
    seeOther(`${base(context, id)}/file`, key && { kind: 'done', text: text(context.locale, key, { tenant: context.tenant.name }) });

  const coverPage = page({
    path,
    permission: link,
    event: { unrecorded: 'the cover names nobody' },
    input: z.strictObject(one),
    load: async (context) => {
      const opened = await ownReferral(context.read, context, idOf(context.input));
      return opened ? { ...opened, base: base(context, idOf(context.input)) } : notFound;
    },
    view: (opened, context) => (opened.kind === 'open' ? coverView(opened.referral, opened.base, context) : shutView(opened, context)),
  });

  const openAct = act({
    path: `${path}/open`,
    permission: link,
    event: 'referral-seen',
    input: z.strictObject(one),
    act: async (context) => {
      const { tx } = context;
      const id = idOf(context.input);
      const opened = await ownReferral(tx, context, id);
      if (!opened) return notFound;
      if (context.actor.kind === 'link' && (await isTooOften(tx, 'referral opened', context.actor.id, 60))) return refuse('too-often');
      if (opened.kind === 'open' && opened.referral.state === 'sent') await makeMove(tx, opened.referral, 'open', 'receiver', { version: opened.referral.version });
      return { id };
    },
    done: ({ id }, context) => toFile(id, context),
    again,
  });

  const filePage = page({
    path: `${path}/file`,
    permission: link,
    event: 'referral-read',
    input: z.strictObject(one),
    load: async (context) => (await shown(context.read, context, idOf(context.input), {}, {})) ?? notFound,
    view: (screen, context) => (screen.kind === 'open' ? receiverView(screen, context) : shutView(screen, context)),
    subjects: (screen) => (screen.kind === 'open' ? [{ type: 'referral', id: screen.referral.id }, { type: 'person', id: screen.referral.personId! }] : []),
  });

  const answerAct = act({
    path: `${path}/answer`,
    permission: link,
    event: 'referral-accepted',
    input: z.strictObject({ ...one, ...answerShape }),
    act: async (context) => {
      const { tx, input } = context;
      const opened = await ownReferral(tx, context, idOf(input));
      if (!opened) return notFound;
      if (opened.kind !== 'open') return refuse(opened.kind);
      if (context.actor.kind === 'link' && (await isTooOften(tx, 'referral answered', context.actor.id, 30))) return refuse('too-often');
      const refusal = await giveAnswer(tx, opened.referral, input, 'receiver');
      if (refusal instanceof Refusal) return refusal;
      // Whoever agreed on an earlier moment with the person must hear that it is another one.
      if (input.answer === 'appoint' && opened.referral.state === 'appointment') await tellSender(tx, opened.referral, context, 'moved');
      return { id: idOf(input), back: isInbox && isWaiting(opened.referral.state) };
    },
    done: ({ id, back }, context) => (back ? seeOther(`/referral-inbox/${context.linkSecret}/list`, { kind: 'done', text: text(context.locale, 'receiver.done', { tenant: context.tenant.name }) }) : toFile(id, context, 'receiver.done')),
    again,
  });

  const simpleMove = (name: 'take-back' | 'call-off', event: string, said: 'receiver.taken-back' | 'receiver.called-off') =>
    act({
      path: `${path}/${name}`,
      permission: link,
      event,
      input: z.strictObject({ ...one, version: field.version() }),
      act: async (context) => {
        const { tx, input } = context;
        const id = idOf(input);
        const opened = await ownReferral(tx, context, id);
        if (!opened) return notFound;
        if (opened.kind !== 'open') return refuse(opened.kind);
        const refusal = await makeMove(tx, opened.referral, name, 'receiver', { version: (input as { version: number }).version });
        if (!refusal && opened.referral.state === 'appointment') await tellSender(tx, opened.referral, context, 'called-off');
        return refusal ?? { id };
      },
      done: ({ id }, context) => toFile(id, context, said),
      again,
    });

  const noteAct = act({
    path: `${path}/note`,
    permission: link,
    event: 'referral-note-written',
    input: z.strictObject({ ...one, body: field.text(1000) }),
    act: async (context) => {
      const { tx, input } = context;
      const id = idOf(input);
      const opened = await ownReferral(tx, context, id);
      if (!opened) return notFound;
      if (opened.kind !== 'open') return refuse(opened.kind);
      if (isEnded(opened.referral.state)) return refuse('not-now', { status: 409 });
      if (context.actor.kind === 'link' && (await isTooOften(tx, 'referral note', context.actor.id, 20))) return refuse('too-often');
      await writeNote(tx, opened.referral, { by: 'receiver', body: input.body, accountId: null });
      await tellSender(tx, opened.referral, context, 'note');
      return { id };
    },
    done: ({ id }, context) => toFile(id, context, 'receiver.noted'),
    again,
  });

  return [noteAct, coverPage, openAct, filePage, answerAct, simpleMove('take-back', 'referral-answer-taken-back', 'receiver.taken-back'), simpleMove('call-off', 'referral-appointment-called-off', 'receiver.called-off')];
}
