import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { searchPersons } from '../find-persons.store.ts';
import type { Household } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { nested } from '../nested.ts';
import type { PersonSummary } from '../person.ts';
import { mergeHouseholdsView } from './merge-households.view.tsx';
import { text } from './messages.ts';
import { incomingRoles } from './incoming-roles.ts';
import { mergeHouseholds } from './turn.ts';

export interface MergeScreen {
  household: Household;
  /** Who was looked for, and who bears that name and lives in another household. */
  query: string;
  found: PersonSummary[];
  /** The household that comes, once it was chosen. */
  other: Household | undefined;
  filled: { on: string; home: string; roles: Record<string, string> };
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
  isPreview: boolean;
}

const subjects = ({ household, other }: MergeScreen) =>
  [household, ...(other ? [other] : [])].flatMap(({ id, members }) => [{ type: 'household', id }, ...members.map(({ personId }) => ({ type: 'person', id: personId }))]);

export const mergeHouseholdsPage = page({
  path: '/households/:id/merge',
  permission: 'people:change',
  event: 'household-read',
  input: z.strictObject({ id: field.id(), q: field.optionalText(100), with: field.optionalId() }),
  load: async ({ read, input: { id, q = '', with: otherId }, today }): Promise<Outcome<MergeScreen>> => screen(read, { id, query: q, otherId, filled: { on: today.toString(), home: 'here', roles: {} } }),
  view: mergeHouseholdsView,
  subjects,
});

const incoming = z.strictObject({ personId: field.id(), role: field.choice(incomingRoles) });

export const mergeHouseholdsAct = act({
  path: '/households/:id/merge',
  permission: 'people:change',
  event: 'households-merged',
  input: z.preprocess(
    nested,
    z.strictObject({ id: field.id(), version: field.version(), with: field.id(), otherVersion: field.version(), on: field.day(), home: field.choice(['here', 'there']), incoming: z.array(incoming).max(40).default([]), confirmed: field.flag(), back: field.flag() }),
  ),
  act: async ({ input: { id, version, with: otherId, otherVersion, on, home, incoming: roles, confirmed, back }, tx, today }): Promise<Outcome<{ id: string; turnId: string }>> => {
    const [household, other] = [await findHousehold(tx, id), await findHousehold(tx, otherId)];
    if (!household || !other || id === otherId || household.members.length === 0 || other.members.length === 0) return notFound;
    if (on.until(today).sign < 0) return refuse('in-the-future', { field: 'on' });
    if (back) return refuse('back-to-form');
    if (!confirmed) return refuse('look-first', { status: 409 });
    const done = await mergeHouseholds(tx, { household, version, other, otherVersion, roles, on, isAtOthers: home === 'there' });
    return done ? { id, turnId: done.turnId } : changedMeanwhile();
  },
  done: ({ id, turnId }, { locale }) => seeOther(`/households/${id}`, { kind: 'done', text: text(locale, 'merge.done'), undo: { action: `/households/turns/${turnId}/undo`, label: text(locale, 'undo') } }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const typed = nested(values) as Record<string, unknown>;
    const one = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
    const told = (Array.isArray(typed['incoming']) ? typed['incoming'] : []) as Record<string, string>[];
    const roles = Object.fromEntries(told.map(({ personId = '', role = '' }) => [personId, role]));
    const shown = await screen(read, { id: params['id']!, query: '', otherId: one('with'), filled: { on: one('on'), home: one('home') || 'here', roles } });
    if (!('household' in shown)) return notFound;
    const isFuture = refusal?.name === 'in-the-future';
    return mergeHouseholdsView(
      { ...shown, errors: { ...errors, ...(isFuture ? { on: text(locale, 'refusal.in-the-future') } : {}) }, isChangedMeanwhile: refusal?.name === 'changed-meanwhile', isPreview: refusal?.name === 'look-first' },
      context,
    );
  },
  api: { summary: 'Merge two households that come to live together; refused with look-first until confirmed', output: z.object({ id: z.uuid(), turnId: z.uuid() }) },
});

async function screen(read: Read, { id, query, otherId, filled }: { id: string; query: string; otherId: string | undefined; filled: MergeScreen['filled'] }): Promise<Outcome<MergeScreen>> {
  const household = await findHousehold(read, id);
  if (!household || household.members.length === 0) return notFound;
  const other = otherId && otherId !== id ? await findHousehold(read, otherId) : undefined;
  const found = query && !other ? (await searchPersons(read, query, { limit: 20 })).filter(({ householdId }) => householdId !== null && householdId !== id) : [];
  return { household, query, found, other: other && other.members.length > 0 ? other : undefined, filled, errors: {}, isChangedMeanwhile: false, isPreview: false };
}
