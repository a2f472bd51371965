export const duplicates = {
  slug: 'dubbels',
  title: 'Niemand twee keer inschrijven',
  summary: 'Je ziet op tijd dat iemand er al staat, je voegt twee inschrijvingen samen, en je splitst ze weer als het toch twee mensen zijn.',
  markdown: `
## Bij het inschrijven

Wegwijs zoekt eerst of de persoon er al staat. Het kijkt naar klank, spelling, schrift en volgorde van de namen, naar de geboortedag, en naar telefoon en e-mail. Yousef en Joesoef zijn dezelfde naam, Hassan en Hussein niet.

Staat er misschien al iemand? Dan zie je wie, en waarom we dat denken. Kies **Ja** bij de juiste persoon, of **Nee, dit is iemand anders**. Pas daarna wordt iemand ingeschreven. We vragen het voor deze twee niet opnieuw.

Vind je niemand onder **Personen**? Typ één deel van de naam. Ook met een tikfout tonen we wie erop lijkt.

## De lijst Misschien dubbel

Onder **Personen**, **Misschien dubbel** staan paren die misschien één persoon zijn. De zekerste staan bovenaan. Op **Vandaag** zie je hoeveel er wachten.

De eerste keer vergelijken we iedereen met iedereen; een balk toont hoever het staat. Daarna vergelijken we vanzelf wie nieuw is of wijzigt.

## Samenvoegen

1. Open een paar. Beide inschrijvingen staan naast elkaar.
2. Kies wat klopt, waar ze verschillen. De naam die je niet kiest, blijft als andere naam bewaard. Talen, nationaliteiten, telefoons en andere namen van beide komen samen.
3. Kies het huishouden, als ze elk in een ander staan. Is het één gezin? Dan kan iedereen samen in één huishouden komen.
4. **Samenvoegen.** Vragen, verwijzingen, gesprekken, toestemmingen en antwoorden komen mee. Wie de oude pagina opent, komt bij de persoon die blijft.

Hebben beide huishoudens een lopend onthaal waarin al iets gepland is? Zet dan eerst één dossier stop.

## Toch twee mensen?

Klik op **Dit zijn twee mensen**. Het paar komt niet terug, ook niet als één van beide later met iemand anders wordt samengevoegd.

Al samengevoegd? Open de persoon en ga naar **Samengevoegd**. Met **Weer splitsen** komen beide terug zoals ze waren. Wat na het samenvoegen kwam, blijft bij de eerste inschrijving.

Wie afgeschermd is, kan niet samengevoegd worden.
`,
};
