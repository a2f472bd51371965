import type { Theme } from '../../../engines/directory/index.ts';

interface Asked {
  /** How many of a hundred questions. */
  weight: number;
  /** What makes it more in a month of the year (1 to 12). */
  busy?: Readonly<Record<number, number>>;
  /** What is noted, and what is asked of a service. Never a name. */
  notes: readonly string[];
}

export const asked: Readonly<Record<Theme, Asked>> = {
  housing: {
    weight: 19,
    notes: [
      'Zoekt een woning met drie slaapkamers; het huidige contract loopt over twee maanden af.', 'Vocht in de slaapkamer, de verhuurder antwoordt niet.', 'Begrijpt het huurcontract niet en wil het samen lezen.',
      'Heeft de waarborg nog niet terug na de verhuis.', 'Wil zich inschrijven voor een sociale woning.', 'De verwarming werkt niet en er zijn kleine kinderen.', 'Moet binnen zes weken uit de opvang en vindt niets.',
      'Zoekt huisraad voor een lege woning.',
    ],
  },
  work: {
    weight: 13,
    notes: [
      'Wil een diploma van verpleegkundige laten erkennen.', 'Zoekt werk overdag, als de kinderen op school zijn.', 'Wil zich inschrijven als werkzoekende.', 'Heeft vragen over een contract van een dag.',
      'Werkte als elektricien en zoekt een opleiding om hier te mogen werken.', 'Wil een eigen zaak beginnen en weet niet waar te starten.',
    ],
  },
  dutch: {
    weight: 12,
    busy: { 1: 1.4, 8: 1.5, 9: 1.9 },
    notes: ['Wil avondles Nederlands, overdag is er werk.', 'Zoekt oefenkansen: de cursus is gedaan, maar er is niemand om mee te praten.', 'Leerde nooit lezen en schrijven en wil dat nu.', 'Zoekt opvang voor de baby tijdens de les.', 'Wil overstappen naar een hoger niveau.'],
  },
  'civic-integration': {
    weight: 6,
    notes: ['Weet niet of inburgeren moet of mag.', 'Kreeg een brief over inburgering en verstaat hem niet.', 'Vraagt hoe lang het traject duurt en wat het kost.', 'Heeft het attest nodig voor een aanvraag.'],
  },
  'school-childcare': {
    weight: 12,
    busy: { 3: 1.3, 5: 1.3, 6: 1.2, 8: 1.8, 9: 2.1 },
    notes: ['Zoekt een school voor twee kinderen, dicht bij huis.', 'De tiener zit alleen in de klas en wil niet meer gaan.', 'Kan de schoolrekening niet in één keer betalen.', 'Zoekt opvang voor een kind van acht maanden.', 'Wil weten wanneer een kind naar de kleuterklas mag.'],
  },
  leisure: {
    weight: 5,
    busy: { 6: 1.8, 9: 1.5 },
    notes: ['Zoekt een voetbalclub voor een kind van tien.', 'Wil leren fietsen.', 'Zoekt een plek om te koken en andere mensen te leren kennen.', 'Vraagt naar kampen in de zomer met korting.'],
  },
  'health-wellbeing': {
    weight: 10,
    busy: { 1: 1.3, 2: 1.3, 11: 1.2 },
    notes: ['Zoekt een huisarts die nog mensen inschrijft.', 'Slaapt slecht en wil met iemand praten.', 'Begrijpt de brief van het ziekenfonds niet.', 'Is zwanger en weet niet waar naartoe.', 'Zoekt een tandarts die met een tolk werkt.'],
  },
  'money-administration': {
    weight: 13,
    busy: { 1: 1.5, 12: 1.3 },
    notes: ['Kreeg een aanmaning voor water en kan niet ineens betalen.', 'Wil een bankrekening openen.', 'Brengt een map met brieven mee om te sorteren.', 'Wil het groeipakket aanvragen.', 'Heeft hulp nodig bij de belastingaangifte.', 'De energiefactuur is verdubbeld.'],
  },
  'waste-environment': { weight: 3, notes: ['Weet niet welke zak waarvoor is.', 'Vraagt wanneer het grofvuil komt.', 'Kreeg een boete voor sluikstorten en begrijpt niet waarom.'] },
  residence: {
    weight: 6,
    notes: ['De kaart vervalt over een maand.', 'Wil partner en kind laten overkomen.', 'Vraagt wat er nodig is om Belg te worden.', 'Wacht al lang op een beslissing en weet niet wat er nog moet gebeuren.'],
  },
  other: { weight: 1, notes: ['Zoekt een plek om te bidden.', 'Vraagt hoe een uitvaart hier geregeld wordt.', 'Wil zelf vrijwilliger worden.'] },
};
