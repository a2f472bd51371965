export const rooms = {
  slug: 'zalen',
  title: 'Zalen, zitdagen en agenda’s',
  summary: 'Je boekt een lokaal, neemt een afspraak op een zitdag, en hebt alles in je eigen agenda.',
  markdown: `
## Het gebouw

Kies **Zalen**, dan **Gebouwen**. Een beheerder of coördinator voegt het gebouw toe met zijn openingsuren, en daarna de lokalen: soort, hoeveel mensen, uitrusting, toegankelijk met een rolstoel. Op **gesloten dagen** en feestdagen kan niemand boeken.

## Een lokaal boeken

Kies **Boek een lokaal**. Eén keer, elke week of elke maand; bij *elke maand* is dat bijvoorbeeld de eerste dinsdag of de laatste vrijdag. Een reeks loopt hoogstens 24 maanden en slaat feestdagen over, tenzij je dat anders kiest. Het uur blijft hetzelfde als de klok verspringt.

Is het lokaal niet vrij, dan zie je welke boeking in de weg zit, welke lokalen wel vrij zijn en welke uren. Van een reeks wordt dan niets bewaard, tot je kiest om alleen de vrije dagen te boeken.

Open een boeking om ze te verplaatsen of te annuleren: alleen deze keer, of deze en alle volgende.

## Zitdagen

Kies bij het boeken de **dienst** waarvoor mensen langskomen. Vul **minuten per afspraak** in en de pauzes, dan staat de zitdag in afspraken klaar. Laat de minuten leeg als mensen vrij binnenlopen.

- **Vandaag** onder Zalen toont wie in het gebouw is, wat nu bezig is en welke afspraak eerst vrij is.
- Tik op een vrij moment om te boeken: voor iemand met een dossier, die je zoekt op naam, of zonder dossier met een roepnaam of nummer. Die roepnaam wordt na de dag vergeten.
- Bij een doorverwijzing kies je een vrij moment van de dienst tijdens het gesprek zelf.
- **Aanloop**: noteer wie zonder afspraak binnenkomt, en hoe het afliep.
- Het deurbordje van een lokaal druk je af vanuit de pagina van het lokaal. Er staat nooit op wie komt.

Gaat een zitdag niet door of verschuift ze, dan zie je bij de afspraken wie je nog moet verwittigen.

## Tarieven en facturen

Een tarief geldt vanaf een dag, voor een soort lokaal of één lokaal, en voor een soort huurder. De huurder betaalt wat voor hem het goedkoopst is: per half uur dat begint, per halve dag of per dag. Zonder tarief is het gratis. **Annuleren** kost niets tot de termijn; daarna een deel.

**Facturen** toont per maand wat elke organisatie betaalt, om af te drukken of te bewaren als CSV.

## Agenda’s

Kies onder je naam **Mijn account**, dan **Agenda’s op je telefoon of computer**. Maak een link voor je eigen agenda, voor die van een team of voor een lokaal, en zet hem in het programma dat je gebruikt. Wat verplaatst of afgezegd wordt, komt vanzelf mee. Er staat nooit de naam van een nieuwkomer in.

Je ziet wanneer je agenda de link laatst ophaalde. Blijft dat twee dagen stil, dan staat er *Kijk dit na*: maak dan een nieuwe link. De oude stopt meteen.

## Wie werkt voor wie

Onder **Beheer** zegt een coördinator of beheerder voor welke organisatie elke collega werkt, en vanaf wanneer. Wat die collega noteert, telt bij die organisatie, en staat in de agenda van dat team.
`,
};
