import type { Route } from '../../../kernel/http/route.ts';
import { comparePairPage, keepApartAct, mergePairAct, proposeAgainAct } from './compare-pair/compare-pair.ts';
import { compareEveryoneAct, listDuplicatesPage } from './list-duplicates/list-duplicates.ts';
import { openMergerPage, splitMergerAct } from './open-merger/open-merger.ts';

export { duplicateJobs, duplicateSweeps } from './compare-persons.ts';

/** Names of their own stand before ids. */
export const duplicateRoutes: Route[] = [listDuplicatesPage, compareEveryoneAct, comparePairPage, mergePairAct, keepApartAct, proposeAgainAct, openMergerPage, splitMergerAct];
