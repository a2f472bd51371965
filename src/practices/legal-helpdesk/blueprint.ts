import type { QuestionsPartData } from '../../engines/questions/part.ts';
import type { PracticeData } from '../../kernel/blueprint/practice-data.ts';

/** An information point on residence and legal position: professionals ask, an answer comes within a set time and can be used again, with a date and a source. */
export const blueprint: PracticeData<{ questions: QuestionsPartData }> = {
  id: 'legal-helpdesk',
  version: 1,
  title: { nl: 'Helpdesk verblijf en rechtspositie', en: 'Helpdesk on residence and legal position' },
  about: {
    nl: 'Wie met nieuwkomers werkt, vraagt een expert om raad over verblijf en rechten. Het antwoord komt binnen een vaste termijn en blijft bruikbaar voor iedereen, met een datum en een bron.',
    en: 'Whoever works with newcomers asks an expert about residence and rights. The answer comes within a set term and stays of use to all, with a date and a source.',
  },
  source: {
    nl: 'Gids voor lokale besturen van opvang naar samenleven (2016): infopunt verblijf en rechtspositie. De termijn is een voorstel.',
    en: 'Guide for local authorities from reception to living together (2016): information point on residence and legal position. The term is a proposal.',
  },
  work: [{ title: { nl: 'De helpdesk', en: 'The helpdesk' }, href: '/legal' }],
  results: [],
  parts: {
    questions: {
      helpdesk: { normalDays: 5, urgentDays: 2, source: { nl: 'Voorstel van de praktijk: vijf werkdagen, dringend twee', en: 'Proposal of the practice: five working days, urgent two' } },
    },
  },
};
