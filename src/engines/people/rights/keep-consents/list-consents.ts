import { z } from 'zod';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page } from '../../../../kernel/http/route.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { consentJson, consentOut } from '../consent-json.ts';
import { findConsentsOf } from '../consent.store.ts';
import type { Consent } from '../consent.ts';
import { listConsentsView } from './list-consents.view.tsx';

export interface PersonsConsents {
  person: Person;
  /** The newest first. */
  consents: Consent[];
}

export const listConsentsPage = page({
  path: '/people/:id/consents',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<PersonsConsents>> => {
    const person = await findPerson(read, id);
    return person ? { person, consents: await findConsentsOf(read, id) } : notFound;
  },
  view: listConsentsView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: { summary: 'Who may be told what of a person', output: z.array(consentJson), present: ({ consents }, { today }) => consents.map((consent) => consentOut(consent, today)) },
});
