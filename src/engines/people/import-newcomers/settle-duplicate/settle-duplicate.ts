import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { findRow, findRows, saveDecision } from '../list-row.store.ts';
import { text } from '../messages.ts';
import { decisions, isOpen, type Decision, type ListRow } from '../newcomer-list.ts';
import { lockList } from '../newcomer-list.store.ts';
import { refusalText } from '../refusal-text.ts';
import { rowScreen } from '../repair-row/repair-row.ts';
import { repairRowView } from '../repair-row/repair-row.view.tsx';

/** 'take' undoes 'leave': the change is taken over after all. */
const choices = [...decisions, 'take'] as const;

export const settleDuplicateAct = act({
  path: '/people/import/:id/rows/:line/decide',
  permission: 'people:import',
  event: 'import-row-decided',
  input: z.strictObject({ id: field.id(), line: field.integer(1, 100_000_000), version: field.version(), decision: field.choice(choices), person: field.optionalId(), twin: field.optionalInteger(1, 100_000_000) }),
  act: async ({ input: { id, line, version, decision, person, twin }, tx }): Promise<Outcome<{ id: string; decision: string; next: number | null }>> => {
    const list = await lockList(tx, id);
    const row = list && (await findRow(tx, id, line));
    if (!row || row.became !== null) return notFound;
    if (!isOpen(list)) return changedMeanwhile();
    const chosen = choice(row, decision, person, twin);
    if (!chosen) return refuse('no-such-candidate');
    if (!(await saveDecision(tx, id, { line, version, ...chosen }))) return changedMeanwhile();
    tx.record({ act: 'import-row-decided', subjects: [{ type: 'import', id }, ...(chosen.personId ? [{ type: 'person', id: chosen.personId }] : [])], detail: { line, decision } });
    const undecided = await findRows(tx, id, { undecided: true, limit: 200 });
    const waiting = undecided.filter((each) => each.decision === null);
    return { id, decision, next: waiting.find((each) => each.line > line)?.line ?? waiting[0]?.line ?? null };
  },
  done: ({ id, decision, next }, { locale }) =>
    seeOther(next === null ? `/people/import/${id}` : `/people/import/${id}/rows/${next}`, { kind: 'done', text: text(locale, `decided.${decision as Decision | 'take'}`) }),
  again: async (context: AgainContext) => {
    const screen = await rowScreen(context.read, context.params['id']!, Number(context.params['line']));
    return screen ? repairRowView({ ...screen, error: refusalText(context) ?? text(context.locale, 'refusal.no-such-candidate') }, context) : notFound;
  },
});

/** What is kept of a decision: who the row is, if anyone. Null when it does not fit the row. */
function choice(row: ListRow, decision: (typeof choices)[number], person?: string, twin?: number): { decision: Decision; personId: string | null; sameAs: number | null } | null {
  if (row.outcome === 'changed') return decision === 'leave' || decision === 'take' ? { decision: decision === 'take' ? 'same-update' : 'leave', personId: row.personId, sameAs: null } : null;
  if (row.outcome !== 'duplicate') return null;
  if (decision === 'different' || decision === 'later') return { decision, personId: null, sameAs: null };
  if (decision !== 'same' && decision !== 'same-update') return null;
  const isKnown = row.candidates.some((candidate) => ('personId' in candidate ? candidate.personId === person : decision === 'same' && candidate.line === twin));
  return isKnown ? { decision, personId: person ?? null, sameAs: person ? null : twin! } : null;
}
