export const person = {
  slug: 'persoon',
  title: 'Een persoon en een gezin bijhouden',
  summary: 'Je schrijft een gezin in één keer in, houdt bij wat verandert, en weet wie wat mag zien.',
  markdown: `
## Een gezin inschrijven

1. Ga naar **Personen**, **Persoon inschrijven**, en kies **Heel gezin in één keer**.
2. Vul bovenaan in wat voor iedereen geldt: familienaam, contacttaal, nationaliteit, aankomst en adres.
3. Geef elke persoon een rij: voornaam, geboorte, rol. Lege rijen slaan we over.
4. Is het bij iemand anders? Open **Anders dan het gezin, of telefoon en e-mail** onder die rij.

Alleen een naam is nodig. Wat je niet vraagt, laat je leeg: dat is iets anders dan nee.

## Het dossier van een persoon

Elk deel heeft een eigen pagina en een eigen formulier. Je wijzigt dus nooit per ongeluk iets anders.

| pagina | wat erop staat |
| --- | --- |
| **Fiche** | namen in elk schrift, geboorte, nationaliteiten, hoe iemand bereikt wil worden |
| **Talen** | contacttalen, en per taal het niveau van luisteren, lezen, spreken en schrijven (A1 tot C2) |
| **Wonen** | waar de persoon woont en woonde, ook apart van het gezin |
| **School en werk** | opleiding en erkenning van het diploma, werk hier en elders, wat iemand nu doet |
| **Verblijf** | op welke grond iemand hier is, met het document en de dag waarop het afloopt |
| **Verzegeld** | wat iemand kwetsbaar maakt |

- Is iets voorbij? Vul de dag in waarop het eindigde. De geschiedenis blijft.
- Stond iets er bij vergissing? Open het en kies **Dit was een vergissing**. Je kan dat meteen ongedaan maken.
- Wijzigt iemand anders op hetzelfde moment? Dan zie je beide versies naast elkaar en gaat niets verloren.

In de lijst van personen filter je op **Nederlands**: wie spreekt of leest minstens A1, A2, B1 of B2.

## Bereiken

Noteer bij **Bereiken** elke manier: telefoon, e-mail, post, of via iemand anders, zoals een buurvrouw of het OCMW. Duid aan wat de persoon het liefst heeft. Antwoorden op een verwijzing vertrekken langs die weg, in de eerste contacttaal.

## Verblijf dat afloopt

Maatschappelijk werkers en coördinatoren zien op **Vandaag** bij hoeveel mensen het verblijf afloopt binnen 30 dagen. Gidsen, onthaal, vrijwilligers en beleid zien de pagina **Verblijf** niet. Elke keer dat iemand ze opent, staat in de geschiedenis van de persoon.

De soorten verblijf komen mee met Wegwijs, met de wet als bron. Je voegt er zelf toe, of beëindigt er een, onder **Beheer**, **Soorten verblijf**.

## Onder zegel

Wat je onder zegel noteert, wordt versleuteld bewaard. Alleen maatschappelijk werkers kunnen het openen.

1. Kies waarom, en leg het in een zin uit.
2. Kies hoe lang: 15, 30 of hoogstens 60 minuten. Klaar? Kies **Nu sluiten**.
3. De coördinatoren krijgen een mail zonder naam, en het team ziet bij **Geopende zegels** wie opende en waarom.

Weet je iets nieuws? Dan noteer je het onder zegel zonder te openen.

## Het gezin verandert

Open het huishouden:

- **Splitsen**: kies wie apart gaat wonen, vanaf wanneer en waar. Je kiest of er een nieuw onthaal begint.
- **Samenvoegen**: zoek het andere huishouden en zeg wie iedereen is.

Je ziet altijd eerst wat er verandert. Daarna kan je het ongedaan maken, zolang er niets anders gewijzigd is.
`,
};
