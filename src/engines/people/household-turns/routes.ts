import type { Route } from '../../../kernel/http/route.ts';
import { mergeHouseholdsAct, mergeHouseholdsPage } from './merge-households.ts';
import { splitHouseholdAct, splitHouseholdPage } from './split-household.ts';
import { undoTurnAct } from './undo-turn.ts';

export const householdTurnRoutes: Route[] = [splitHouseholdPage, splitHouseholdAct, mergeHouseholdsPage, mergeHouseholdsAct, undoTurnAct];
