export const firstDay = {
  slug: 'eerste-dag',
  title: 'De eerste dag',
  summary: 'In tien minuten van een leeg Wegwijs naar je eerste welkomstgesprek.',
  markdown: `
1. **Stel je bestuur in** met de link die in het venster staat waarin Wegwijs gestart is. De link werkt één keer.
2. **Nodig collega's uit** onder **Beheer**, **Accounts**: naam, e-mailadres en rol. Ze krijgen een link om hun account te maken.
3. **Zeg welke talen je toeleiders spreken**, onder **Gesprekken**, **Toeleiders**.
4. **Vul de sociale kaart**, onder **Kaart**: de diensten waarnaar je doorverwijst, met hun e-mailadres.
5. **Lees de lijst van nieuwkomers in**, onder **Personen**, of schrijf er een eerste gezin in.
6. **Plan een gesprek**, druk de uitnodiging af, en ga.

## Wie mag wat

| rol | doet vooral |
| --- | --- |
| toeleider | voert gesprekken, noteert vragen, verwijst door |
| onthaal | noteert vragen aan de balie, schrijft gezinnen in, verwijst door |
| maatschappelijk werker | volgt vragen en doorverwijzingen op |
| coördinator | plant gesprekken, volgt termijnen en wat terugkomt |
| coach, vrijwilliger | zien de sociale kaart en de hulp |
| beleid | ziet cijfers, nooit een naam |
| beheerder | accounts, instellingen, lijsten inlezen, berichten, logboek |

Diensten en nieuwkomers hebben geen account nodig: zij werken met een link.
`,
};
