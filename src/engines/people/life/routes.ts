import type { Route } from '../../../kernel/http/route.ts';
import { listHomesPage } from '../list-homes/list-homes.ts';
import { listLanguagesPage } from '../list-languages/list-languages.ts';
import { listSchoolAndWorkPage } from '../list-school-and-work/list-school-and-work.ts';
import { listStatusesPage } from '../list-statuses/list-statuses.ts';
import { entryRoutes } from './keep-entries.ts';
import { languageLevels } from './language-levels.tsx';
import type { LifePart } from './life-part.ts';
import { ownAddresses } from './own-addresses.tsx';
import { jobs, schooling, workSituations } from './school-and-work.tsx';
import { statuses } from './statuses.tsx';

/** What is kept of a person as lines over time. */
export const lifeParts: readonly LifePart[] = [languageLevels, schooling, jobs, workSituations, ownAddresses, statuses];

export const lifeRoutes: Route[] = [listLanguagesPage, listHomesPage, listSchoolAndWorkPage, listStatusesPage, ...lifeParts.flatMap(entryRoutes)];
