import type { NotAcceptingReason, Theme } from '../../../engines/directory/index.ts';

/** A service of the town's social map. Addresses of organisations and people are nobody's. */
export interface DemoService {
  organisation: string;
  name: string;
  does: string;
  themes: readonly Theme[];
  languages: readonly string[];
  /** Before the @ of its address; left out where there is none, so that nothing can be referred to it. */
  mail?: string;
  hours?: string;
  /** Working days until its usual answer. */
  answersIn: number;
  notAccepting?: NotAcceptingReason;
  /** Months since somebody last looked whether this is still right. */
  confirmedMonthsAgo: number;
}

const office = 'Maandag tot vrijdag van 9 tot 12 uur; woensdag ook van 14 tot 17 uur';

export const services: readonly DemoService[] = [
  { organisation: 'Woonhuis Leiedam', name: 'Woonwinkel', does: 'Helpt een woning zoeken, leest een huurcontract na en schrijft je in voor een sociale woning.', themes: ['housing'], languages: ['nl', 'en', 'fr', 'ar'], mail: 'woonwinkel', hours: office, answersIn: 4, confirmedMonthsAgo: 1 },
  { organisation: 'Woonhuis Leiedam', name: 'Huurdersadvies', does: 'Geeft raad bij vocht, waarborg, opzeg en ruzie over de huur.', themes: ['housing', 'residence'], languages: ['nl', 'fr'], mail: 'huurdersadvies', hours: 'Dinsdag en donderdag van 13 tot 17 uur', answersIn: 7, confirmedMonthsAgo: 3 },
  { organisation: 'Woonhuis Leiedam', name: 'Woonbuddy’s', does: 'Vrijwilligers gaan mee naar een huisbezichtiging en helpen verhuizen.', themes: ['housing'], languages: ['nl', 'en', 'ti', 'uk'], mail: 'woonbuddys', answersIn: 9, notAccepting: 'waiting-list', confirmedMonthsAgo: 2 },
  { organisation: 'Werkpunt aan de Leie', name: 'Loopbaanonthaal', does: 'Eerste gesprek over werk, inschrijven als werkzoekende, diploma laten erkennen.', themes: ['work'], languages: ['nl', 'en', 'fr'], mail: 'loopbaan', hours: office, answersIn: 3, confirmedMonthsAgo: 1 },
  { organisation: 'Werkpunt aan de Leie', name: 'Opstap naar werk', does: 'Werkervaring en opleiding in zorg, bouw en logistiek, met Nederlands op de werkvloer.', themes: ['work', 'dutch'], languages: ['nl', 'en'], mail: 'opstap', answersIn: 8, confirmedMonthsAgo: 4 },
  { organisation: 'Werkpunt aan de Leie', name: 'Mentoren naar werk', does: 'Een mentor uit je beroep helpt je op weg naar werk op je niveau.', themes: ['work'], languages: ['nl', 'en', 'fr'], mail: 'mentoren', answersIn: 11, notAccepting: 'no-staff', confirmedMonthsAgo: 8 },
  { organisation: 'Taalhuis De Sluis', name: 'Intake Nederlands', does: 'Test je niveau en schrijft je in voor een cursus, overdag, ’s avonds of online.', themes: ['dutch'], languages: ['nl', 'en', 'fr', 'ar', 'ti', 'prs'], mail: 'intake', hours: office, answersIn: 5, confirmedMonthsAgo: 1 },
  { organisation: 'Taalhuis De Sluis', name: 'Praatcafé', does: 'Elke week Nederlands oefenen met buren, gratis en zonder inschrijven.', themes: ['dutch', 'leisure'], languages: ['nl'], mail: 'praatcafe', hours: 'Woensdag van 14 tot 16 uur, zaterdag van 10 tot 12 uur', answersIn: 2, confirmedMonthsAgo: 2 },
  { organisation: 'Taalhuis De Sluis', name: 'Leren lezen en schrijven', does: 'Alfalessen voor wie geen of weinig school liep, met opvang voor de kinderen.', themes: ['dutch'], languages: ['nl', 'prs', 'so', 'ti'], mail: 'alfa', answersIn: 12, notAccepting: 'full', confirmedMonthsAgo: 5 },
  { organisation: 'Inburgering Leiestreek', name: 'Trajectbegeleiding', does: 'Legt uit of je moet inburgeren, meldt je aan en volgt je traject op.', themes: ['civic-integration'], languages: ['nl', 'en', 'fr', 'ar', 'tr', 'so', 'ps'], mail: 'traject', hours: office, answersIn: 6, confirmedMonthsAgo: 1 },
  { organisation: 'Inburgering Leiestreek', name: 'Sociaal tolken', does: 'Een tolk ter plaatse, aan de telefoon of met beeld voor wie je verder helpt.', themes: ['other', 'residence'], languages: ['ar', 'prs', 'ps', 'ti', 'so', 'uk', 'ru', 'tr', 'ckb', 'kmr', 'ro', 'bg'], mail: 'tolken', answersIn: 1, confirmedMonthsAgo: 2 },
  { organisation: 'Huis van het Kind Leiedam', name: 'Schoolwijzer', does: 'Zoekt een school met plaats, helpt inschrijven en praat met de school.', themes: ['school-childcare'], languages: ['nl', 'en', 'fr', 'ar'], mail: 'schoolwijzer', hours: office, answersIn: 3, confirmedMonthsAgo: 1 },
  { organisation: 'Huis van het Kind Leiedam', name: 'Kinderopvangloket', does: 'Zoekt opvang voor jonge kinderen en berekent wat het kost.', themes: ['school-childcare'], languages: ['nl', 'en', 'fr'], mail: 'opvang', answersIn: 6, notAccepting: 'waiting-list', confirmedMonthsAgo: 1 },
  { organisation: 'Huis van het Kind Leiedam', name: 'Huiswerkklas', does: 'Vrijwilligers helpen kinderen na school met hun huiswerk.', themes: ['school-childcare', 'leisure'], languages: ['nl'], mail: 'huiswerk', answersIn: 8, confirmedMonthsAgo: 7 },
  { organisation: 'Sport en cultuur Leiedam', name: 'Vrijetijdstrajecten', does: 'Zoekt met jou een club of academie en regelt de korting.', themes: ['leisure'], languages: ['nl', 'en', 'fr'], mail: 'vrijetijd', answersIn: 5, confirmedMonthsAgo: 3 },
  { organisation: 'Sport en cultuur Leiedam', name: 'Fietsschool', does: 'Leert volwassenen fietsen en geeft tweedehandsfietsen een nieuwe eigenaar.', themes: ['leisure', 'work'], languages: ['nl'], mail: 'fietsschool', answersIn: 10, confirmedMonthsAgo: 9 },
  { organisation: 'Wijkgezondheidscentrum De Brug', name: 'Huisarts en verpleging', does: 'Dokter, verpleegkundige en kinesist zonder remgeld, na inschrijving.', themes: ['health-wellbeing'], languages: ['nl', 'fr', 'en', 'ar'], mail: 'onthaal.brug', hours: office, answersIn: 4, confirmedMonthsAgo: 2 },
  { organisation: 'Wijkgezondheidscentrum De Brug', name: 'Iemand om mee te praten', does: 'Eerste gesprekken bij verdriet, stress of slecht slapen, met een tolk als dat nodig is.', themes: ['health-wellbeing'], languages: ['nl', 'en', 'prs', 'uk'], mail: 'praten', answersIn: 13, notAccepting: 'waiting-list', confirmedMonthsAgo: 2 },
  { organisation: 'Welzijnshuis Leiedam', name: 'Sociale dienst', does: 'Leefloon, voorschotten, budget en hulp bij facturen.', themes: ['money-administration', 'housing'], languages: ['nl', 'fr', 'en'], mail: 'sociale.dienst', hours: office, answersIn: 3, confirmedMonthsAgo: 1 },
  { organisation: 'Welzijnshuis Leiedam', name: 'Energiepunt', does: 'Zoekt een goedkoper contract en verlaagt je verbruik.', themes: ['money-administration', 'housing'], languages: ['nl'], mail: 'energie', answersIn: 7, confirmedMonthsAgo: 4 },
  { organisation: 'Welzijnshuis Leiedam', name: 'Papieren en brieven', does: 'Leest samen een brief en vult formulieren in.', themes: ['money-administration', 'other'], languages: ['nl', 'fr', 'en', 'ar', 'uk'], mail: 'papieren', hours: 'Maandag en donderdag van 14 tot 18 uur', answersIn: 2, confirmedMonthsAgo: 1 },
  { organisation: 'Kringloop en afval Leiestreek', name: 'Afvalcoach', does: 'Legt thuis uit hoe sorteren werkt en brengt de eerste zakken mee.', themes: ['waste-environment'], languages: ['nl', 'fr', 'ro'], mail: 'afvalcoach', answersIn: 6, confirmedMonthsAgo: 3 },
  { organisation: 'Kringloop en afval Leiestreek', name: 'Startpakket', does: 'Huisraad, lakens en kleren voor wie een lege woning krijgt.', themes: ['housing', 'waste-environment'], languages: ['nl', 'en'], mail: 'startpakket', answersIn: 5, confirmedMonthsAgo: 2 },
  { organisation: 'Rechtspunt Leiestreek', name: 'Verblijf en gezin', does: 'Eerste advies over verblijf, gezinshereniging en nationaliteit.', themes: ['residence', 'civic-integration'], languages: ['nl', 'fr', 'en'], mail: 'verblijf', answersIn: 9, confirmedMonthsAgo: 2 },
  { organisation: 'Stadhuis Leiedam', name: 'Dienst bevolking', does: 'Inschrijving in de gemeente, identiteitskaart en attesten.', themes: ['residence', 'money-administration'], languages: ['nl', 'fr', 'en'], hours: office, answersIn: 2, confirmedMonthsAgo: 1 },
];
