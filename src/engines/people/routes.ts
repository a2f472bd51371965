import type { Route } from '../../kernel/http/route.ts';
import { addMemberAct, addMemberPage } from './add-member/add-member.ts';
import { changeContactAct, changeContactPage } from './change-contact/change-contact.ts';
import { changeHouseholdAct, changeHouseholdPage } from './change-household/change-household.ts';
import { changeLanguagesAct, changeLanguagesPage } from './change-languages/change-languages.ts';
import { changePersonAct, changePersonPage } from './change-person/change-person.ts';
import { exportPersonsPage } from './export-persons/export-persons.ts';
import { householdTurnRoutes } from './household-turns/routes.ts';
import { lifeRoutes } from './life/routes.ts';
import { listExpiringPage } from './list-expiring/list-expiring.ts';
import { listPersonsPage } from './list-persons/list-persons.ts';
import { openHouseholdPage } from './open-household/open-household.ts';
import { openPersonPage } from './open-person/open-person.ts';
import { registerPeopleAct, registerPeoplePage } from './register-people/register-people.ts';
import { removeMemberAct, removeMemberPage, returnMemberAct } from './remove-member/remove-member.ts';
import { sealedRoutes } from './sealed/routes.ts';
import { termRoutes } from './terms/routes.ts';

/** Fixed paths stand before the person with an id. */
export const routes: Route[] = [
  listPersonsPage,
  exportPersonsPage,
  registerPeoplePage,
  registerPeopleAct,
  listExpiringPage,
  ...sealedRoutes,
  openPersonPage,
  changePersonPage,
  changePersonAct,
  changeContactPage,
  changeContactAct,
  changeLanguagesPage,
  changeLanguagesAct,
  ...householdTurnRoutes,
  openHouseholdPage,
  changeHouseholdPage,
  changeHouseholdAct,
  addMemberPage,
  addMemberAct,
  removeMemberPage,
  removeMemberAct,
  returnMemberAct,
  ...lifeRoutes,
  ...termRoutes,
];
