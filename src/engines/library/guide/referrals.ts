export const referrals = {
  slug: 'doorverwijzen',
  title: 'Doorverwijzen',
  summary: 'Je stuurt een vraag naar een dienst, volgt wat ermee gebeurt, en krijgt ze terug als het stil blijft.',
  markdown: `
## Versturen

1. Open de hulpvraag en kies **Doorverwijzen**. De vraag moet een naam hebben: een dienst moet weten voor wie het is.
2. Kies een dienst. Bovenaan staan diensten die nu mensen aannemen, de taal spreken en snel antwoorden. Een dienst zonder e-mailadres kun je niet kiezen: bel die, of vul het adres aan in de sociale kaart.
3. Noteer de **toestemming**: hoe en wanneer, en wat de dienst mag zien naast de naam. Wat je niet aanvinkt, ziet de dienst niet.
4. Schrijf wat je vraagt en kies **Doorverwijzing versturen**. Wil je nog wachten, kies dan **Klaarzetten, later versturen**.

De dienst krijgt een mail zonder naam, met een link. Achter die link staat de vraag, en een account is niet nodig.

## Wat de dienst kan antwoorden

*We nemen dit op*, *We kunnen dit niet opnemen* (met een reden), *We zijn gestart*, *Het is afgerond*. Een antwoord kan later veranderen, met dezelfde link. Antwoordt de dienst aan de telefoon, open dan de doorverwijzing en kies **Antwoord noteren**.

## Als het stil blijft

| wanneer | wat er gebeurt |
| --- | --- |
| na 5 werkdagen | de dienst krijgt een herinnering |
| na 10 werkdagen | de dienst krijgt een tweede herinnering |
| na 30 dagen zonder beweging | de vraag is **terug bij jou**, op je startpagina |

Ook een weigering komt terug bij jou. Je kiest dan een andere dienst, of je helpt zelf verder. De coördinator kan de termijnen aanpassen vanaf een dag die hij kiest.

## Intrekken

Kies **Doorverwijzing intrekken**. De link van de dienst werkt dan meteen niet meer.
`,
};
