import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { duplicateJobs, duplicateRoutes, duplicateSweeps } from './duplicates/routes.ts';
import { todayDuplicates } from './duplicates/today-duplicates.tsx';
import { elsewhereRoutes } from './elsewhere/list-elsewhere.ts';
import { compareElsewhereDaily, shareDuplicates } from './elsewhere/share-duplicates.ts';
import { todayElsewhere } from './elsewhere/today-elsewhere.tsx';
import { peopleHoldings } from './holdings.ts';
import { importJobs, importRoutes, importSweeps } from './import-newcomers/routes.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { expiringPart } from './list-expiring/today-expiring.tsx';
import { openingsToday } from './rights/restrict-person/list-restricted.tsx';
import { retentionSettings, retentionToday } from './rights/keep-no-longer/set-retention.tsx';
import { rightsRoutes, rightsSweeps } from './rights/routes.ts';
import { routes } from './routes.ts';
import { sealOpeningsPart } from './sealed/list-openings.tsx';
import { searchPart } from './search.ts';
import { termSettings } from './terms/routes.ts';
import { todayPart } from './today.tsx';

export { addressLines, householdRoles, type Address, type Household, type HouseholdRole, type HouseholdSummary, type Member, type NewHousehold, type NewMember } from './household.ts';
export { findHousehold, findHouseholdsByIds, findHouseholdSummaries, getHousehold } from './household.store.ts';
export { findContactPreference, type ContactPreference } from './contact-preference.ts';
export { findPersonSummaries, searchPersons } from './find-persons.store.ts';
export { blindKeys, compareBlind, type BlindPair, type BlindPerson } from './blind/blind-keys.ts';
export { findProbableMatches, type Likeness, type MatchReason, type ProbableMatch } from './match.ts';
export { findPersonsByKeys } from './match.store.ts';
export { nameKinds, type ContactWay, type Municipality, type NewPerson, type OtherName, type PartialDate, type Person, type PersonChange, type PersonLanguage, type PersonName, type PersonSummary } from './person.ts';
export { findPerson, findPersonsByIds, getPerson } from './person.store.ts';
export { erasedFile } from './rights/erase-person/erased-file.ts';
export { replayErasures } from './rights/erase-person/replay-erasures.ts';
export { consentKey, giveConsent, findConsent, findConsents, withdrawConsent } from './rights/consent.store.ts';
export { type Consent, type ConsentWay, type LegalBasis, type NewConsent } from './rights/consent.ts';
export { noteLine } from './life/note-line.ts';
export { changePersons, registerHousehold, registerHouseholds, registerPersons, setArrival } from './register.ts';

export const engine: Engine = {
  name: 'people',
  hasTables: true,
  grants: {
    // A list and a file show names: never to policy, volunteers or coaches. Who administers a small town brings in its list and sees it, but opens nobody's file.
    'people:list': ['guide', 'front-desk', 'social-worker', 'coordinator', 'administrator'],
    'people:read': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'people:register': ['front-desk', 'social-worker', 'coordinator'],
    'people:change': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'people:export': ['coordinator'],
    // On what ground someone stays: not for guides, and the desk asks the social worker.
    'people:status': ['social-worker', 'coordinator'],
    // What makes someone vulnerable, under seal.
    'people:sealed': ['social-worker'],
    // Who opened a seal and why, without what stands under it.
    'people:seal-openings': ['social-worker', 'coordinator'],
    // The lists of kinds of stay and of vulnerability.
    'people:lists': ['coordinator', 'administrator'],
    // Who may say that someone is to be hidden; and who may open whoever is, beside the accounts that are named.
    'people:restrict': ['social-worker', 'coordinator'],
    'people:restricted': ['coordinator'],
    // What cannot be undone is asked of few.
    'people:erase': ['coordinator'],
    'people:hand-over': ['social-worker', 'coordinator'],
    'people:retention': ['coordinator', 'administrator'],
    // Opens two files beside each other and makes one of them.
    'people:merge': ['front-desk', 'social-worker', 'coordinator'],
    'people:import': ['front-desk', 'coordinator', 'administrator'],
  },
  // The list that is brought in stands before the person with an id.
  routes: [...importRoutes, ...duplicateRoutes, ...elsewhereRoutes, ...rightsRoutes, ...routes],
  jobs: { ...importJobs, ...duplicateJobs },
  longJobs: Object.keys({ ...importJobs, ...duplicateJobs }),
  sweeps: { ...importSweeps, ...duplicateSweeps, 'compare-elsewhere': compareElsewhereDaily, ...rightsSweeps },
  navigation: [{ href: '/people', icon: 'users', permission: 'people:list', order: 10, label: (locale) => text(locale, 'navigation.people') }],
  settings: [...termSettings, retentionSettings],
  today: [expiringPart, openingsToday, retentionToday, sealOpeningsPart, todayPart, todayDuplicates, todayElsewhere],
  search: [searchPart],
  holdings: peopleHoldings,
  words: actWords(text, nl),
  exchanges: [shareDuplicates],
};
