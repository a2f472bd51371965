export const rights = {
  slug: 'rechten',
  title: 'Toestemming, afschermen en wissen',
  summary: 'Je weet wie wat mag weten van een persoon, en doet wat de persoon daarover vraagt.',
  markdown: `
Open een persoon. Bovenaan staan **Netwerk**, **Toestemmingen**, **Wie weet wat** en **Rechten**.

## Toestemmingen

1. Kies **Toestemming noteren** en zeg welke organisatie, waarvoor, wat ze mag weten en tot wanneer.
2. Trekt de persoon ze in? Kies **Intrekken**. Vanaf dat moment wordt niets meer gedeeld: een doorverwijzing kijkt dit bij elke stap na.
3. Loopt ze af? Kies **Verlengen**. De oude blijft in de geschiedenis.

## Wie weet wat

Dit blad is voor de persoon zelf, in het Nederlands en in de eigen taal. Met **Blad met eigen link maken** druk je er een code op: daarmee leest de persoon het blad op de eigen telefoon en trekt een toestemming zelf in. De link werkt 30 dagen.

## Netwerk

Zet op de kaart wie er rond iemand staat: familie hier en elders, school, huisarts, club, begeleiders. Een vierkant is een steunfiguur: wie blijft, ook als de hulp stopt. Ernaast staat hoe vaak iemand verhuisde of van begeleider wisselde.

## Afschermen

Maatschappelijk werkers en coördinatoren schermen iemand af onder **Rechten**. De naam, het adres en de telefoon zijn dan voor niemand anders te zien: de persoon heet overal **Afgeschermd** met vier tekens, telt mee in cijfers, en staat in geen lijst of zoekresultaat. Wie aangeduid is, opent het dossier met een reden, hoogstens 60 minuten. Het team ziet op **Vandaag** wie dat deed.

Wat iemand in een vrije tekst over een persoon schreef, wordt niet doorzocht. Schrijf dus geen namen in een vrije tekst.

## Meegeven wat we bewaren

Onder **Rechten** maak je een link naar alles wat we bewaren, om te lezen en als bestand. Het bestand is JSON: format is altijd wegwijs-person, version is 1, person is de fiche, en onder holdings staat per deel wat bewaard wordt. Dagen staan als 2026-03-01, talen en landen als code. De link werkt 14 dagen.

## Wissen

Coördinatoren zien eerst wat er verdwijnt. Weigeren kan alleen met een wettelijke grond. Wie gewist is, komt ook niet terug als iemand een oudere back-up terugzet: bewaar daarvoor de map erased van de installatie apart van de back-ups.

## Bewaartermijnen

Onder **Beheer**, **Bewaartermijnen** bepaal je na hoeveel jaar zonder iets nieuws iemand vanzelf gewist wordt, met de bron. Je ziet eerst wie dat treft. Niemand gaat zonder dat het weken vooraf op **Vandaag** stond; **Tegenhouden** kan altijd.
`,
};
