import type { ExpertTheme } from '../../../engines/questions/index.ts';

export interface DemoExpertQuestion {
  theme: ExpertTheme;
  /** How many days before today it was asked. */
  daysAgo: number;
  question: string;
  /** Absent while it waits. */
  answer?: { general: string; words: string; sources: { label: string; href: string | null }[]; /** How many months it holds. */ months: number };
}

/** What colleagues asked the legal helpdesk of the made-up town. The answers are examples: the law has changed since, and will again. */
export const expertQuestions: readonly DemoExpertQuestion[] = [
  {
    theme: 'family',
    daysAgo: 200,
    question: 'Een vrouw is erkend als vluchteling. Tot wanneer kan haar man overkomen zonder dat zij een inkomen bewijst?',
    answer: {
      general: 'Tot wanneer is gezinshereniging zonder inkomensvoorwaarde mogelijk na een erkenning?',
      words: 'Voorbeeldantwoord, niet nagekeken door een jurist. Binnen het jaar na de erkenning gelden de voorwaarden van inkomen, huisvesting en ziekteverzekering niet voor de partner en de minderjarige kinderen, als de gezinsband er al was voor de aankomst. Dien de aanvraag in voor het jaar om is. Bewaar het bewijs van de datum.',
      sources: [{ label: 'Wet van 15 december 1980 (Vreemdelingenwet), artikel 10, § 2', href: null }],
      months: 12,
    },
  },
  {
    theme: 'work',
    daysAgo: 150,
    question: 'Mag iemand die nog op de beslissing over de asielaanvraag wacht al werken?',
    answer: {
      general: 'Vanaf wanneer mag een verzoeker om internationale bescherming werken?',
      words: 'Voorbeeldantwoord, niet nagekeken door een jurist. Vier maanden na de aanvraag, als er dan nog geen beslissing van het CGVS is. Op het attest van immatriculatie staat dan ‘arbeidsmarkt: onbeperkt’.',
      sources: [{ label: 'Koninklijk besluit van 2 september 2018, artikel 18', href: null }],
      months: 6,
    },
  },
  {
    theme: 'social-rights',
    daysAgo: 90,
    question: 'Een gezin zonder woning kan nergens ingeschreven worden. Hoe krijgt het toch een adres?',
    answer: {
      general: 'Wie kan een referentieadres bij het OCMW krijgen?',
      words: 'Voorbeeldantwoord, niet nagekeken door een jurist. Wie dakloos is, nergens ingeschreven staat en steun vraagt aan het OCMW, kan er een referentieadres krijgen. Vraag het aan het OCMW van de gemeente waar het gezin feitelijk verblijft.',
      sources: [{ label: 'Wet van 19 juli 1991 over de bevolkingsregisters, artikel 1, § 2', href: null }],
      months: 12,
    },
  },
  {
    theme: 'social-rights',
    daysAgo: 40,
    question: 'Iemand zonder verblijfsrecht moet naar het ziekenhuis. Wie betaalt?',
    answer: {
      general: 'Wanneer betaalt het OCMW dringende medische hulp?',
      words: 'Voorbeeldantwoord, niet nagekeken door een jurist. Het OCMW neemt de kosten op zich als een arts schriftelijk verklaart dat de zorg dringend is en de persoon behoeftig is. Het mag ook om preventieve zorg gaan.',
      sources: [{ label: 'Koninklijk besluit van 12 december 1996', href: null }],
      months: 12,
    },
  },
  { theme: 'integration', daysAgo: 3, question: 'Een jongere wordt binnenkort 18 jaar en is ingeschreven in de OKAN-klas. Is een inburgeringstraject dan verplicht?' },
  { theme: 'nationality', daysAgo: 1, question: 'Telt de tijd met een attest van immatriculatie mee voor de vijf jaar wettelijk verblijf?' },
];
