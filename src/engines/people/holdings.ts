import type { Holding } from '../../kernel/holdings/holding.ts';
import { elsewhereHolding } from './elsewhere/elsewhere-holding.ts';
import { lifeHoldings } from './life/holdings.store.ts';
import { recognitionHolding } from './holdings/recognition.store.ts';

/**
 * What this engine keeps of a person or a household beside the row itself and its names, nationalities, languages and contact ways. Those
 * stay with a person who was merged, so that they come back as they were; a merger joins them by its own rules. Every other table that belongs
 * to a person stands here, mostly by `rowsHolding`.
 */
export const peopleHoldings: Holding[] = [recognitionHolding, elsewhereHolding, ...lifeHoldings];
