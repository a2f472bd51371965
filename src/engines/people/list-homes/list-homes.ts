import { z } from 'zod';
import type { Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findEntries } from '../life/entry.store.ts';
import type { Entry } from '../life/life-part.ts';
import { ownAddresses, type OwnAddress } from '../life/own-addresses.tsx';
import { findPersonHead, type PersonHead } from '../person-frame.tsx';
import { findHomes, type Home } from './home.store.ts';
import { listHomesView } from './list-homes.view.tsx';

export interface HomesOfPerson extends PersonHead {
  homes: Home[];
  /** Where the person lives or lived apart, what began last first. */
  own: (OwnAddress & Entry)[];
}

const address = z.object({ street: z.string().nullable(), number: z.string().nullable(), box: z.string().nullable(), postcode: z.string().nullable() });
const period = { fromDay: z.iso.date().nullable(), untilDay: z.iso.date().nullable() };

export const listHomesPage = page({
  path: '/people/:id/homes',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<HomesOfPerson>> => {
    const head = await findPersonHead(read, id);
    if (!head) return notFound;
    const own = await findEntries<OwnAddress>(read, ownAddresses, id);
    return { ...head, homes: await findHomes(read, id), own: own.toReversed() };
  },
  view: listHomesView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: {
    summary: 'Read where a person lives and lived: with a household, and apart from it',
    output: z.object({ homes: z.array(z.object({ householdId: z.uuid(), address: address.extend({ municipality: z.object({ nis: z.string().nullable(), name: z.string().nullable() }) }).nullable(), ...period })), own: z.array(address.extend({ id: z.uuid(), version: z.int(), kind: z.string(), municipality: z.string().nullable(), takesLetters: z.boolean(), ...period })) }),
    present: ({ homes, own }) => ({ homes, own }),
  },
});
