import { z } from 'zod';
import { findTimeline, type TimelineEntry } from '../../../../kernel/audit/timeline.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { plainFieldsOf, splitFields, type PlainFields } from '../fields.ts';
import { findMerger, type Merger } from '../merger.store.ts';
import { text } from '../messages.ts';
import { splitPersons } from '../split.ts';
import { openMergerView } from './open-merger.view.tsx';

export interface OpenedMerger {
  merger: Merger;
  /** As the one that remains is now; undefined when that one is merged further. */
  kept: Person | undefined;
  /** What the one that remains would be after taking it apart. */
  afterSplit: PlainFields | undefined;
  /** What happened to the other before. */
  timeline: TimelineEntry[];
  error?: string | undefined;
}

export const openMergerPage = page({
  path: '/people/mergers/:id',
  permission: 'people:merge',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<OpenedMerger>> => (await openedMerger(read, id)) ?? notFound,
  view: openMergerView,
  subjects: ({ merger: { keptId, goneId } }) => [keptId, goneId].map((id) => ({ type: 'person', id })),
});

async function openedMerger(read: Read, id: string): Promise<OpenedMerger | undefined> {
  const merger = await findMerger(read, id);
  if (!merger) return undefined;
  const kept = await findPerson(read, merger.keptId);
  if (kept?.isMasked) return undefined;
  return { merger, kept, afterSplit: kept && splitFields(plainFieldsOf(kept), merger.fields), timeline: await findTimeline(read, { type: 'person', id: merger.goneId }, { limit: 100 }) };
}

/** The notice after a merger has no version to give: it takes back what was just done. */
export const splitMergerAct = act({
  path: '/people/mergers/:id/split',
  permission: 'people:merge',
  event: 'persons-split',
  input: z.strictObject({ id: field.id(), version: field.version().optional() }),
  act: async ({ input: { id, version = 1 }, tx, services }): Promise<Outcome<{ keptId: string; goneId: string }>> => {
    const split = await splitPersons(tx, services.holdings, { id, version });
    if (split === 'not-there') return notFound;
    if (split === 'changed-meanwhile') return changedMeanwhile();
    if (split === 'merged-further' || split === 'restricted') return refuse(split, { status: 409 });
    return { keptId: split.keptId, goneId: split.goneId };
  },
  done: ({ keptId, goneId }, { locale }) => seeOther(`/people/duplicates/${keptId}/${goneId}`, { kind: 'done', text: text(locale, 'split.done') }),
  again: async (context: AgainContext) => {
    const opened = await openedMerger(context.read, context.params['id']!);
    if (!opened) return notFound;
    const named = (['merged-further', 'restricted'] as const).find((name) => name === context.refusal?.name);
    return openMergerView({ ...opened, error: text(context.locale, `refusal.${named ?? 'split-already'}`) }, context);
  },
  api: { summary: 'Make two persons again of one that was made of two', output: z.object({ keptId: z.uuid(), goneId: z.uuid() }) },
});
