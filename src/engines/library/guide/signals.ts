export const signals = {
  slug: 'signalen',
  title: 'Signalen aan het beleid',
  summary: 'Wat telkens weer vastloopt, komt bij het beleid zonder dat er een naam meegaat, en het antwoord komt terug.',
  markdown: `
## Noteren waar het vastloopt

Noteer je een vraag, open dan **Liep het ergens op vast?** (de toets \`f\`) en kies: een wachtlijst, de taal, de openingsuren, een weigering, de kost… Ligt het aan een dienst, typ dan een deel van de naam. Meer hoef je niet te doen.

## Zo wordt het een signaal

Elke maandag telt het platform de drempels per reden en thema, per dienst of per gemeente. Komt een drempel minstens 5 keer voor bij 3 verschillende vragers binnen 90 dagen, dan staat hij onder **Signalen**. Wie anoniem vroeg, telt samen met wie het noteerde als een. Een beheerder of coördinator kan die grens wijzigen onder **Beheer**.

Het beleid ziet een aantal: ‘minstens 15 keer’. Nooit een vraag, een nota, een naam of wie het noteerde. Het aantal groeit pas als er weer genoeg bij kwam, en het daalt nooit. Zo vertelt ook het verschil tussen twee weken niets over een persoon.

## Een signaal in je eigen woorden

Past het niet in een code, kies dan **Signaal schrijven**. Schrijf geen namen. Lijkt er toch een in te staan, dan zie je een waarschuwing. Een collega leest je tekst na en geeft ze door; je eigen naam gaat niet mee.

## Wat het beleid doet

Op **Vandaag** staat wat op een antwoord wacht. Open een signaal en kies: **Zet op de agenda** (met de datum en wie het voorbereidt), **Meteen een besluit noteren** of **Niet opnemen**. Onder **Agenda** staat alles voor een vergadering, klaar om af te drukken, met plaats om het besluit op te schrijven.

Na het besluit kies je **Verstuur het antwoord**. Iedereen die de drempel noteerde, leest het op **Vandaag** en krijgt een mail. Wil je geen mail, kies dan **Mail over signalen** onder de lijst.

## Helpt het?

Noemde je een dag, dan vraagt **Vandaag** die dag of het gebeurd is. Kies dan **Het is uitgevoerd** en schrijf wat er gebeurde: wie het signaal leest, ziet het.

Onder een signaal met een besluit zie je hoe vaak de drempel ervoor en erna geteld werd. Komt hij na het besluit weer vaak genoeg voor, dan staat er **Komt terug** en kan het opnieuw op de agenda.
`,
};
