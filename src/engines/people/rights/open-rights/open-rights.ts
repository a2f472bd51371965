import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page } from '../../../../kernel/http/route.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { text } from '../messages.ts';
import { findRestriction, type Restriction } from '../restriction.store.ts';
import { openRightsView } from './open-rights.view.tsx';

export interface Rights {
  person: Person;
  restriction: Restriction | undefined;
  errors: FieldErrors;
  /** Why the last act was refused, in words. */
  refused?: string | undefined;
}

async function loadRights(read: Read, id: string): Promise<Rights | undefined> {
  const person = await findPerson(read, id);
  if (!person) return undefined;
  return { person, restriction: person.isRestricted ? await findRestriction(read, id) : undefined, errors: {} };
}

export const openRightsPage = page({
  path: '/people/:id/rights',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<Rights>> => (await loadRights(read, id)) ?? notFound,
  view: (rights, context) => openRightsView(rights, context),
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

const refusals = ['not-yours-to-open', 'open-first', 'restricted-already'] as const;

/** The page once more, after an act on it was refused. */
export async function showRightsAgain(context: AgainContext) {
  const rights = await loadRights(context.read, context.params['id']!);
  if (!rights) return notFound;
  const name = refusals.find((each) => each === context.refusal?.name);
  return openRightsView({ ...rights, errors: context.errors, refused: name && text(context.locale, `refusal.${name}`) }, context);
}
