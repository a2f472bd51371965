import type { DirectoryPartData } from '../../engines/directory/part.ts';
import type { QuestionsPartData } from '../../engines/questions/part.ts';
import type { PracticeData } from '../../kernel/blueprint/practice-data.ts';

/**
 * A welfare campus: one reception desk that routes every inhabitant, in a building where organisations rent offices and classrooms or hold
 * consultation days. The rooms and prices are an example to change: the guide names no amounts.
 */
export const blueprint: PracticeData<{ directory: DirectoryPartData; questions: QuestionsPartData }> = {
  id: 'welfare-campus',
  version: 1,
  title: { nl: 'Welzijnscampus met één onthaal', en: 'Welfare campus with one reception desk' },
  about: {
    nl: 'Eén onthaal wijst iedereen de weg in een gebouw waar organisaties kantoren en leslokalen huren of zitdagen houden, met het huis van het kind en de lokale opvang.',
    en: 'One desk shows everyone the way in a building where organisations rent offices and classrooms or hold consultation days, with the house of the child and local reception.',
  },
  source: {
    nl: 'Gids voor lokale besturen van opvang naar samenleven (2016): welzijnscampus, Dilbeek. Lokalen en prijzen zijn een voorbeeld.',
    en: 'Guide for local authorities from reception to living together (2016): welfare campus, Dilbeek. Rooms and prices are an example.',
  },
  work: [
    { title: { nl: 'Vandaag in het gebouw', en: 'Today in the building' }, href: '/rooms' },
    { title: { nl: 'Een vraag noteren', en: 'Record a question' }, href: '/questions/new' },
    { title: { nl: 'De sociale kaart', en: 'The social map' }, href: '/directory' },
  ],
  results: [{ title: { nl: 'Hulpvragen per thema', en: 'Help questions by theme' }, href: '/figures/questions' }],
  parts: {
    directory: {
      subThemes: [{ theme: 'school-childcare', label: { nl: 'Huis van het kind', en: 'House of the child' } }],
      building: {
        name: { nl: 'Welzijnscampus', en: 'Welfare campus' },
        rooms: [
          { name: { nl: 'Onthaal', en: 'Reception' }, kind: 'counter', capacity: 2 },
          { name: { nl: 'Spreekkamer 1', en: 'Consulting room 1' }, kind: 'office', capacity: 4 },
          { name: { nl: 'Spreekkamer 2', en: 'Consulting room 2' }, kind: 'office', capacity: 4 },
          { name: { nl: 'Huis van het kind', en: 'House of the child' }, kind: 'meeting', capacity: 15 },
          { name: { nl: 'Leslokaal A', en: 'Classroom A' }, kind: 'classroom', capacity: 20 },
          { name: { nl: 'Leslokaal B', en: 'Classroom B' }, kind: 'classroom', capacity: 20 },
        ],
        tariffs: [
          { roomKind: 'office', hourCents: 500, halfDayCents: 1500, dayCents: 2500 },
          { roomKind: 'classroom', hourCents: 800, halfDayCents: 2500, dayCents: 4000 },
          { renter: 'authority', hourCents: 0, halfDayCents: 0, dayCents: 0 },
        ],
        term: { cancelDays: 2, latePercent: 50, halfDayHours: 4 },
      },
    },
    questions: {
      places: [{ nl: 'Onthaal van de welzijnscampus', en: 'Reception of the welfare campus' }],
      templates: [{ label: { nl: 'Weg gewezen in huis', en: 'Shown the way in the house' }, hotkey: 'W', theme: 'other', channel: 'desk', handling: ['referred'], minutes: 3 }],
    },
  },
};
