export const practices = {
  slug: 'praktijken',
  title: 'Een praktijk overnemen',
  summary: 'Je neemt een werkwijze van elders over en past ze aan.',
  markdown: `
## Overnemen

Kies **Beheer**, **Praktijken**. Open een praktijk: je leest waarvoor ze dient, waar ze vandaan komt en wat overnemen klaarzet, zoals sjablonen, subthema's, lokalen of termijnen. Kies **Neem deze praktijk over**. Wat er al was, blijft zoals het is.

## Aanpassen

Alles wat klaargezet werd, is van jullie. Verander het waar je het altijd verandert: de link staat naast elk ding. Komt er een nieuwe versie, dan voegt opnieuw overnemen alleen toe wat nieuw is.

## Doorgeven

**Download als bestand** geeft de praktijk als bestand. Een ander bestuur leest het in onder **Een praktijk van elders** en ziet eerst wat het zou klaarzetten.

## Wat er nu is

- Toeleiders en het ene loket: één register voor de brugfiguren van alle werkgevers.
- Welzijnscampus met één onthaal: lokalen, zitdagen en tarieven.
- Helpdesk verblijf en rechtspositie: vragen van professionals binnen een vaste termijn.
- Onthaal op maat: drie manieren volgens wat iemand nodig heeft.
- Handvatten voor welzijn: opmerken en gericht doorverwijzen.
- Welkomstgesprekken lopen bij elk bestuur vanaf het begin.
`,
};
