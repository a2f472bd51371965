import { z } from 'zod';
import { openSealing } from '../../../kernel/access/sealing.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { Services } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { findPersonHead, type PersonHead } from '../person-frame.tsx';
import { findTerms, type Term } from '../terms/term.ts';
import { listNotesView } from './list-notes.view.tsx';
import { unsealContent, type SealedNote } from './note.ts';
import { findOpenUntil, findSealed } from './sealed.store.ts';

export interface OpenSeal extends PersonHead {
  /** Until when it is open; undefined when it is closed, and then there are no notes. */
  until: Temporal.Instant | undefined;
  notes: SealedNote[];
  /** Notes that were sealed with a key that is not here any more. */
  unreadable: number;
  terms: Term[];
}

/** What is under seal, for whoever has it open. */
export const listNotesPage = page({
  path: '/people/:id/sealed/notes',
  permission: 'people:sealed',
  event: 'sealed-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id }, actor, services }): Promise<Outcome<OpenSeal>> => {
    const head = await findPersonHead(read, id);
    if (!head) return notFound;
    const until = await findOpenUntil(read, { personId: id, accountId: actor.id });
    const { notes, unreadable } = until ? await readNotes(read, services, id) : { notes: [], unreadable: 0 };
    return { ...head, until, notes, unreadable, terms: await findTerms(read, 'vulnerability') };
  },
  view: (open, context) => (open.until ? listNotesView({ ...open, until: open.until }, context) : seeOther(`/people/${open.person.id}/sealed`)),
  subjects: ({ person: { id }, until }) => (until ? [{ type: 'person', id }] : []),
  api: {
    summary: 'Read what is under seal of a person, while you have it open',
    output: z.object({ until: z.iso.datetime().nullable(), notes: z.array(z.object({ id: z.uuid(), version: z.int(), type: z.string(), since: z.iso.date().nullable(), words: z.string().nullable(), notedAt: z.iso.datetime() })) }),
    present: ({ until, notes }) => ({ until: until ?? null, notes }),
  },
});

/** All notes of a person, unsealed. Ask first whether the seal is open. */
export async function readNotes(read: Read, { dataFolder }: Pick<Services, 'dataFolder'>, personId: string): Promise<{ notes: SealedNote[]; unreadable: number }> {
  const sealing = await openSealing(dataFolder);
  const rows = await findSealed(read, personId);
  const notes = rows.flatMap(({ sealed, ...row }) => {
    const content = unsealContent(sealing, sealed, { tenantId: read.scope.tenantId, id: row.id });
    return content ? [{ ...row, ...content }] : [];
  });
  return { notes, unreadable: rows.length - notes.length };
}
