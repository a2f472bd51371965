import { z } from 'zod';
import { page } from '../../../kernel/http/route.ts';
import { findTerms, type Term } from '../terms/term.ts';
import { findExpiring, type Expiring } from './expiring.store.ts';
import { listExpiringView } from './list-expiring.view.tsx';

export interface ExpiringList {
  expiring: Expiring[];
  terms: Term[];
}

/** Whose residence document runs out. It tells of each person on what ground they stay: that it was read is told to all of them. */
export const listExpiringPage = page({
  path: '/people/expiring',
  permission: 'people:status',
  event: 'status-read',
  input: z.strictObject({}),
  load: async ({ read }): Promise<ExpiringList> => ({ expiring: await findExpiring(read), terms: await findTerms(read, 'status') }),
  view: listExpiringView,
  subjects: ({ expiring }) => [...new Set(expiring.map(({ personId }) => personId))].map((id) => ({ type: 'person', id })),
  api: {
    summary: 'List residence documents that expire within 30 days or expired in the past 60',
    output: z.object({ expiring: z.array(z.object({ personId: z.uuid(), type: z.string(), document: z.string().nullable(), expiresOn: z.iso.date() })) }),
    present: ({ expiring }) => ({ expiring: expiring.map(({ personId, type, document, expiresOn }) => ({ personId, type, document, expiresOn })) }),
  },
});
