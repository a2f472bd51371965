import type { Route } from '../../kernel/http/route.ts';
import { answerAct, coverPage, openAct, receiverPage } from './answer-referral/answer-referral.ts';
import { listReferralsPage } from './list-referrals/list-referrals.ts';
import { openReferralPage } from './open-referral/open-referral.ts';
import { prepareReferralAct, prepareReferralPage } from './prepare-referral/prepare-referral.ts';
import { noteAnswerAct, sendReferralAct, withdrawReferralAct } from './send-referral/send-referral.ts';
import { setTermsAct, setTermsPage } from './set-terms/set-terms.ts';

export const routes: Route[] = [
  listReferralsPage,
  prepareReferralPage,
  prepareReferralAct,
  openReferralPage,
  sendReferralAct,
  withdrawReferralAct,
  noteAnswerAct,
  coverPage,
  openAct,
  receiverPage,
  answerAct,
  setTermsPage,
  setTermsAct,
];
