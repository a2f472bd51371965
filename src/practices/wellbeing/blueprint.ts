import type { DirectoryPartData } from '../../engines/directory/part.ts';
import type { QuestionsPartData } from '../../engines/questions/part.ts';
import type { PracticeData } from '../../kernel/blueprint/practice-data.ts';

/**
 * Handles for wellbeing, as far as needs and referral go: hear the question under the question, detect without a diagnosis, and refer to care
 * or to what strengthens people. Process and boundaries of organisations are not part of it.
 */
export const blueprint: PracticeData<{ directory: DirectoryPartData; questions: QuestionsPartData }> = {
  id: 'wellbeing',
  version: 1,
  title: { nl: 'Handvatten voor welzijn', en: 'Handles for wellbeing' },
  about: {
    nl: 'Je hoort de vraag onder de vraag, merkt op zonder een diagnose te stellen, en verwijst gericht door: naar zorg, of naar iets dat mensen sterker maakt. Vooraf zeg je wat iemand daar mag verwachten.',
    en: 'You hear the question under the question, notice without making a diagnosis, and refer to the point: to care, or to something that makes people stronger. Beforehand you say what someone may expect there.',
  },
  source: {
    nl: 'Gids voor lokale besturen van opvang naar samenleven (2016): handvatten voor welzijn',
    en: 'Guide for local authorities from reception to living together (2016): handles for wellbeing',
  },
  work: [
    { title: { nl: 'Een vraag noteren', en: 'Record a question' }, href: '/questions/new' },
    { title: { nl: 'De sociale kaart', en: 'The social map' }, href: '/directory' },
    { title: { nl: 'De doorverwijzingen', en: 'The referrals' }, href: '/referrals' },
  ],
  results: [
    { title: { nl: 'Hulpvragen per thema', en: 'Help questions by theme' }, href: '/figures/questions' },
    { title: { nl: 'Doorverwijzingen', en: 'Referrals' }, href: '/figures/referrals' },
  ],
  parts: {
    directory: {
      subThemes: [
        { theme: 'health-wellbeing', label: { nl: 'Slapen, spanning, zorgen', en: 'Sleep, tension, worries' } },
        { theme: 'health-wellbeing', label: { nl: 'Iemand om mee te praten', en: 'Someone to talk with' } },
        { theme: 'leisure', label: { nl: 'Wat sterker maakt', en: 'What makes stronger' } },
      ],
    },
    questions: {
      templates: [
        { label: { nl: 'Gehoord, nog niets nodig', en: 'Heard, nothing needed yet' }, theme: 'health-wellbeing', subTheme: { nl: 'Iemand om mee te praten', en: 'Someone to talk with' }, handling: ['informed'], minutes: 30 },
        { label: { nl: 'Naar zorg doorverwezen', en: 'Referred to care' }, theme: 'health-wellbeing', subTheme: { nl: 'Slapen, spanning, zorgen', en: 'Sleep, tension, worries' }, handling: ['referred'], minutes: 30 },
        { label: { nl: 'Naar iets dat sterker maakt', en: 'To something that makes stronger' }, theme: 'leisure', subTheme: { nl: 'Wat sterker maakt', en: 'What makes stronger' }, handling: ['referred'], minutes: 20 },
      ],
    },
  },
};
