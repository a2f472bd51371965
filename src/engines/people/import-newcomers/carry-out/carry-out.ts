import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { countRows } from '../list-row.store.ts';
import { text } from '../messages.ts';
import { isOpen } from '../newcomer-list.ts';
import { askToStop, deleteRows, enterState, findList, lockList, startCommitting } from '../newcomer-list.store.ts';
import { refusalText } from '../refusal-text.ts';
import { reviewScreen } from '../review-list/review-list.ts';
import { reviewListView } from '../review-list/review-list.view.tsx';

/** The list as it stands, with why the act was refused. */
async function again(context: AgainContext) {
  const list = await findList(context.read, context.params['id']!);
  if (!list || list.state === 'discarded') return notFound;
  return reviewListView({ ...(await reviewScreen(context.read, list, {})), error: refusalText(context) ?? text(context.locale, 'refusal.not-open') }, context);
}

/** Takes over all rows that are ready, in the background. */
export const commitListAct = act({
  path: '/people/import/:id/commit',
  permission: 'people:import',
  event: 'import-started',
  input: z.strictObject({ id: field.id(), version: field.version() }),
  act: async ({ input: { id, version }, tx }): Promise<Outcome<{ id: string }>> => {
    const list = await lockList(tx, id);
    if (!list) return notFound;
    if (list.version !== version) return changedMeanwhile();
    if (!isOpen(list)) return refuse('not-open');
    const { ready } = await countRows(tx, id);
    if (ready === 0) return refuse('nothing-ready');
    await startCommitting(tx, id, ready);
    tx.plan({ job: 'commit-newcomer-list', payload: { listId: id, actorId: tx.scope.actorId, actorRole: tx.scope.actorRole }, key: id });
    tx.record({ act: 'import-started', subjects: [{ type: 'import', id }], detail: { rows: ready } });
    return { id };
  },
  done: ({ id }) => seeOther(`/people/import/${id}`),
  again,
});

/** Asks the job to stop; what was taken over stays, the rest waits. */
export const stopListAct = act({
  path: '/people/import/:id/stop',
  permission: 'people:import',
  event: 'import-stop-asked',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx }): Promise<Outcome<{ id: string }>> => {
    if (!(await findList(tx, id))) return notFound;
    await askToStop(tx, id);
    tx.record({ act: 'import-stop-asked', subjects: [{ type: 'import', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/import/${id}`, { kind: 'done', text: text(locale, 'stop.asked') }),
  again,
});

/** Forgets the list and all its rows. Whoever was registered by it stays. */
export const discardListAct = act({
  path: '/people/import/:id/discard',
  permission: 'people:import',
  event: 'import-discarded',
  input: z.strictObject({ id: field.id(), version: field.version() }),
  act: async ({ input: { id, version }, tx }): Promise<Outcome<{ id: string }>> => {
    const list = await lockList(tx, id);
    if (!list || list.state === 'discarded') return notFound;
    if (list.version !== version || list.state === 'committing') return changedMeanwhile();
    await deleteRows(tx, id);
    await enterState(tx, id, 'discarded');
    tx.record({ act: 'import-discarded', subjects: [{ type: 'import', id }] });
    return { id };
  },
  done: (_, { locale }) => seeOther('/people/import', { kind: 'done', text: text(locale, 'discard.done') }),
  again,
});
