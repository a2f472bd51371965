import type { Route } from '../../kernel/http/route.ts';
import { comeAct, invitedCalendarPage, invitedPage, otherMomentAct, otherMomentPage } from './answer-invitation/answer-invitation.ts';
import { assignGuideAct } from './assign-guide/assign-guide.ts';
import type { Blueprint } from './blueprint.ts';
import { callOffTalkAct, recordMissedAct } from './call-off-talk/call-off-talk.ts';
import { closeCaseAct, reopenCaseAct } from './close-case/close-case.ts';
import { beginTalkAct, beginTalkPage } from './hold-talk/begin-talk.ts';
import { finishTalkAct, finishTalkPage } from './hold-talk/finish-talk.ts';
import { saveTalkPageAct, talkPagePage } from './hold-talk/talk-page.ts';
import { guidePage, guidesPage, saveGuideAct } from './keep-guides/keep-guides.ts';
import { listToWelcomePage } from './list-to-welcome/list-to-welcome.ts';
import { chooseLanguagePage, makeInvitationAct, makeInvitationsAct } from './make-invitation/make-invitation.ts';
import { myTalksPage } from './my-talks/my-talks.ts';
import { openCasePage } from './open-case/open-case.ts';
import { planTalkAct, planTalkPage } from './plan-talk/plan-talk.ts';
import { appointmentFilePage } from './serve-calendar/serve-calendar.ts';
import { settingsRoutes } from './set-terms/set-terms.ts';

/** Fixed paths before those with an id in them. */
export function routes(shipped: readonly Blueprint[]): Route[] {
  return [
    listToWelcomePage,
    assignGuideAct,
    makeInvitationsAct,
    openCasePage,
    planTalkPage,
    planTalkAct,
    callOffTalkAct,
    recordMissedAct,
    closeCaseAct,
    reopenCaseAct,
    chooseLanguagePage,
    makeInvitationAct,
    appointmentFilePage,
    beginTalkPage,
    beginTalkAct,
    talkPagePage,
    saveTalkPageAct,
    finishTalkPage,
    finishTalkAct,
    myTalksPage,
    guidesPage,
    guidePage,
    saveGuideAct,
    invitedPage,
    invitedCalendarPage,
    comeAct,
    otherMomentPage,
    otherMomentAct,
    ...settingsRoutes(shipped),
  ];
}
