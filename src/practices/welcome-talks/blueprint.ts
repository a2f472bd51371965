import type { BlueprintData } from '../../engines/cases/part.ts';
import { invitation } from './letter.ts';
import { talk } from './talk.ts';

/**
 * Welcome talks: every family that arrives is invited to a talk, in a language it speaks, within three months.
 * After the regional practice of peer guides in the guide of 2016 (Halle-Vilvoorde region; the term of three months
 * is that of the Middenkempen region).
 */
export const blueprint: BlueprintData = {
  id: 'welcome-talks',
  version: 1,
  title: { nl: 'Welkomstgesprekken', en: 'Welcome talks' },
  about: {
    nl: 'Elk gezin dat hier komt wonen, krijgt een gesprek met een toeleider die zijn taal spreekt. Wat het gezin nodig heeft, wordt een hulpvraag.',
    en: 'Each family that comes to live here has a talk with a guide who speaks its language. What the family needs becomes a help question.',
  },
  source: {
    nl: 'Gids voor lokale besturen van opvang naar samenleven (2016): welkomstgesprekken door toeleiders, regio Halle-Vilvoorde',
    en: 'Guide for local authorities from reception to living together (2016): welcome talks by peer guides, Halle-Vilvoorde region',
  },
  questionnaires: [talk],
  trajectory: {
    subject: 'household',
    opens: { on: 'arrival', lookBack: 'P1Y' },
    stages: [
      {
        id: 'invite',
        name: { nl: 'Uitnodigen', en: 'Inviting' },
        tasks: [
          { id: 'appointment', kind: 'appointment', name: { nl: 'Gesprek plannen', en: 'Plan the talk' } },
          { id: 'letter', kind: 'invitation', name: { nl: 'Uitnodiging maken', en: 'Make the invitation' }, isRequired: false, entry: [{ on: [{ item: 'appointment', event: 'complete' }] }] },
        ],
        exit: [{ on: [{ item: 'welcomed', event: 'occur' }] }],
      },
      {
        id: 'meet',
        name: { nl: 'Ontmoeten', en: 'Meeting' },
        tasks: [{ id: 'hold-talk', kind: 'questionnaire', questionnaire: 'talk', name: { nl: 'Gesprek voeren', en: 'Hold the talk' } }],
      },
    ],
    milestones: [{ id: 'welcomed', name: { nl: 'Verwelkomd', en: 'Welcomed' }, entry: [{ on: [{ item: 'hold-talk', event: 'complete' }] }] }],
    clocks: [
      {
        id: 'welcome',
        name: { nl: 'Verwelkomen', en: 'Welcoming' },
        starts: 'opening',
        stops: 'welcomed',
        duration: 'P3M',
        soon: 'P3W',
        rule: { nl: 'Elk nieuw gezin heeft zijn welkomstgesprek binnen de termijn die gold op de dag van aankomst.', en: 'Each new family has its welcome talk within the term that was valid on the day of arrival.' },
        source: {
          nl: 'Richttermijn van 3 maanden uit de gids van 2016 (Middenkempen); geen wettelijke termijn',
          en: 'Guideline of 3 months from the guide of 2016 (Middenkempen); not a statutory term',
        },
      },
    ],
    completes: { milestone: 'welcomed', outcome: 'welcomed' },
    closings: [
      { id: 'moved-away', name: { nl: 'Verhuisd naar een andere gemeente', en: 'Moved to another municipality' } },
      { id: 'refused', name: { nl: 'Wil geen gesprek', en: 'Does not want a talk' } },
      { id: 'not-reached', name: { nl: 'Niet bereikt', en: 'Not reached' } },
      { id: 'welcomed-elsewhere', name: { nl: 'Elders al verwelkomd', en: 'Already welcomed elsewhere' } },
      { id: 'opened-by-mistake', name: { nl: 'Bij vergissing geopend', en: 'Opened by mistake' } },
    ],
    minutes: 60,
    invitation,
    talk: {
      task: 'hold-talk',
      needs: 'needs',
      ownWords: 'own',
      themes: {
        housing: 'housing',
        work: 'work',
        dutch: 'dutch',
        'civic-integration': 'civic-integration',
        'school-childcare': 'school-childcare',
        leisure: 'leisure',
        'health-wellbeing': 'health-wellbeing',
        'money-administration': 'money-administration',
        'waste-environment': 'waste-environment',
      },
      approach: { page: 'approach', field: 'approach' },
    },
  },
};
