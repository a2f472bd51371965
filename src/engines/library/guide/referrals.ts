export const referrals = {
  slug: 'doorverwijzen',
  title: 'Doorverwijzen',
  summary: 'Je stuurt een vraag naar een dienst, volgt wat ermee gebeurt, en krijgt ze terug als het stil blijft.',
  markdown: `
## Versturen

1. Open de hulpvraag en kies **Doorverwijzen**. De vraag moet een naam hebben: een dienst moet weten voor wie het is.
2. Kies een dienst. Bovenaan staan diensten die nu mensen aannemen, de taal spreken en snel antwoorden. Vanaf vijf antwoorden staat erbij binnen hoeveel dagen een dienst meestal antwoordt. Een dienst zonder e-mailadres kun je niet kiezen: bel die, of vul het adres aan in de sociale kaart.
3. Heeft de dienst zitdagen, kies dan **Toon vrije momenten van de gekozen dienst** en neem een moment, terwijl de persoon nog bij je zit of aan de telefoon is. Het is meteen bezet.
4. Noteer de **toestemming** voor deze organisatie: hoe, wanneer, tot wanneer, en wat de dienst mag zien naast de naam. Wat je niet aanvinkt, ziet de dienst niet.
5. Schrijf wat je vraagt. Zeg bij **Mag de persoon een bericht krijgen?** alleen ja als die dat wil en niemand anders meeleest.
6. Kies **Doorverwijzing versturen**. Wil je nog wachten, kies dan **Klaarzetten, later versturen**.

De dienst krijgt een mail zonder naam, met een link. Achter die link staat de vraag, en een account is niet nodig. Is er een afspraak, druk dan de **brief met de afspraak** af: in het Nederlands en de taal van de persoon, met een code voor de weg en de agenda.

## Wat de dienst kan antwoorden

*We nemen dit op*, *We hebben een afspraak* (met dag, uur en plaats), *We kunnen dit niet opnemen* (met een reden), *We zijn gestart*, *Het is afgerond*. Was een antwoord een vergissing, dan gaat het één stap terug. Antwoordt de dienst aan de telefoon, open dan de doorverwijzing en kies **Antwoordde de dienst op een andere manier?**. Bij **Verder overleg** schrijven jullie elkaar; de mails daarover zeggen niets van de persoon.

Een dienst die vaker vragen krijgt, kiest op haar pagina **Toon alles wat bij ons wacht**. De coördinator kan zo'n lijst sluiten bij **Beheer**.

## De toestemming stopt

Trekt de persoon de toestemming in, of is ze voorbij, dan ziet de dienst meteen niets meer: niet met de link, niet in de lijst. Er gaan ook geen herinneringen meer weg. Op de doorverwijzing lees je dat er geen toestemming geldt. Gaat de persoon weer akkoord, kies dan **Toestemming opnieuw noteren**.

## Wat de persoon hoort

Mag het, dan krijgt de persoon een sms of e-mail in het Nederlands en de eigen taal: als een dienst ja of nee zegt, bij een afspraak, en de dag ervoor. Er staat in wie, wanneer, waar en wie je belt, en nooit waarover het gaat. Een antwoord dat binnen vijf minuten teruggenomen wordt, vertellen we niet. Kan een bericht niet, dan staat er dat je het zelf vertelt, ook op je startpagina; kies daarna **Ik heb het zelf verteld**. Je zet berichten uit met **Geen berichten meer sturen**.

## Als het stil blijft

| wanneer | wat er gebeurt |
| --- | --- |
| na 5 werkdagen | de dienst krijgt een herinnering |
| na 10 werkdagen | de dienst krijgt een tweede herinnering |
| na 30 dagen zonder beweging | de vraag is **terug bij jou**, op je startpagina |

Ook een weigering komt terug bij jou. Op de doorverwijzing staan dan andere diensten die kunnen helpen: met **Hierheen** gaat alles wat je schreef mee, en je noteert alleen de toestemming voor de nieuwe organisatie. Of je kiest **Ik ga zelf mee**, of **Laten rusten**. De coördinator kan de termijnen aanpassen vanaf een dag die hij kiest.

## De lijst

Bij **Verwijzingen** zie je wat loopt, op wie het wacht en over hoeveel dagen het terugkomt. Je filtert op stand, thema, dienst en wie aan zet is, sorteert op een kolom, drukt af, en bewaart de lijst zonder namen als CSV (coördinator).

## Een zitdag verandert

Gaat een zitdag niet door of verschuift ze, dan volgt de afspraak vanzelf. Jij krijgt een mail, en de persoon een bericht als dat mag.

## Intrekken

Kies **Doorverwijzing intrekken**. De link van de dienst werkt dan meteen niet meer, en een geboekt moment komt weer vrij.
`,
};
