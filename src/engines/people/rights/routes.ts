import type { Route } from '../../../kernel/http/route.ts';
import { giveConsentAct, giveConsentPage } from './keep-consents/give-consent.ts';
import { listConsentsPage } from './keep-consents/list-consents.ts';
import { withdrawConsentAct } from './keep-consents/withdraw-consent.ts';

/** Fixed paths stand before those with an id in their place. */
export const rightsRoutes: Route[] = [
  listConsentsPage,
  giveConsentPage,
  giveConsentAct,
  withdrawConsentAct,
];
