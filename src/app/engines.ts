import { casesEngine } from '../engines/cases/index.ts';
import { engine as directory } from '../engines/directory/index.ts';
import { engine as figures } from '../engines/figures/index.ts';
import { engine as library } from '../engines/library/index.ts';
import { engine as people } from '../engines/people/index.ts';
import { engine as questionnaires } from '../engines/questionnaires/index.ts';
import { engine as questions } from '../engines/questions/index.ts';
import { engine as referrals } from '../engines/referrals/index.ts';
import type { Engine } from '../kernel/engine.ts';
import { blueprint as legalHelpdesk } from '../practices/legal-helpdesk/blueprint.ts';
import { blueprint as oneDeskGuides } from '../practices/one-desk-guides/blueprint.ts';
import { blueprint as tailoredReception } from '../practices/tailored-reception/blueprint.ts';
import { blueprint as welcomeTalks } from '../practices/welcome-talks/blueprint.ts';
import { blueprint as welfareCampus } from '../practices/welfare-campus/blueprint.ts';
import { blueprint as wellbeing } from '../practices/wellbeing/blueprint.ts';

/** The practices that every authority runs from the start. */
const cases = casesEngine([welcomeTalks]);

/** The practices that an authority may adopt. */
export const shippedPractices: readonly unknown[] = [oneDeskGuides, welfareCampus, legalHelpdesk, tailoredReception, wellbeing];

/** The engines' declarations, in the order of the list in /engines.ts. */
export const engineParts: Engine[] = [people, directory, questionnaires, questions, referrals, cases, figures, library];
