import { access } from '../kernel/access/engine.ts';
import type { Engine } from '../kernel/engine.ts';
import { administration } from './administration/administration.ts';
import { calendars } from './calendars/calendars.ts';
import { engineParts, shippedPractices } from './engines.ts';
import { firstRun } from './first-run/first-run.ts';
import { partners } from './partners/partners.ts';
import { practices } from './practices/practices.ts';

const betweenAuthorities = partners(engineParts);
const toAdopt = practices(engineParts, shippedPractices, () => parts.flatMap((part) => part.routes));

/** Everything with routes, jobs or grants of its own: the engines, and what the kernel and the app do for all of them. */
export const parts: Engine[] = [...engineParts, access, calendars(engineParts), firstRun, betweenAuthorities, toAdopt, administration([...engineParts, betweenAuthorities, toAdopt], () => parts.flatMap((part) => part.routes))];
