import { languageLevels } from './language-levels.tsx';
import type { LifePart } from './life-part.ts';
import { ownAddresses } from './own-addresses.tsx';
import { jobs, schooling, workSituations } from './school-and-work.tsx';
import { statuses } from './statuses.tsx';

/** What is kept of a person as lines over time. */
export const lifeParts: readonly LifePart[] = [languageLevels, schooling, jobs, workSituations, ownAddresses, statuses];
