export const newcomerList = {
  slug: 'lijst-nieuwkomers',
  title: 'De lijst van nieuwkomers inlezen',
  summary: 'Je laadt de lijst van nieuwe inwoners op, verbetert wat niet klopt, en neemt alles in een keer over.',
  markdown: `
## Wat je nodig hebt

Een lijst als **CSV** of **Excel (XLSX)**, uit je bevolkingsprogramma. De eerste rij heeft namen van kolommen. Oude Excel-bestanden (.xls), PDF en foto's lukken niet: bewaar ze eerst als XLSX of CSV.

Onder **Personen**, **Lijst inlezen** vind je een sjabloon in Excel en een voorbeeld in CSV om te downloaden.

## Stap voor stap

1. **Bestand inlezen.** Hoogstens 25 MB.
2. **Kolommen nakijken.** Wegwijs raadt wat in elke kolom staat en toont voorbeelden. Pas aan wat niet klopt.
3. **Rijen nakijken.** Elke rij is *nieuw*, *gelijk*, *verandert*, *te herstellen* of *al bekend?*. Er verandert nog niets.
4. **Te herstellen.** Open een foute rij en verbeter ze meteen op het scherm. Wat je typt, blijft staan.
5. **Al bekend?** Twee mensen die op elkaar lijken, zie je naast elkaar. Jij zegt of het dezelfde persoon is. Wegwijs voegt nooit zelf samen.
6. **Inlezen.** Alles in een keer, met een balk die toont hoever het staat. Valt de computer uit, dan gaat het daarna verder waar het stopte.

Dezelfde lijst twee keer inlezen verandert niets.

## De kolommen

| kolom | wat erin mag staan |
| --- | --- |
| dossier of gezin | een nummer dat bij iedereen van het gezin hetzelfde is |
| rol in het gezin | referentiepersoon, partner, kind, … |
| voornaam, familienaam, of volledige naam | zoals de persoon ze zegt; een enkele naam mag, een rij vadersnamen ook |
| naam in ander schrift | Arabisch, Cyrillisch, Ge'ez, … |
| rijksregisternummer | alleen om dezelfde persoon te herkennen: we bewaren er enkel een vingerafdruk van |
| eigen nummer | hoe jouw programma de persoon noemt |
| geboortedatum | 3/2/1988, 03-02-1988, 1988-02-03, 00/00/1988 of 1988; dag of maand mag onbekend zijn |
| geslacht | m, v, x of een woord |
| nationaliteit | land of landcode; meer dan een mag, met een komma ertussen |
| contacttaal, talen | naam van de taal of code, zoals Arabisch, Dari, uk |
| tolk nodig | ja of nee |
| datum van aankomst | de dag waarop de klok begint |
| straat, nummer, bus, postcode, gemeente | of het hele adres in een kolom |
| telefoon, e-mail | een telefoonnummer zonder letters |

1 januari als geboortedag is vaak een plaatshouder. We nemen ze over en zetten er een teken bij.
`,
};
