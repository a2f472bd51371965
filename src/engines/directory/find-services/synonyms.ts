import type { Theme } from '../themes.ts';

/** What people say when they mean a theme, in Dutch, English and French; data, in lower case, one word or a few. */
export const synonyms: Partial<Record<Theme, readonly string[]>> = {
  housing: ['wonen', 'woning', 'huis', 'appartement', 'studio', 'kamer', 'huren', 'huur', 'huurhuis', 'huurcontract', 'huurwaarborg', 'verhuizen', 'woonst', 'dak', 'dakloos', 'opvang', 'sociale woning', 'house', 'housing', 'home', 'rent', 'flat', 'logement', 'loyer', 'maison'],
  work: ['werk', 'werken', 'job', 'jobs', 'baan', 'vacature', 'solliciteren', 'sollicitatie', 'cv', 'interim', 'vdab', 'arbeidskaart', 'diploma erkennen', 'stage', 'work', 'employment', 'travail', 'emploi'],
  dutch: ['nederlands', 'nederlandse les', 'taalles', 'taallessen', 'taalcursus', 'conversatie', 'praattafel', 'nt2', 'leren lezen', 'dutch', 'language course', 'cours de néerlandais', 'néerlandais'],
  'civic-integration': ['inburgering', 'inburgeren', 'maatschappelijke oriëntatie', 'inburgeringsattest', 'civic integration', 'intégration civique'],
  'school-childcare': ['school', 'scholen', 'kleuterschool', 'inschrijven op school', 'kinderopvang', 'crèche', 'opvang kind', 'onthaalouder', 'huiswerk', 'huiswerkbegeleiding', 'okan', 'kinderen', 'childcare', 'école', 'garderie'],
  leisure: ['vrije tijd', 'sport', 'sporten', 'voetbal', 'zwemmen', 'hobby', 'jeugdbeweging', 'vereniging', 'fiets', 'fietsen', 'bibliotheek', 'speelplein', 'muziek', 'leisure', 'loisirs'],
  'health-wellbeing': ['gezondheid', 'dokter', 'dokters', 'huisarts', 'arts', 'ziek', 'ziekenhuis', 'tandarts', 'apotheek', 'psycholoog', 'psychische hulp', 'therapie', 'zwanger', 'vroedvrouw', 'vaccin', 'mutualiteit', 'ziekenfonds', 'welzijn', 'doctor', 'dentist', 'health', 'médecin', 'santé', 'طبيب', 'лікар'],
  'money-administration': ['geld', 'schuld', 'schulden', 'factuur', 'facturen', 'budget', 'leefloon', 'ocmw', 'bank', 'bankrekening', 'belasting', 'belastingen', 'papieren', 'brief', 'formulier', 'administratie', 'kindergeld', 'groeipakket', 'voedsel', 'voedselpakket', 'money', 'debts', 'argent', 'dettes'],
  'waste-environment': ['afval', 'vuilnis', 'vuilzak', 'vuilzakken', 'containerpark', 'recyclagepark', 'sorteren', 'milieu', 'energie', 'waste', 'déchets'],
  residence: ['verblijf', 'verblijfsvergunning', 'verblijfskaart', 'asiel', 'asielaanvraag', 'gezinshereniging', 'advocaat', 'juridische hulp', 'nationaliteit', 'visum', 'terugkeer', 'residence permit', 'lawyer', 'asylum', 'avocat', 'titre de séjour', 'محامي'],
};

/** Says nothing about what is sought. */
export const fillers = new Set(
  'de het een der en of ze zij die dat wie wat waar met voor van naar bij op aan te om tot uit ik wij we zoek zoekt zoeken vind vinden kan kunnen wil willen heb nodig hulp helpt help spreekt spreken praat iemand mensen in rond omgeving buurt dienst diensten the a an who speaks speak that for near find i need le la les un une qui parle à au'.split(' '),
);

/** Each says that it must be open at this moment. */
export const openNow = ['nu open', 'open nu', 'nu geopend', 'vandaag open', 'open now', 'ouvert maintenant', 'open'];

/** Each says that it must take people on. */
export const acceptsNow = ['neemt mensen aan', 'neemt nog mensen aan', 'geen wachtlijst', 'geen wachttijd', 'meteen terecht', 'plaats vrij'];

/** Each says that it must cost nothing. */
export const freeOfCharge = ['gratis', 'kosteloos', 'free', 'gratuit'];
