import type { DirectoryPartData } from '../../engines/directory/part.ts';
import type { QuestionsPartData } from '../../engines/questions/part.ts';
import type { PracticeData } from '../../kernel/blueprint/practice-data.ts';

/**
 * Reception by need: the talk maps needs by domain and ends in one of three approaches, and what follows differs by it. The talk itself is that
 * of the welcome talks; this sets up what the register needs to follow it. Care trajectories for the most vulnerable are not part of it.
 */
export const blueprint: PracticeData<{ directory: DirectoryPartData; questions: QuestionsPartData }> = {
  id: 'tailored-reception',
  version: 1,
  title: { nl: 'Onthaal op maat', en: 'Reception by need' },
  about: {
    nl: 'Het gesprek brengt noden in kaart per domein en eindigt in een van drie manieren: wie zijn weg vindt, wie duidelijke informatie nodig heeft, en wie begeleiding nodig heeft. Elke nood wordt een hulpvraag met een vervolg.',
    en: 'The talk maps needs by domain and ends in one of three ways: who finds their own way, who needs clear information, and who needs guidance. Each need becomes a help question with a sequel.',
  },
  source: {
    nl: 'Gids voor lokale besturen van opvang naar samenleven (2016): onthaal op maat, Sint-Pieters-Leeuw',
    en: 'Guide for local authorities from reception to living together (2016): reception by need, Sint-Pieters-Leeuw',
  },
  work: [
    { title: { nl: 'De gezinnen die te verwelkomen zijn', en: 'The families to welcome' }, href: '/welcome' },
    { title: { nl: 'De vragen', en: 'The questions' }, href: '/questions' },
    { title: { nl: 'De doorverwijzingen', en: 'The referrals' }, href: '/referrals' },
  ],
  results: [
    { title: { nl: 'Verwelkomd binnen de termijn', en: 'Welcomed within the term' }, href: '/figures/welcomed' },
    { title: { nl: 'Hulpvragen per thema', en: 'Help questions by theme' }, href: '/figures/questions' },
    { title: { nl: 'Doorverwijzingen', en: 'Referrals' }, href: '/figures/referrals' },
  ],
  parts: {
    directory: {
      subThemes: [
        { theme: 'school-childcare', label: { nl: 'Opvoeding', en: 'Upbringing' } },
        { theme: 'dutch', label: { nl: 'Taalles zoeken', en: 'Looking for a language course' } },
        { theme: 'work', label: { nl: 'Werk zoeken', en: 'Looking for work' } },
      ],
    },
    questions: {
      templates: [
        { label: { nl: 'Informatie gegeven', en: 'Information given' }, theme: 'civic-integration', handling: ['informed'], minutes: 15 },
        { label: { nl: 'Samen op weg gegaan', en: 'Went along together' }, theme: 'other', channel: 'going-along', handling: ['went-along'], minutes: 60 },
      ],
    },
  },
};
