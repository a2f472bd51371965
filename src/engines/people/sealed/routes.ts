import type { Route } from '../../../kernel/http/route.ts';
import { changeSealedAct, changeSealedPage, eraseSealedAct, noteSealedAct, noteSealedPage } from './keep-notes.ts';
import { listNotesPage } from './list-notes.ts';
import { listOpeningsPage } from './list-openings.tsx';
import { closeSealAct, openSealAct, openSealPage } from './open-seal.ts';

/** Fixed paths stand before those with an id in their place. */
export const sealedRoutes: Route[] = [listOpeningsPage, openSealPage, openSealAct, closeSealAct, listNotesPage, noteSealedPage, noteSealedAct, changeSealedPage, changeSealedAct, eraseSealedAct];
