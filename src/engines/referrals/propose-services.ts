import type { Read } from '../../kernel/db/types.ts';
import { findServices, type Service } from '../directory/index.ts';
import type { Question } from '../questions/index.ts';
import { findReferralsOf } from './referral.store.ts';

/** Under so many answers nothing is promised of how fast a service answers. */
const fewestAnswers = 5;

export interface Proposal {
  service: Service;
  /** In days: three out of four answers came within. Undefined when there are too few to say. */
  answersWithin: number | undefined;
  speaksLanguage: boolean;
  /** This question went there before. */
  wasTried: boolean;
}

/**
 * Services for a question, by need and place: those that accept now, speak the language and answer soonest come first (the map
 * ranks by how they answer). Where the question went already comes last.
 */
export async function proposeServices(read: Read, question: Question, { isWide = false, limit = 60 }: { isWide?: boolean; limit?: number } = {}): Promise<Proposal[]> {
  const services = await findServices(read, isWide ? {} : { theme: question.theme, ...(question.municipality ? { municipality: question.municipality } : {}) }, 60);
  const tried = new Set((await findReferralsOf(read, { questionId: question.id })).filter(({ state }) => state !== 'prepared').map(({ serviceId }) => serviceId));
  const proposals = services.map((service) => ({
    service,
    answersWithin: service.answers.counted >= fewestAnswers && service.answers.within !== null ? service.answers.within : undefined,
    speaksLanguage: service.languages.includes(question.language),
    wasTried: tried.has(service.id),
  }));
  // The sort is stable: within a rank the order of the map stands.
  const rank = ({ service, speaksLanguage, wasTried }: Proposal) => Number(wasTried) * 4 + Number(service.notAccepting !== null) * 2 + Number(!speaksLanguage);
  return proposals.sort((a, b) => rank(a) - rank(b)).slice(0, limit);
}
