export const desk = {
  slug: 'balie',
  title: 'Aan de balie: wachtrij, codes en sjablonen',
  summary: 'Je roept de volgende, noteert en gaat verder, zonder muis.',
  markdown: `
## De wachtrij

Wie binnenkomt, krijgt een nummer: kies **Wachtrij** onder aan **Vraag noteren**. Een voornaam of letters mogen, en een taal helpt de balie. Alleen het nummer moet. Na vandaag is alles weg.

Aan de balie staat bovenaan wie wacht. \`q\` roept de volgende. De taal en het thema staan dan al ingevuld. \`Ctrl\` + \`Enter\` bewaart, en roept meteen wie daarna komt. Ging iemand weg? Kies **Weg zonder vraag**. Twee balies roepen nooit dezelfde.

## Meer vragen in een gesprek

\`+\` opent **Nog vragen in hetzelfde gesprek**: kies het thema en wat je deed. De minuten van het gesprek worden verdeeld over de vragen. Of kies **Bewaar, nog een vraag van dezelfde**: wie vraagt, de taal en de plaats blijven. Gesprekken en vragen worden apart geteld.

## Wat vaak terugkomt

- **Sjablonen**: bewaar een combinatie onder een letter. Shift en die letter vult ze in. Een coördinator maakt sjablonen voor iedereen.
- \`=\` noteert **Nog eens hetzelfde**, van iemand anders.
- De diensten die je laatst noemde, staan klaar onder **Over welke dienst?**

## Wie geen naam zegt

\`c\` opent **Zonder naam, met een code**. Kies **Geef een code mee**: na het bewaren zie je de code één keer. Druk ze af of schrijf ze op. Komt de persoon terug met het kaartje, vul de code dan in: in de cijfers telt die persoon één keer. Wij bewaren de code zelf niet. Is het kaartje kwijt, geef dan een nieuwe.

Wil de persoon later toch bekend zijn? Kies **Een code aan een persoon koppelen**. Andersom kan niet.

## Meegaan

\`y\` opent **Waar ging je mee naartoe?** De minuten onderweg tellen apart van de minuten met de persoon. Kilometers mogen leeg blijven.

## Thema’s en deelthema’s

De thema’s zijn voor elk bestuur dezelfde: zo kan je vergelijken. In **Beheer**, bij **Thema’s**, zet een coördinator daaronder eigen deelthema’s. Verhuist een deelthema, dan tellen ook de vragen van vroeger mee bij het nieuwe thema. Bij de vraag zelf blijft staan wat er genoteerd was.

## Voor wie je werkt

Werken bij jullie gidsen van verschillende organisaties? Elke vraag onthoudt voor welke organisatie je die dag werkte. In de lijst filter je op **Genoteerd voor**.
`,
};
