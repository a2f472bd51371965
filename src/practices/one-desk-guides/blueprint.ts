import type { DirectoryPartData } from '../../engines/directory/part.ts';
import type { QuestionsPartData } from '../../engines/questions/part.ts';
import type { ReferralsPartData } from '../../engines/referrals/part.ts';
import type { PracticeData } from '../../kernel/blueprint/practice-data.ts';

/**
 * Guides and the one-stop desk: any question, at the desk, at town hall one day a week, online or by going along; recorded by theme and life
 * domain in one register for the bridge figures of all employers. Referral first; the guide steps in when a referral stalls.
 */
export const blueprint: PracticeData<{ directory: DirectoryPartData; questions: QuestionsPartData; referrals: ReferralsPartData }> = {
  id: 'one-desk-guides',
  version: 1,
  title: { nl: 'Toeleiders en het ene loket', en: 'Guides and the one-stop desk' },
  about: {
    nl: 'Elke vraag mag aan één loket: aan de balie, op de zitdag in het stadhuis, online of onderweg. Alle brugfiguren noteren in één register, van welke werkgever ze ook zijn.',
    en: 'Any question may come to one desk: at the counter, at the weekly day in town hall, online or on the way. All bridge figures record in one register, whoever employs them.',
  },
  source: {
    nl: 'Gids voor lokale besturen van opvang naar samenleven (2016): toeleiders en het ene loket, Kortrijk',
    en: 'Guide for local authorities from reception to living together (2016): guides and the one-stop desk, Kortrijk',
  },
  work: [
    { title: { nl: 'Een vraag noteren', en: 'Record a question' }, href: '/questions/new' },
    { title: { nl: 'De vragen', en: 'The questions' }, href: '/questions' },
    { title: { nl: 'De doorverwijzingen', en: 'The referrals' }, href: '/referrals' },
    { title: { nl: 'Wie voor welke organisatie werkt', en: 'Who works for which organisation' }, href: '/directory/colleagues' },
    { title: { nl: 'De signalen aan het beleid', en: 'The signals to policy' }, href: '/signals' },
  ],
  results: [
    { title: { nl: 'Hulpvragen per thema', en: 'Help questions by theme' }, href: '/figures/questions' },
    { title: { nl: 'Hulpvragen per werkgever', en: 'Help questions per employer' }, href: '/figures/employers' },
    { title: { nl: 'Doorverwijzingen', en: 'Referrals' }, href: '/figures/referrals' },
  ],
  parts: {
    directory: {
      subThemes: [
        { theme: 'housing', label: { nl: 'Huurwaarborg', en: 'Rental deposit' } },
        { theme: 'housing', label: { nl: 'Sociale woning', en: 'Social housing' } },
        { theme: 'work', label: { nl: 'Diploma laten erkennen', en: 'Recognition of a diploma' } },
        { theme: 'dutch', label: { nl: 'Oefenkansen Nederlands', en: 'Chances to practise Dutch' } },
        { theme: 'school-childcare', label: { nl: 'Inschrijven op school', en: 'Enrolment at school' } },
        { theme: 'money-administration', label: { nl: 'Brief of formulier', en: 'Letter or form' } },
      ],
    },
    questions: {
      places: [
        { nl: 'Het loket', en: 'The desk' },
        { nl: 'Zitdag in het stadhuis', en: 'Weekly day in town hall' },
        { nl: 'Online', en: 'Online' },
      ],
      templates: [
        { label: { nl: 'Brief uitgelegd', en: 'Letter explained' }, hotkey: 'B', theme: 'money-administration', subTheme: { nl: 'Brief of formulier', en: 'Letter or form' }, channel: 'desk', handling: ['informed'], minutes: 10 },
        { label: { nl: 'Huurwaarborg uitgelegd', en: 'Rental deposit explained' }, hotkey: 'H', theme: 'housing', subTheme: { nl: 'Huurwaarborg', en: 'Rental deposit' }, channel: 'desk', handling: ['informed'], minutes: 15 },
        { label: { nl: 'School: doorverwezen', en: 'School: referred' }, hotkey: 'S', theme: 'school-childcare', subTheme: { nl: 'Inschrijven op school', en: 'Enrolment at school' }, channel: 'desk', handling: ['referred'], minutes: 15 },
        { label: { nl: 'Meegegaan naar een dienst', en: 'Went along to a service' }, hotkey: 'M', theme: 'other', handling: ['went-along'], minutes: 60 },
      ],
      signals: { times: 5, voices: 3, days: 90, source: { nl: 'Voorstel van de praktijk: vijf keer in een kwartaal, door drie verschillende mensen', en: 'Proposal of the practice: five times in a quarter, by three different people' } },
    },
    referrals: {
      terms: { firstReminder: 5, secondReminder: 10, stalled: 30, link: 90, source: { nl: 'Voorstel van de praktijk: eerst doorverwijzen, en terug bij de toeleider als het stilvalt', en: 'Proposal of the practice: refer first, and back with the guide when it stalls' } },
    },
  },
};
