import { desk } from './desk.ts';
import { duplicates } from './duplicates.ts';
import { figures } from './figures.ts';
import { firstDay } from './first-day.ts';
import { keys } from './keys.ts';
import { legalHelpdesk } from './legal-helpdesk.ts';
import { newcomerList } from './newcomer-list.ts';
import { person } from './person.ts';
import { practices } from './practices.ts';
import { questions } from './questions.ts';
import { referrals } from './referrals.ts';
import { rights } from './rights.ts';
import { rooms } from './rooms.ts';
import { running } from './running.ts';
import { signals } from './signals.ts';
import { signingIn } from './signing-in.ts';
import { socialMap } from './social-map.ts';
import { talk } from './talk.ts';
import { toWelcome } from './to-welcome.ts';
import { together } from './together.ts';

/** One page of the user's guide; Dutch, in Markdown. */
export interface GuidePage {
  /** Its place in the address: /help/<slug>. */
  slug: string;
  title: string;
  /** What one can do after reading it. */
  summary: string;
  markdown: string;
}

/** In the order in which a new authority meets them. */
export const guide: readonly GuidePage[] = [firstDay, newcomerList, person, rights, duplicates, toWelcome, talk, questions, desk, signals, socialMap, rooms, referrals, legalHelpdesk, figures, together, practices, signingIn, keys, running];
