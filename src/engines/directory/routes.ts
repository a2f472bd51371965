import type { Route } from '../../kernel/http/route.ts';
import { acceptPeopleAct, stopAcceptingAct } from './accept-people/accept-people.ts';
import { addOrganisationAct, addOrganisationPage } from './add-organisation/add-organisation.ts';
import { addServiceAct, addServicePage } from './add-service/add-service.ts';
import { ownerRoutes } from './ask-owners/routes.ts';
import { changeOrganisationAct, changeOrganisationPage } from './change-organisation/change-organisation.ts';
import { changeSectionRoutes } from './change-section/change-section.tsx';
import { changeServiceAct, changeServicePage } from './change-service/change-service.ts';
import { confirmServiceAct } from './confirm-service/confirm-service.ts';
import { endServiceAct, restartServiceAct } from './end-service/end-service.ts';
import { exportServicesPage, hsdsServicePage, hsdsServicesPage } from './exchange/export-services/export-services.ts';
import { commitImportAct, discardImportAct, importRowPage, openImportPage, settleImportRowAct, stopImportAct, uploadServicesAct, uploadServicesPage } from './exchange/import-services/import-services.ts';
import { listServicesPage } from './list-services/list-services.ts';
import { addMunicipalityAct, manageAreaPage, removeMunicipalityAct } from './manage-area/manage-area.ts';
import { addSubThemeAct, endSubThemeAct, manageThemesPage, moveSubThemeAct, openSubThemePage, renameSubThemeAct } from './manage-themes/manage-themes.ts';
import { openOrganisationPage } from './open-organisation/open-organisation.ts';
import { openServicePage } from './open-service/open-service.ts';
import { roomRoutes } from './rooms/routes.ts';
import { publicMapRoute, publicServiceRoute } from './public-map/public-map.ts';
import { endEmployerAct, listColleaguesPage, setEmployerAct, setEmployerPage } from './set-employer/set-employer.ts';

/** Paths with a name of their own stand before those with an id. */
export const routes: Route[] = [
  listServicesPage,
  addServicePage,
  addServiceAct,
  openServicePage,
  changeServicePage,
  changeServiceAct,
  ...changeSectionRoutes,
  confirmServiceAct,
  stopAcceptingAct,
  acceptPeopleAct,
  endServiceAct,
  restartServiceAct,
  addOrganisationPage,
  addOrganisationAct,
  openOrganisationPage,
  changeOrganisationPage,
  changeOrganisationAct,
  ...roomRoutes,
  listColleaguesPage,
  setEmployerPage,
  setEmployerAct,
  endEmployerAct,
  manageAreaPage,
  addMunicipalityAct,
  removeMunicipalityAct,
  exportServicesPage,
  hsdsServicesPage,
  hsdsServicePage,
  uploadServicesPage,
  uploadServicesAct,
  openImportPage,
  commitImportAct,
  stopImportAct,
  discardImportAct,
  importRowPage,
  settleImportRowAct,
  ...ownerRoutes,
  publicMapRoute,
  publicServiceRoute,
  manageThemesPage,
  addSubThemeAct,
  openSubThemePage,
  renameSubThemeAct,
  moveSubThemeAct,
  endSubThemeAct,
];
