import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { blueprintPart } from './adopt-part.ts';
import { everyRole } from '../../kernel/access/role.ts';
import { askOwners } from './ask-owners/ask-owners.ts';
import { text as ownerText } from './ask-owners/messages.ts';
import { proposalsToday } from './ask-owners/today.tsx';
import { exchangeJobs } from './exchange/import-services/jobs.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { forgetNames } from './rooms/forget-names.ts';
import { appointmentsHeld } from './rooms/holding.ts';
import { consultationsToday } from './rooms/today-part.tsx';
import { roomCalendar } from './rooms/calendar-part.ts';
import { text as roomText } from './rooms/messages.ts';
import { routes } from './routes.ts';
import { searchPart } from './search.ts';

export { noteAnswer, type NotedAnswer } from './answer.store.ts';
export { employ, endEmployment, type NewEmployment } from './employment/employment.ts';
export { findColleagues, findEmployer, findEmployers, findEmployments, type Colleague, type Employer, type Employment } from './employment/employment.store.ts';
export { isLanguageCode } from './language-code.ts';
export { findMunicipalities, putMunicipalities } from './municipality.store.ts';
export { findOrganisations } from './organisation.store.ts';
export { addOrganisations, addServices, type NewOrganisation, type NewService } from './register.ts';
export { findRoom, findRooms } from './rooms/room.store.ts';
export type { Building, Room } from './rooms/room.ts';
export { bookRoom, type Clash, type Timing } from './rooms/bookings.ts';
export { findFreeSlots, findSlotsOfReferrals, type FreeSlot, type ReferralSlot, type SlotTaking } from './rooms/slot.store.ts';
export { releaseSlot, takeSlot } from './rooms/slots.ts';
export { searchWords, wordsQuery } from './search-words.store.ts';
export { findServices } from './find-services/find-services.store.ts';
export { findService, findServicesByIds, getService } from './service.store.ts';
export { isStale, type Municipality, type NotAcceptingReason, type Organisation, type Service, type ServiceFilter } from './service.ts';
export { findOwnLists, type OwnLists } from './own-lists.store.ts';
export { addSubThemes } from './taxonomy/keep-sub-themes.ts';
export { findRollUps, findSubThemes } from './taxonomy/sub-theme.store.ts';
export type { RollUp, SubTheme, Taxonomy } from './taxonomy/taxonomy.ts';
export { baseTaxonomy } from './taxonomy/base-taxonomy.ts';
export { countsAsOn, currentThemes, findThemes, isTheme, lifeDomainLabel, lifeDomainOf, lifeDomains, subThemesOf, themeIcon, themeLabel, themes, themesOf, type LifeDomain, type Theme, type ThemeWithSubThemes } from './themes.ts';

export const engine: Engine = {
  name: 'directory',
  hasTables: true,
  grants: {
    'directory:read': everyRole,
    'directory:change': ['coordinator', 'administrator', 'social-worker', 'front-desk'],
    'directory:import': ['coordinator', 'administrator'],
    'directory:taxonomy': ['coordinator', 'administrator'],
    'directory:settings': ['coordinator', 'administrator'],
    'directory:employ': ['coordinator', 'administrator'],
    'rooms:read': everyRole,
    'rooms:book': ['front-desk', 'social-worker', 'coordinator', 'administrator', 'guide'],
    'rooms:manage': ['coordinator', 'administrator'],
    // Who comes to a consultation, and who walked in: for those who may see names.
    'rooms:desk': ['front-desk', 'social-worker', 'coordinator', 'guide'],
  },
  routes,
  navigation: [{ href: '/directory', icon: 'map', permission: 'directory:read', order: 60, label: (locale) => text(locale, 'navigation.label') }, { href: '/rooms', icon: 'door-open', permission: 'rooms:read', order: 62, label: (locale) => roomText(locale, 'rooms.navigation') }],
  settings: [
    { href: '/directory/colleagues', icon: 'users', permission: 'directory:employ', title: (locale) => text(locale, 'employ.title'), about: (locale) => text(locale, 'employ.about') },
    { href: '/settings/themes', icon: 'list-checks', permission: 'directory:taxonomy', title: (locale) => text(locale, 'taxonomy.title'), about: (locale) => text(locale, 'taxonomy.about') },
    { href: '/settings/social-map', icon: 'map', permission: 'directory:settings', title: (locale) => ownerText(locale, 'map.title'), about: (locale) => ownerText(locale, 'map.about') },
  ],
  search: [searchPart],
  jobs: exchangeJobs,
  sweeps: { 'forget-desk-names': forgetNames, 'ask-owners': askOwners },
  today: [consultationsToday, proposalsToday],
  calendars: [roomCalendar],
  holdings: [appointmentsHeld],
  words: actWords(text, nl),
  blueprintPart,
};
