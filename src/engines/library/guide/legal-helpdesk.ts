export const legalHelpdesk = {
  slug: 'juridische-helpdesk',
  title: 'Juridische helpdesk',
  summary: 'Je stelt een vraag over verblijf of rechten en krijgt binnen de termijn een antwoord met een bron.',
  markdown: `
## Eerst zoeken, dan vragen

Kies **Juridische helpdesk**. Zoek in de antwoorden op woorden of onderwerp. Vind je niets, kies dan **Stel een vraag** en schrijf ze zoals je ze aan een collega zou stellen. Eerst zie je wat al beantwoord is. Past er niets, kies dan een onderwerp en hoe dringend het is, en kies **Stel de vraag**.

Schrijf niet over wie het gaat: geen naam, adres of dossiernummer. Lijkt er toch een naam in te staan, dan zie je een waarschuwing. Kom je van een hulpvraag, dan blijft dat verband binnen: alleen wie hulpvragen mag lezen, ziet het.

## De termijn

Een expert antwoordt binnen 5 werkdagen, of binnen 2 als het dringend is. Tik op de klok om te zien hoe ze telt. Vraagt de expert iets terug, dan staat de klok stil tot je antwoordt, en dat staat erbij. Een beheerder of coördinator wijzigt de termijn onder **Beheer**; een vraag houdt de termijn van toen ze gesteld werd.

## Antwoorden

Maatschappelijk werkers en coördinatoren zien wat wacht op **Vandaag**. Open een vraag en kies **Neem deze vraag op**, of geef ze onder **Aan een collega geven** door. Schrijf het antwoord, waarop het steunt (wet en artikel, of een link) en tot wanneer het geldt. Met **Zet het ook bij de antwoorden** kunnen anderen het opnieuw gebruiken. Is de vraag al eens beantwoord, kies dan **Antwoord hiermee**.

## Antwoorden die nog kloppen

Elk antwoord heeft een dag waarvoor het nagekeken moet worden. Vanaf dan staat er **Nakijken** bij en komt het op **Vandaag** van de experts. Met **Kijk na of pas aan** bewaar je een nieuwe versie; de vorige blijft te lezen. Klopt het niet meer, kies dan **Trek dit antwoord in**. Zeg ook of een antwoord hielp: zo staat het meest gebruikte bovenaan.

## Partners zonder account

Partners stellen hun vraag op de pagina die onder de antwoorden staat. Ze krijgen een mail met een link. Pas als ze die volgen, is de vraag gesteld en begint de termijn. Met die link antwoorden ze ook, en lezen ze het antwoord. Een vraag die niemand bevestigt, is na een week weg.
`,
};
