import type { Route } from '../../../kernel/http/route.ts';
import { allRightAct, checkOwnServicePage, correctOwnServiceAct, endOwnServiceAct } from './check-own-service/check-own-service.ts';
import { decideProposalAct, proposalPage } from './decide-proposal/decide-proposal.ts';
import { toCheckPage } from './list-to-check/list-to-check.tsx';
import { setMapPage, setOwnerTermsAct, setPublicAct } from './set-map/set-map.tsx';

export const ownerRoutes: Route[] = [checkOwnServicePage, allRightAct, correctOwnServiceAct, endOwnServiceAct, toCheckPage, proposalPage, decideProposalAct, setMapPage, setPublicAct, setOwnerTermsAct];
