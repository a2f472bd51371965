export const questions = {
  slug: 'hulpvragen',
  title: 'Hulpvragen noteren',
  summary: 'Je noteert elke vraag in minder dan twintig seconden.',
  markdown: `
## Noteren

Kies **Vragen**, dan **Vraag noteren**. De toets \`n\` doet hetzelfde. Elke keuze heeft een letter of cijfer: typ die.

1. **Thema**: kies met de pijltjes of tik. Wat je het laatst koos, staat al klaar.
2. **Kanaal** en **plaats**: blijven staan van je vorige vraag.
3. **Taal van het gesprek**.
4. **Wat deed je?** Geïnformeerd, meegegaan, doorverwezen, bemiddeld. Meer dan een mag.
5. **Minuten** en een korte **Nota**, als je wil. Schrijf geen namen of adressen in de nota.
6. **Wie vraagt**: laat leeg voor anoniem, of typ een deel van de naam en kies.

\`Ctrl\` + \`Enter\` bewaart en zet alles klaar voor de volgende. Verkeerd? Kies **Maak de laatste ongedaan**, of open de vraag en wijzig ze.

## Terugvinden

In de lijst kies je filters: thema, kanaal, taal, gemeente, periode, wat er gebeurde, open of afgerond, alleen de jouwe. De filters staan in het adres: bewaar het als favoriet, of stuur het door. Zoek ook op woorden uit de nota.

## Twee mensen aan dezelfde vraag

Wijzigt een collega intussen dezelfde vraag, dan zie je allebei de versies. Wat je typte, staat er nog. Bewaar opnieuw als jouw versie moet gelden.
`,
};
