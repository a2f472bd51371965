import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { findLikelyNames } from '../find-likely-names.ts';
import { text } from '../messages.ts';
import { showSignalAgain } from '../open-signal/open-signal.ts';
import { releaseSignal } from '../register.ts';
import { findRaiser, findSignal, insertStep, moveSignal } from '../signal.store.ts';

const output = z.object({ id: z.uuid() });

/** Puts a colleague's words before policy, as they stand or as they were made fit to be read by all. */
export const releaseSignalAct = act({
  path: '/signals/:id/release',
  permission: 'questions:signals-review',
  event: 'signal-released',
  input: z.strictObject({ id: field.id(), version: field.version(), words: field.text(2000), namesChecked: field.flag() }),
  act: async ({ input: { id, version, words, namesChecked }, tx, actor }): Promise<Outcome<{ id: string }>> => {
    const signal = await findSignal(tx, id, 'all');
    if (!signal) return notFound;
    if (signal.state !== 'gathering') return refuse('not-now', { status: 409 });
    // Four eyes: who wrote it reads over what slipped in.
    if ((await findRaiser(tx, id))?.id === actor.id) return refuse('own-signal', { status: 409 });
    if (!namesChecked && (await findLikelyNames(tx, words)).length > 0) return refuse('names-likely', { field: 'words' });
    return releaseSignal(tx, { id, version, words });
  },
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'release.done') }),
  again: showSignalAgain,
  api: { summary: 'Put a raised signal before policy', output },
});

/** Does not go to policy; whoever wrote it reads why. */
export const setAsideAct = act({
  path: '/signals/:id/set-aside',
  permission: 'questions:signals-review',
  event: 'signal-set-aside',
  input: z.strictObject({ id: field.id(), version: field.version(), asideWords: field.text(1000) }),
  act: async ({ input: { id, version, asideWords }, tx }): Promise<Outcome<{ id: string }>> => {
    const signal = await findSignal(tx, id, 'all');
    if (!signal) return notFound;
    if (signal.state !== 'gathering') return refuse('not-now', { status: 409 });
    if (!(await moveSignal(tx, id, version, { state: 'set-aside', from: ['gathering'] }))) return changedMeanwhile();
    await insertStep(tx, { signalId: id, step: 'set-aside', words: asideWords });
    tx.record({ act: 'signal-set-aside', subjects: [{ type: 'signal', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'aside.done') }),
  again: showSignalAgain,
  api: { summary: 'Set a raised signal aside', output },
});
