import type { Route } from '../../kernel/http/route.ts';
import { changeQuestionAct, changeQuestionPage } from './change-question/change-question.ts';
import { closeQuestionAct, reopenQuestionAct } from './close-question/close-question.ts';
import { exportQuestionsPage } from './export-questions/export-questions.ts';
import { findAskerPage } from './find-asker/find-asker.ts';
import { callNextAct, callVisitorAct, keepQueuePage, letWaitAct, visitorLeftAct } from './keep-queue/keep-queue.ts';
import { addTemplateAct, keepTemplatesPage, removeTemplateAct } from './keep-templates/keep-templates.ts';
import { listQuestionsPage } from './list-questions/list-questions.ts';
import { addPlaceAct, endPlaceAct, managePlacesPage } from './manage-places/manage-places.ts';
import { openQuestionPage } from './open-question/open-question.ts';
import { tieCodeAct, tieCodePage } from './give-code/tie-code.ts';
import { recordAgainAct } from './record-question/record-again.ts';
import { recordQuestionAct, recordQuestionPage } from './record-question/record-question.ts';
import { helpdeskRoutes } from './helpdesk/routes.ts';
import { signalRoutes } from './signals/routes.ts';
import { undoQuestionAct } from './undo-question/undo-question.ts';

/** Paths with a name of their own stand before the one with an id. */
export const routes: Route[] = [
  listQuestionsPage,
  recordQuestionPage,
  recordQuestionAct,
  recordAgainAct,
  tieCodePage,
  tieCodeAct,
  exportQuestionsPage,
  findAskerPage,
  managePlacesPage,
  addPlaceAct,
  endPlaceAct,
  keepQueuePage,
  letWaitAct,
  callNextAct,
  callVisitorAct,
  visitorLeftAct,
  keepTemplatesPage,
  addTemplateAct,
  removeTemplateAct,
  openQuestionPage,
  changeQuestionPage,
  changeQuestionAct,
  closeQuestionAct,
  reopenQuestionAct,
  undoQuestionAct,
  ...signalRoutes,
  ...helpdeskRoutes,
];
