import type { Route } from '../../../kernel/http/route.ts';
import { answerExpertQuestionAct, askBackAct, readExpertAnswerAct, replyAct, takeExpertQuestionAct, withdrawExpertQuestionAct } from './answer-question/answer-question.ts';
import { askAsPartner, askAsPartnerPage } from './ask-as-partner/ask-as-partner.ts';
import { confirmQuestionAct, followQuestionPage, partnerReplyAct } from './ask-as-partner/follow-question.ts';
import { askExpertAct, askExpertPage } from './ask-expert/ask-expert.ts';
import { changeAnswerAct, changeAnswerPage, withdrawAnswerAct } from './change-answer/change-answer.ts';
import { listExpertQuestionsPage } from './list-questions/list-expert-questions.ts';
import { openAnswerPage, useAnswerAct } from './open-answer/open-answer.ts';
import { openExpertQuestionPage } from './open-question/open-expert-question.ts';
import { searchAnswersPage } from './search-answers/search-answers.ts';
import { setExpertTermsAct, setExpertTermsPage } from './set-terms/set-expert-terms.ts';

/** Paths with a name of their own stand before the one with an id. */
export const helpdeskRoutes: Route[] = [
  searchAnswersPage,
  askExpertPage,
  askExpertAct,
  listExpertQuestionsPage,
  openExpertQuestionPage,
  takeExpertQuestionAct,
  askBackAct,
  replyAct,
  answerExpertQuestionAct,
  withdrawExpertQuestionAct,
  readExpertAnswerAct,
  openAnswerPage,
  useAnswerAct,
  changeAnswerPage,
  changeAnswerAct,
  withdrawAnswerAct,
  askAsPartnerPage,
  askAsPartner,
  followQuestionPage,
  confirmQuestionAct,
  partnerReplyAct,
  setExpertTermsPage,
  setExpertTermsAct,
];
