import { access } from '../kernel/access/engine.ts';
import type { Engine } from '../kernel/engine.ts';
import { administration } from './administration/administration.ts';
import { engineParts } from './engines.ts';
import { firstRun } from './first-run/first-run.ts';
import { partners } from './partners/partners.ts';

const betweenAuthorities = partners(engineParts);

/** Everything with routes, jobs or grants of its own: the engines, and what the kernel and the app do for all of them. */
export const parts: Engine[] = [...engineParts, access, firstRun, betweenAuthorities, administration([...engineParts, betweenAuthorities], () => parts.flatMap((part) => part.routes))];
