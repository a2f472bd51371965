import type { ViewContext } from '../../../kernel/http/context.ts';
import type { CaseFile } from '../case.ts';
import { reachOf } from '../reach.store.ts';

/** So long a guide can put right what was noted in an own talk; after that a coordinator does. */
export const guideCorrectsWithin = { days: 14 };

/** Whether the answers of a talk that is finished can be put right by this reader. */
export function mayCorrect({ file }: { file: Pick<CaseFile, 'reachedOn' | 'guideId'> }, { actor, today, may }: Pick<ViewContext, 'actor' | 'today' | 'may'>): boolean {
  if (!may('cases:talk') || !file.reachedOn) return false;
  const reach = reachOf(actor);
  if (reach.kind === 'all') return true;
  return reach.kind === 'guide' && file.guideId === reach.id && file.reachedOn.add(guideCorrectsWithin).until(today).sign <= 0;
}
