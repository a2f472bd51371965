import type { Route } from '../../../kernel/http/route.ts';
import { chooseMailAct, chooseMailPage } from './choose-mail/choose-mail.ts';
import { answerSignalAct, decideSignalAct, keepPromiseAct, leaveSignalAct, planSignalAct } from './decide-signal/decide-signal.ts';
import { exportSignalsPage, listSignalsPage } from './list-signals/list-signals.ts';
import { openSignalPage } from './open-signal/open-signal.ts';
import { raiseSignalAct, raiseSignalPage } from './raise-signal/raise-signal.ts';
import { readAnswerAct } from './read-answer/read-answer.ts';
import { releaseSignalAct, setAsideAct } from './review-signal/review-signal.ts';
import { setSignalRuleAct, setSignalRulePage } from './set-signal-rule/set-signal-rule.ts';
import { showAgendaPage } from './show-agenda/show-agenda.ts';

/** Paths with a name of their own stand before the one with an id. */
export const signalRoutes: Route[] = [
  listSignalsPage,
  raiseSignalPage,
  raiseSignalAct,
  exportSignalsPage,
  showAgendaPage,
  chooseMailPage,
  chooseMailAct,
  setSignalRulePage,
  setSignalRuleAct,
  openSignalPage,
  releaseSignalAct,
  setAsideAct,
  planSignalAct,
  decideSignalAct,
  leaveSignalAct,
  answerSignalAct,
  keepPromiseAct,
  readAnswerAct,
];
