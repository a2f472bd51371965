import type { Route } from '../../kernel/http/route.ts';
import { goAlongAct, leaveReferralAct, referElsewhereAct } from './answer-back/answer-back.ts';
import { answerRoutes } from './answer-referral/answer-referral.ts';
import { exportReferralsPage, listReferralsPage } from './list-referrals/list-referrals.ts';
import { closeInboxAct, keepInboxesPage, openAgainAct } from './keep-inboxes/keep-inboxes.ts';
import { makeAppointmentLetterAct } from './make-appointment-letter/make-appointment-letter.ts';
import { appointmentCalendarPage, appointmentPage } from './open-appointment/open-appointment.ts';
import { inboxCoverPage, inboxPage, openInboxAct } from './open-inbox/open-inbox.ts';
import { openReferralPage } from './open-referral/open-referral.ts';
import { prepareReferralAct, prepareReferralPage } from './prepare-referral/prepare-referral.ts';
import { askInboxAct, renewInboxAct, renewLinkAct } from './renew-link/renew-link.ts';
import { bookSlotAct, callOffAct, noteAnswerAct, sendReferralAct, takeBackAct, withdrawReferralAct } from './send-referral/send-referral.ts';
import { setTermsAct, setTermsPage } from './set-terms/set-terms.ts';
import { renewConsentAct } from './renew-consent/renew-consent.ts';
import { saidByHandAct } from './tell-person/said-by-hand.ts';
import { switchTellingAct } from './tell-person/switch-telling.ts';
import { writeNoteAct } from './write-note/write-note.ts';

export const routes: Route[] = [
  listReferralsPage,
  exportReferralsPage,
  prepareReferralPage,
  prepareReferralAct,
  openReferralPage,
  sendReferralAct,
  bookSlotAct,
  callOffAct,
  withdrawReferralAct,
  noteAnswerAct,
  takeBackAct,
  switchTellingAct,
  saidByHandAct,
  renewConsentAct,
  writeNoteAct,
  makeAppointmentLetterAct,
  referElsewhereAct,
  goAlongAct,
  leaveReferralAct,
  ...answerRoutes,
  renewLinkAct,
  askInboxAct,
  inboxCoverPage,
  openInboxAct,
  inboxPage,
  renewInboxAct,
  appointmentPage,
  appointmentCalendarPage,
  setTermsPage,
  setTermsAct,
  keepInboxesPage,
  closeInboxAct,
  openAgainAct,
];
