import type { Route } from '../../../kernel/http/route.ts';
import { handOverAct, ownDataFilePage, ownDataPage } from './hand-over/hand-over.tsx';
import { endRetentionAct, retentionPage, setRetentionAct } from './keep-no-longer/set-retention.tsx';
import { sweepRetention } from './keep-no-longer/sweep-retention.ts';
import { addTieAct, addTiePage, endTieAct, showNetworkPage } from './map-network/show-network.ts';
import { giveConsentAct, giveConsentPage } from './keep-consents/give-consent.ts';
import { erasePersonAct, erasePersonPage, liftHoldAct, placeHoldAct, refuseErasureAct } from './erase-person/erase-person.ts';
import { sweepErasures } from './erase-person/sweep-erasures.ts';
import { listConsentsPage } from './keep-consents/list-consents.ts';
import { withdrawConsentAct } from './keep-consents/withdraw-consent.ts';
import { openRightsPage } from './open-rights/open-rights.ts';
import { listRestrictedPage } from './restrict-person/list-restricted.tsx';
import { liftRestrictionAct, openRestrictedAct } from './restrict-person/open-restricted.ts';
import { restrictPersonAct, restrictPersonPage } from './restrict-person/restrict-person.ts';
import { sweepRestrictions } from './restrict-person/sweep-restrictions.ts';
import { ownFilePage, ownWithdrawAct } from './tell-person-what/own-file.ts';
import { endOwnLinkAct, makeOwnLinkAct, showToldPage } from './tell-person-what/show-told.ts';
import type { Sweep } from '../../../kernel/jobs/job.ts';

/** Fixed paths stand before those with an id in their place. */
export const rightsRoutes: Route[] = [
  listRestrictedPage,
  listConsentsPage,
  giveConsentPage,
  giveConsentAct,
  withdrawConsentAct,
  retentionPage,
  setRetentionAct,
  endRetentionAct,
  showNetworkPage,
  addTiePage,
  addTieAct,
  endTieAct,
  handOverAct,
  ownDataPage,
  ownDataFilePage,
  showToldPage,
  makeOwnLinkAct,
  endOwnLinkAct,
  ownFilePage,
  ownWithdrawAct,
  openRightsPage,
  restrictPersonPage,
  restrictPersonAct,
  openRestrictedAct,
  liftRestrictionAct,
  erasePersonPage,
  erasePersonAct,
  refuseErasureAct,
  placeHoldAct,
  liftHoldAct,
];

export const rightsSweeps: Record<string, Sweep> = { 'end-restrictions': sweepRestrictions, 'write-erasures': sweepErasures, 'keep-no-longer': sweepRetention };
