export const toWelcome = {
  slug: 'verwelkomen',
  title: 'Wie moet nog verwelkomd worden',
  summary: 'Je ziet wie wanneer een gesprek moet krijgen, kiest een gids en een moment, en drukt de uitnodiging af.',
  markdown: `
## De klok

De klok van een gezin begint op de dag van aankomst in de gemeente. Standaard heb je drie maanden. Het bestuur kan die termijn aanpassen vanaf een dag die het kiest; voor wie al eerder aankwam, verandert er niets. Op het plaatje met de dagen kun je klikken: daar staan de regel, de dag waarop de klok begon en de bron.

## De lijst

Bovenaan staat wie het dringendst is. Je ziet de contacttaal van elk gezin en welke toeleiders die taal spreken. Kies filters voor stand, taal, toeleider en gemeente.

## Een gesprek plannen

1. Kies **Gesprekken**, open het gezin en kies **Gesprek plannen**. Kies een toeleider. Wie de taal spreekt, staat eerst, met wat die al gepland heeft.
2. Kies dag, uur, duur en plaats. Heeft de toeleider dan al een gesprek, dan zegt Wegwijs dat.
3. Kies **Brief maken** en druk de uitnodiging af: een brief in gewoon Nederlands, met dezelfde tekst in de contacttaal (Nederlands, Engels, Frans, Arabisch of Oekraïens).

Met de QR-code op de brief ziet het gezin het moment en de plaats, en kan het zeggen of het past. Past het niet, dan komt dat bij de coördinator.

## In je eigen agenda

Elke toeleider kan een agendalink krijgen: open je gesprekken en kies onderaan **Maak een link**. Zet die in de agenda van je telefoon: nieuwe, gewijzigde en geannuleerde gesprekken komen vanzelf. Gaat de link verloren, kies dan **Maak een nieuwe link**: de oude werkt niet meer.
`,
};
