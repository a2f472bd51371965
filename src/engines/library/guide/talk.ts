export const talk = {
  slug: 'gesprek',
  title: 'Het welkomstgesprek',
  summary: 'Je voert het gesprek op je telefoon, thema per thema, en elke nood wordt een hulpvraag.',
  markdown: `
## Voor je begint

Open **Vandaag** op je telefoon. Je gesprekken van vandaag staan bovenaan. Kies er een, de taal, en dan **Gesprek beginnen**. Alles wordt bewaard bij elke stap: valt je verbinding weg, ga dan verder waar je was.

## Negen thema's

Wonen · werk · Nederlands · inburgering · school en kinderopvang · vrije tijd · gezondheid en welzijn · geld en administratie · afval en milieu.

Bij elk thema vul je drie dingen in:

- **Uitgelegd?** Heb je dit thema besproken?
- **Is het duidelijk?** Ja, een deel of nee. Een deel of nee is geen fout: het zegt waar nog uitleg nodig is.
- **Wat heb je nodig?** Kies uit de lijst, of schrijf het in de woorden van het gezin.

## Verwachtingen, samenvatting, aanpak

Vraag wat het gezin zelf verwacht. Lees daarna de samenvatting voor en vraag of ze klopt. Kies dan samen de aanpak:

| aanpak | wanneer |
| --- | --- |
| vindt zelf de weg | er zijn weinig of geen noden |
| heeft informatie nodig | uitleg volstaat |
| heeft begeleiding nodig | iemand moet mee op weg |

Wegwijs stelt een aanpak voor en zegt waarom. Jij en het gezin beslissen.

## Daarna

Kies **Gesprek afronden**: dan stopt de klok. Elke nood wordt een hulpvraag die jij of een collega opvolgt.
`,
};
