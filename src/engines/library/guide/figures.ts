export const figures = {
  slug: 'cijfers',
  title: 'Cijfers',
  summary: 'Je leest en deelt cijfers die niemand verraden.',
  markdown: `
## Wat je ziet

- **Verwelkomd binnen de termijn**: van de gezinnen waarvan de termijn afliep, hoeveel op tijd een gesprek hadden.
- **Gesprekken per taal**.
- **Hulpvragen per thema en maand**.
- **Doorverwijzingen**: wat er van kwam, en hoeveel dagen een antwoord duurde.
- **Hulpvragen per werkgever**: per kwartaal, voor de brugfiguren van alle organisaties samen.
- **Vergelijk met andere besturen**: naast elkaar en opgeteld, met besturen die dat afspraken.
- **Open statistieken**: asielaanvragen per jaar en beschermingsgraad van België, uit de tabellen van UNHCR.

Elk cijfer heeft een zin die zegt wat het toont, een tekening, een tabel en een CSV-bestand.

## De eerste keer

Staan je gegevens er volledig in? Kies dan **Cijfers vrijgeven**. Wat vrijgegeven is, ligt vast. Daarna volgt elke maand vanzelf, op de zesde dag van de volgende.

## Minder dan 5

Een aantal onder 5 tonen we niet, want dan is iemand te herkennen. Ook een tweede vakje kan leeg blijven: anders reken je het eerste uit met het totaal. In de tabel staat dan **Afgeschermd**, of *minstens* met wat wel getoond mag worden. Dat geldt ook voor het CSV-bestand, en voor iedereen, ook voor de beheerder.

## Een open statistiek inlezen

Kies **Cijfers**, dan **Statistiek invoeren**, en kies de CSV-tabel zoals UNHCR ze publiceert (aanvragen of beslissingen, per jaar en land van herkomst). Je ziet eerst wat er in staat. Bron, licentie en dag van inlezen blijven erbij staan. Dezelfde tabel twee keer inlezen verandert niets.

Eerste aanvragen (type N), volgende aanvragen (R) en beroepen (A) tellen we nooit samen.
`,
};
