import { z } from 'zod';
import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findMunicipalities } from '../municipality.store.ts';
import { hasPublicPages } from '../setting.store.ts';
import type { Municipality, WholeService } from '../service.ts';
import { findRevisions, findWholeService, type Revision } from '../whole-service.store.ts';
import { wholeServiceJson } from '../service-json.ts';
import { openServiceView } from './open-service.view.tsx';

export interface OpenedService {
  service: WholeService;
  area: Municipality[];
  timeline: TimelineEntry[];
  revisions: Revision[];
  hasPublicPages: boolean;
}

export const openServicePage = page({
  path: '/directory/services/:id',
  permission: 'directory:read',
  event: unrecorded('a service, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<OpenedService>> => (await findOpened(read, input.id)) ?? notFound,
  view: (opened, context) => openServiceView(opened, context),
  api: { summary: 'One service', output: wholeServiceJson, present: ({ service }) => service },
});

async function findOpened(read: Read, id: string): Promise<OpenedService | undefined> {
  const service = await findWholeService(read, id);
  return service && { service, area: await findMunicipalities(read), timeline: await findTimeline(read, { type: 'service', id }, { limit: 20 }), revisions: await findRevisions(read, id), hasPublicPages: await hasPublicPages(read) };
}

/** The service's page once more, saying why an act on it was refused. */
export async function showServiceAgain(context: AgainContext) {
  const opened = await findOpened(context.read, context.params['id']!);
  return opened ? openServiceView(opened, context, context.refusal?.name ?? Object.values(context.errors)[0]) : notFound;
}
