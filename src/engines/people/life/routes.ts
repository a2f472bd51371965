import type { Route } from '../../../kernel/http/route.ts';
import { listHomesPage } from '../list-homes/list-homes.ts';
import { listLanguagesPage } from '../list-languages/list-languages.ts';
import { listSchoolAndWorkPage } from '../list-school-and-work/list-school-and-work.ts';
import { listStatusesPage } from '../list-statuses/list-statuses.ts';
import { entryRoutes } from './keep-entries.ts';
import { lifeParts } from './parts.ts';

export const lifeRoutes: Route[] = [listLanguagesPage, listHomesPage, listSchoolAndWorkPage, listStatusesPage, ...lifeParts.flatMap(entryRoutes)];
