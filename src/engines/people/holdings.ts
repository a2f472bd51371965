import type { Holding } from '../../kernel/holdings/holding.ts';
import { elsewhereHolding } from './elsewhere/elsewhere-holding.ts';
import { lifeHoldings } from './life/holdings.store.ts';
import { rightsHoldings } from './holdings/rights.store.ts';
import { recognitionHolding } from './holdings/recognition.store.ts';

/**
 * What this engine keeps of a person or a household beside the row itself and its names, nationalities, languages and contact ways. Those
 * stay with a person who was merged, so that they come back as they were; a merger joins them by its own rules. Every other table that belongs
 * to a person stands here, mostly by `rowsHolding`.
 */
export const peopleHoldings: Holding[] = [recognitionHolding, elsewhereHolding, ...lifeHoldings, ...rightsHoldings];

/**
 * Tables that hang on a person and stay with the one who was merged: what they were, which comes back with them; who may open a restricted
 * file, since who is restricted is not merged; and what is kept of pairs and mergers themselves.
 */
export const staysWithThePerson = [
  'people.person', 'people.person_name', 'people.person_nationality', 'people.person_language', 'people.contact_way', 'people.household_member',
  'people.restriction', 'people.restricted_identity', 'people.restriction_access', 'people.restriction_opening',
  'people.apart', 'people.probable_pair', 'people.to_compare', 'people.merger',
];
